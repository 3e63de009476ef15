import { readFile, readdir, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { expectOk } from '../base/outcome'
import type { FileKind } from './file-kinds'
import type { Files } from './files'
import { nodeFiles } from './node-files'
import { SnapshotFile, readThrough, writeThrough } from './snapshot-file'
import { documentWith } from './testing/documents'
import { type Operation, type Trouble, flakyFiles } from './testing/flaky-files'
import { unsyncedFiles } from './testing/unsynced-files'
import { newId, temporaryFolder } from './testing/workspaces'

const notes = z.object({
  schema: z.literal('assay/notes'),
  migrations: z.array(z.string()),
  list: z.array(z.object({ text: z.string(), start: z.number().min(0, 'expected a number from 0') })),
})
type Notes = z.infer<typeof notes>
const plain: FileKind<Notes> = { schema: notes, tag: 'assay/notes', migrations: [], sealed: false }
const sealed: FileKind<Notes> = { ...plain, sealed: true }
const saying = (...texts: string[]): Notes => ({
  schema: 'assay/notes',
  migrations: [],
  list: texts.map((text, start) => ({ text, start })),
})

async function place(files: Files = nodeFiles(), kind = plain) {
  const folder = await temporaryFolder()
  const path = join(folder, 'notes.json')
  return { folder, path, open: () => new SnapshotFile(files, { path, name: 'notes.json' }, kind, newId) }
}
const textsIn = async (file: SnapshotFile<Notes>): Promise<string[] | undefined> =>
  (await readThrough(file))?.list.map(({ text }) => text)
const refusalOf = async (file: SnapshotFile<Notes>): Promise<unknown> =>
  readThrough(file).catch((error: unknown) => (error as { refusal?: unknown }).refusal)

test('what is written is read, by whoever opens it', async () => {
  for (const kind of [plain, sealed]) {
    const { folder, open } = await place(nodeFiles(), kind)
    expect(await textsIn(open())).toBeUndefined()
    await writeThrough(open(), saying('one'))
    expect(await textsIn(open())).toEqual(['one'])
    expect(await readdir(folder)).toEqual(['notes.json'])
    const file = open()
    await writeThrough(file, saying('two', '📉 ё'))
    await writeThrough(file, saying('three'))
    expect(await textsIn(open())).toEqual(['three'])
    expect(file.warnings).toEqual([])
    expect(await readdir(folder)).toEqual(['notes.json', 'notes.json.prev'])
  }
})

test('files and folders are for their owner alone', async () => {
  const { path, open } = await place()
  await writeThrough(open(), saying('one'))
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test.each<[string, string, RegExp]>([
  ['nothing', '', /line 1, column 1: it is not JSON/],
  ['zeros', '\0'.repeat(40), /line 1, column 1: it is not JSON/],
  ['half a file', '{\n  "schema": "assay/notes",\n  "migr', /line 3, column \d+: it is not JSON/],
  ['a stray letter', '{\n  "schema": x\n}', /line 2, column 13: it is not JSON/],
  ['bytes of another encoding', 'latin1: é', /it is not text in UTF-8/],
  ['a list', '[]', /expected an object/],
  ['another file', '{"schema":"assay/other","migrations":[]}', /schema: expected “assay\/notes”/],
  ['no migrations', '{"schema":"assay/notes"}', /migrations: expected a list of names/],
  [
    'a wrong value',
    JSON.stringify({ ...saying('a'), list: [{ text: 'a', start: -1 }] }),
    /list\[0\]\.start: expected a number from 0/,
  ],
])('%s: the previous generation is read with a warning, and never lost', async (_, bytes, why) => {
  const { folder, path, open } = await place()
  await writeThrough(open(), saying('one'))
  const first = open()
  await writeThrough(first, saying('two'))
  await writeFile(path, bytes, 'latin1')

  const file = open()
  expect(await textsIn(file)).toEqual(['one'])
  expect(file.warnings).toEqual([expect.stringMatching(why)])
  expect(file.warnings[0]).toMatch(/^notes\.json is damaged: .* What it held before was read instead\.$/)

  // The only good generation is not given up for the damaged one, whoever writes next, and that one is kept.
  for (const writer of [file, open()]) await writeThrough(writer, saying('three'))
  expect(await textsIn(open())).toEqual(['three'])
  expect(await readdir(folder)).toEqual(['notes.json', 'notes.json.aside', 'notes.json.prev'])
  expect(await readFile(`${path}.aside`, 'latin1')).toBe(bytes)
})

test('a damaged file without a previous generation is refused and left alone', async () => {
  const { folder, path, open } = await place()
  await writeFile(path, '{"schema"')
  expect(await refusalOf(open())).toEqual({
    code: 'damaged',
    message:
      'notes.json is damaged: line 1, column 10: it is not JSON. notes.json.prev is not there. ' +
      'Both were left as they are. Put the file back from a backup, or correct it in a text editor.',
  })
  await writeFile(`${path}.prev`, 'x')
  expect(await refusalOf(open())).toMatchObject({
    message: expect.stringMatching(/prev is damaged too: line 1, column 1: it is not JSON/),
  })
  expect(await readdir(folder)).toEqual(['notes.json', 'notes.json.prev'])
  expect(await readFile(path, 'utf8')).toBe('{"schema"')
})

test('a missing file is found in its previous generation', async () => {
  const { path, open } = await place()
  for (const text of ['one', 'two']) await writeThrough(open(), saying(text))
  await unlink(path)
  const file = open()
  expect(await textsIn(file)).toEqual(['one'])
  expect(file.warnings).toEqual(['notes.json is missing. What it held before was read instead.'])
  await writeThrough(file, saying('three'))
  expect(await textsIn(open())).toEqual(['three'])
})

test('a file of a newer version is opened by nobody, not even its previous generation', async () => {
  const { path, open } = await place()
  for (const text of ['one', 'two']) await writeThrough(open(), saying(text))
  await writeFile(path, JSON.stringify({ ...saying('new'), migrations: ['0001-from-the-future'] }))
  expect(await refusalOf(open())).toMatchObject({
    code: 'newer',
    message: expect.stringMatching(
      /^notes\.json was written by a newer version of Assay .*0001-from-the-future/,
    ),
  })
})

test('a flipped bit of a sealed file is found', async () => {
  const { path, open } = await place(unsyncedFiles(), sealed)
  for (const text of ['one', 'two 📉']) await writeThrough(open(), saying(text))
  const whole = await readFile(path)
  for (let at = 0; at < whole.length; at++) {
    const flipped = Buffer.from(whole)
    flipped[at]! ^= 1 << (at % 8)
    await writeFile(path, flipped)
    const file = open()
    expect(await textsIn(file)).toEqual(['one'])
    expect(file.warnings).toHaveLength(1)
  }
})

const operations: readonly Operation[] = ['open', 'write', 'sync', 'rename', 'link', 'syncFolder']

const attempts = operations.flatMap((operation) =>
  [0, 1, 2].flatMap((skip) => [true, false].map((links) => [operation, skip, links] as const)),
)

test.each(attempts)(
  'when %s number %i fails while a file is written (second names: %s), it is there, old or new',
  async (operation, skip, links) => {
    let armed = false
    let left = skip
    const trouble: Trouble = (asked) => {
      if (asked === 'link' && !links) return 'ENOTSUP'
      return armed && asked === operation && left-- === 0 ? 'ENOSPC' : undefined
    }
    const { folder, open } = await place(flakyFiles(unsyncedFiles(), trouble))
    const file = open()
    for (const text of ['one', 'two']) await writeThrough(file, saying(text))
    armed = true
    const failed = await writeThrough(file, saying('three')).then(
      () => false,
      () => true,
    )
    armed = false
    const [found] = (await textsIn(open())) ?? []
    expect(failed ? ['two', 'three'] : ['three']).toContain(found)
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    await writeThrough(file, saying('four'))
    expect(await textsIn(open())).toEqual(['four'])
  },
)

test('the snapshot of a document may be cut, zeroed, old, foreign or gone: the journal makes it good', async () => {
  const document = await documentWith(6)
  const files = await document.reopen()
  expectOk(await files.saveSnapshot(document.after(2), 2))
  const old = await readFile(document.sets)
  expectOk(await files.saveSnapshot(document.after(5), 5))
  const whole = await readFile(document.sets)
  const previous = await readFile(`${document.sets}.prev`)
  const other = await documentWith(6)
  const lost = { warned: 1, both: /^documents\/doc-1\/sets\.json (is damaged|is missing): ?/ }
  const cases: [Buffer | undefined, Buffer | undefined, number][] = [
    [whole, previous, 0],
    [old, previous, 0],
    [whole.subarray(0, 100), previous, lost.warned],
    [Buffer.alloc(whole.length), previous, lost.warned],
    [Buffer.alloc(0), undefined, lost.warned],
    [whole.subarray(0, -1), Buffer.alloc(9), lost.warned],
    [undefined, previous, lost.warned],
    [undefined, undefined, 0],
  ]
  for (const [newest, before, warned] of cases) {
    await Promise.all([put(document.sets, newest), put(`${document.sets}.prev`, before)])
    const read = expectOk(await (await document.reopen()).read())
    expect(read).toMatchObject({ records: document.after(6), revision: 6 })
    expect(read.warnings).toHaveLength(warned)
  }
  expect(other.sets).not.toBe(document.sets)
})

const put = (path: string, bytes: Buffer | undefined): Promise<void> =>
  bytes ? writeFile(path, bytes) : unlink(path).catch(() => undefined)

test('a snapshot of another journal is set aside, not dropped', async () => {
  const document = await documentWith(3, 9)
  const files = await document.reopen()
  expectOk(await files.append(document.edits[3]!))
  expectOk(await files.saveSnapshot(document.after(4), 4))
  await files.close()
  const ahead = await readFile(document.sets)
  const journal = await readFile(document.journal)
  await writeFile(document.journal, journal.subarray(0, journal.lastIndexOf(0x0a, -2) + 1))

  const reopened = await document.reopen()
  const read = expectOk(await reopened.read())
  expect(read).toMatchObject({ revision: 3, records: document.after(3) })
  expect(read.warnings).toEqual([
    expect.stringMatching(/sets\.json is of another journal .* kept as documents\/doc-1\/sets\.json\.aside/),
  ])
  expectOk(await reopened.append(document.edits[4]!))
  expectOk(await reopened.saveSnapshot({ ...document.after(3) }, 3))
  expect(await readFile(`${document.sets}.aside`)).toEqual(ahead)
})

test('a journal that is gone while the snapshot is there is a damage, not a fresh start', async () => {
  const document = await documentWith(3, 4)
  const files = await document.reopen()
  expectOk(await files.saveSnapshot(document.after(3), 3))
  await files.close()
  for (const remove of [() => writeFile(document.journal, ''), () => unlink(document.journal)]) {
    await remove()
    const reopened = await document.reopen()
    const refused = {
      refusal: {
        code: 'damaged',
        message: expect.stringMatching(/journal\.ndjson is missing or empty, although .* 3 edits/),
      },
    }
    expect(await reopened.read()).toMatchObject(refused)
    expect(await reopened.append(document.edits[3]!)).toMatchObject(refused)
  }
})

test('a snapshot that is not the state it says it is does not win over the journal', async () => {
  const document = await documentWith(5, 6)
  const files = await document.reopen()
  // Edit 4 adds what this snapshot has already.
  expectOk(await files.saveSnapshot(document.after(4), 3))
  const read = expectOk(await (await document.reopen()).read())
  expect(read).toMatchObject({ revision: 5, records: document.after(5) })
  expect(read.warnings).toEqual([expect.stringMatching(/does not lead to what the journal holds/)])
})
