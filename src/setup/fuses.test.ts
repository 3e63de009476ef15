import { describe, expect, it } from 'vitest'
import { setFuses } from './fuses.mjs'

const executable = (states: string, version = 1) =>
  Buffer.concat([
    Buffer.from('code dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([version, states.length]),
    Buffer.from(`${states} more code`),
  ])

describe('fuses', () => {
  it('sets those named and leaves every other byte alone', () => {
    const bytes = executable('10101011')
    setFuses(bytes, { EnableNodeCliInspectArguments: true, LoadBrowserProcessSpecificV8Snapshot: false })
    expect(bytes).toEqual(executable('10111001'))
    setFuses(bytes, { EnableNodeCliInspectArguments: false })
    expect(bytes).toEqual(executable('10101001'))
  })

  it.each([
    ['no fuses', Buffer.from('code')],
    ['a version it does not know', executable('11111111', 2)],
    ['too few of them', executable('111')],
    ['one that was taken out', executable('111r1111')],
  ])('refuses an executable with %s', (_, bytes) => {
    expect(() => setFuses(bytes, { EnableNodeCliInspectArguments: true })).toThrow(/fuse/)
  })
})
