import { expect, test } from 'vitest'
import { opener } from './open-address'
import { parseBrowserOptions } from './options'

const parse = (...args: string[]) => parseBrowserOptions(args, '/home/ada')

test('nothing asked for: the person’s own workspace, any port, an open browser', () => {
  expect(parse()).toEqual({ ok: true, value: { workspace: undefined, port: 0, open: true, files: [] } })
})

test('paths are relative to where it was typed, in any order with the options', () => {
  expect(parse('a.txt', '--workspace', 'w', '--no-open', '--port', '8080', '/b c.md', '--', '--d')).toEqual({
    ok: true,
    value: {
      workspace: '/home/ada/w',
      port: 8080,
      open: false,
      files: ['/home/ada/a.txt', '/b c.md', '/home/ada/--d'],
    },
  })
})

test.each([
  [['--port', '65536'], '--port needs a whole number from 0 to 65535, not “65536”.'],
  [['--port', 'x'], '--port needs'],
  [['--port=-1'], '--port needs'],
  [['--port'], '--port'],
  [['--workspace='], '--workspace needs a folder.'],
  [['--verbose'], '--verbose'],
])('%j is refused with its reason', (args, reason) => {
  expect(parse(...args)).toMatchObject({
    ok: false,
    refusal: { code: 'invalid', message: expect.stringContaining(reason) },
  })
})

test('no shell reads the address', () => {
  const address = 'http://127.0.0.1:1/?token=a&b'
  for (const platform of ['linux', 'freebsd', 'darwin', 'win32']) {
    const [command, ...args] = opener(platform, address)
    expect(args.at(-1)).toBe(address)
    expect(command).not.toMatch(/sh$|cmd/)
  }
})
