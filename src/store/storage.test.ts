import { expect, test } from 'vitest'
import { ok } from '../base/outcome'
import { Refused, codeOf, guarded } from './storage'

const failing = (code: string) => async () => {
  throw Object.assign(new Error(`${code}: open '/home/ada/x'`), { code, syscall: 'open' })
}
const said = async (code: string): Promise<string> => {
  const outcome = await guarded('The edit was not saved', failing(code))
  return outcome.ok ? '' : `${outcome.refusal.code}: ${outcome.refusal.message}`
}

test('what the disk refuses is said in a sentence of its own, with what to do', async () => {
  const codes = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOENT', 'EBUSY', 'EMFILE', 'EFBIG']
  const sentences = await Promise.all(codes.map(said))
  expect(new Set(sentences).size).toBe(codes.length)
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^storage: The edit was not saved\. \S.*\.$/)
    expect(sentence).not.toContain('/home')
  }
  expect(sentences[0]).toBe(
    'storage: The edit was not saved. The disk is full. Make room on it, then try again.',
  )
  expect(sentences.at(-1)).toBe('storage: The edit was not saved. The system says EFBIG.')
})

test('a refusal that had to be thrown is one again; a bug goes on', async () => {
  const refusal = { code: 'damaged', message: 'x' } as const
  expect(await guarded('x', async () => Promise.reject(new Refused(refusal)))).toEqual({ ok: false, refusal })
  await expect(guarded('x', async () => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug')
  expect(await guarded('x', async () => ok(7))).toEqual(ok(7))
})

test.each([undefined, null, 'ENOENT', {}, { code: 'X' }, { code: 7, syscall: 'open' }, new Error('x')])(
  '%j has no code',
  (error) => {
    expect(codeOf(error)).toBeUndefined()
  },
)
