import { readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { nodeFiles } from './node-files'
import { documentWith } from './testing/documents'
import { type Trouble, flakyFiles } from './testing/flaky-files'
import { unsyncedFiles } from './testing/unsynced-files'

test('an edit that could not be read again is refused, with the place', async () => {
  const document = await documentWith(1, 2)
  const files = await document.reopen()
  const before = await readFile(document.journal)
  const refused = await files.append({ ...document.edits[1]!, name: '' })
  expect(refused).toMatchObject({
    refusal: { code: 'invalid', message: expect.stringMatching(/^The edit was not saved: name: /) },
  })
  expect(await readFile(document.journal)).toEqual(before)
})

test.each(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'ENOENT', 'EBUSY', 'EMFILE', 'EFBIG'])(
  'when the disk says %s, the edit is refused with its own sentence and nothing stays behind',
  async (code) => {
    for (const operation of ['write', 'sync'] as const) {
      let failing = false
      const trouble: Trouble = (asked) => (failing && asked === operation ? code : undefined)
      const document = await documentWith(2, 4, flakyFiles(nodeFiles(), trouble))
      const files = await document.reopen()
      expectOk(await files.read())
      const before = await readFile(document.journal)
      failing = true
      const refused = await files.append(document.edits[2]!).catch((error: unknown) => error)
      expect(refused).toMatchObject({ code })
      failing = false
      if (operation === 'write') expect(await readFile(document.journal)).toEqual(before)
      expect(expectOk(await files.read()).records).toEqual(document.after(2))
      expect(expectOk(await files.append(document.edits[2]!)).revision).toBe(3)
      expect(expectOk(await (await document.reopen()).read()).records).toEqual(document.after(3))
    }
  },
)

test('when not even the clean-up succeeds, nothing is written after the rest of a line', async () => {
  let failing: string[] = []
  const trouble: Trouble = (operation) => (failing.includes(operation) ? 'EIO' : undefined)
  const document = await documentWith(2, 4, flakyFiles(nodeFiles(), trouble))
  const files = await document.reopen()
  failing = ['write', 'truncate']
  for (let attempt = 0; attempt < 2; attempt++)
    await expect(files.append(document.edits[2]!)).rejects.toMatchObject({ code: 'EIO' })
  expect(expectOk(await files.read())).toMatchObject({ revision: 2, records: document.after(2) })
  failing = []
  expect(expectOk(await files.append(document.edits[2]!)).revision).toBe(3)
  expect(expectOk(await (await document.reopen()).read()).records).toEqual(document.after(3))
})

test('a journal that somebody else changed or replaced is not written to', async () => {
  const document = await documentWith(2, 4)
  const files = await document.reopen()
  expectOk(await files.read())
  const bytes = await readFile(document.journal)
  await writeFile(`${document.journal}.other`, bytes.subarray(0, bytes.indexOf(0x0a) + 1))
  await rename(`${document.journal}.other`, document.journal)
  const refused = await files.append(document.edits[2]!)
  expect(refused).toMatchObject({
    refusal: { code: 'conflict', message: expect.stringMatching(/another program/) },
  })
  expect(expectOk(await files.read())).toMatchObject({ revision: 1, records: document.after(1) })
  expect(expectOk(await files.append(document.edits[1]!)).revision).toBe(2)
})

test('10,000 edits at once, and once more after a restart, are there in order', async () => {
  const document = await documentWith(0, 20_000, unsyncedFiles())
  for (const from of [0, 10_000]) {
    const files = await document.reopen()
    for (const edit of document.edits.slice(from, from + 10_000)) expectOk(await files.append(edit))
    await files.close()
  }
  const files = await document.reopen()
  const { revision, records } = expectOk(await files.read())
  expect(revision).toBe(20_000)
  expect(idsOf(records.annotations)).toBe(idsOf(document.after(20_000).annotations))
  expect(idsOf(expectOk(await files.recentEdits(15_000)))).toBe(idsOf(document.edits.slice(5_000)))
  expect(await readdir(document.folder)).toEqual(['article.json', 'journal.ndjson', 'original.txt'])
}, 60_000)

const idsOf = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join(' ')
