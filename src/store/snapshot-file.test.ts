import { readFile, readdir, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { FileKind } from './file-kinds'
import type { Files } from './files'
import { nodeFiles } from './node-files'
import { SnapshotFile, readThrough, writeThrough } from './snapshot-file'
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
