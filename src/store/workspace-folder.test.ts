import { mkdir, readFile, readdir, rename, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { defaultPreferences } from '../core/preferences'
import { ada, articleOf, ben } from '../testing/records'
import type { Files } from './files'
import { nodeFiles } from './node-files'
import type { WorkspaceStore } from './store'
import { type Operation, flakyFiles } from './testing/flaky-files'
import { original, taggings } from './testing/taggings'
import { filesBelow, open, temporaryFolder } from './testing/workspaces'
import type { IndexEntry } from './workspace'

const { article, edits, after } = taggings('doc-1', 8)
const entry: IndexEntry = {
  id: 'doc-1',
  title: article.title,
  length: article.text.length,
  counts: {},
  imported: article.imported,
  changed: article.imported,
  hash: article.hash,
  revision: 0,
  journal: 0,
}

/** A workspace with a document in its list, closed again. */
async function filled(): Promise<string> {
  const folder = join(await temporaryFolder(), 'deep/in/work')
  const store = expectOk(await open(folder))
  expectOk(await store.create(article, original))
  expectOk(await store.saveWorkspace({ ...store.workspace, documents: [entry] }))
  await store.close()
  return folder
}
const damage = (path: string): Promise<void> => writeFile(path, '{"schema')
const refused = (code: string, sentence: RegExp) => ({
  ok: false,
  refusal: { code, message: expect.stringMatching(sentence) },
})

test('after everything that is done with a workspace, only what is described lies there', async () => {
  const folder = await filled()
  const store = expectOk(await open(folder))
  for (const edit of edits) expectOk(await store.append('doc-1', edit))
  for (const revision of [3, 8]) expectOk(await store.saveSnapshot('doc-1', after(revision), revision))
  expectOk(await store.savePreferences({ ...defaultPreferences, theme: 'dark' }))
  expect(await readdir(folder)).toContain('lock')
  await store.close()
  expect(await filesBelow(folder)).toEqual([
    'documents/doc-1/article.json',
    'documents/doc-1/journal.ndjson',
    'documents/doc-1/original.txt',
    'documents/doc-1/sets.json',
    'documents/doc-1/sets.json.prev',
    'preferences.json',
    'workspace.json',
    'workspace.json.prev',
  ])
  for (const file of await filesBelow(folder))
    expect(await readFile(join(folder, file), 'utf8')).not.toContain(folder)
  if (process.platform === 'win32') return
  for (const name of ['', 'documents', 'documents/doc-1'])
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o700)
  for (const file of await filesBelow(folder))
    expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
})

test('a workspace that is moved is the same workspace', async () => {
  const folder = await filled()
  const elsewhere = join(await temporaryFolder(), 'moved')
  await rename(folder, elsewhere)
  const store = expectOk(await open(elsewhere, { person: ben }))
  expect(store.workspace).toMatchObject({ people: [ada], documents: [entry] })
  expect(expectOk(await store.read('doc-1')).article).toEqual(article)
})

test('a folder with other things in it is refused, and nothing is put there', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'letter.txt'), 'Dear Ada')
  expect(await open(folder)).toMatchObject(
    refused('invalid', /is no workspace .* such as “letter\.txt”\. Choose an empty folder\.$/),
  )
  expect(await open(join(folder, 'letter.txt'))).toMatchObject(refused('invalid', /is a file/))
  expect(await readdir(folder)).toEqual(['letter.txt'])
})

test('what systems put into folders, and what a start that was killed left there, do not matter', async () => {
  const folder = await temporaryFolder()
  for (const name of ['.DS_Store', 'lock', 'workspace.json.new-1.tmp'])
    await writeFile(join(folder, name), '')
  expectOk(await open(folder))
  expect(await readdir(folder)).toEqual(['.DS_Store', 'documents', 'lock', 'workspace.json'])
})

test('a workspace in use is refused and left alone; closing gives it free', async () => {
  const folder = await filled()
  const store = expectOk(await open(folder))
  expect(await open(folder)).toMatchObject(
    refused('locked', /^This workspace is open on desk since 2026-01-05 09:00 UTC/),
  )
  expectOk(await store.savePreferences(defaultPreferences))
  await store.close()
  expectOk(await open(folder))
})

test('an index that is damaged is taken from its previous generation, and no document is missing', async () => {
  const folder = await filled()
  await damage(join(folder, 'workspace.json'))
  const store = expectOk(await open(folder))
  expect(store.workspace.documents).toEqual([entry])
  expect(store.warnings).toEqual([
    'workspace.json is damaged: line 1, column 9: it is not JSON. What it held before was read instead.',
    '“An article” was on the disk but not in the list. It is in the list again.',
  ])
  await store.close()
  expect(expectOk(await open(folder)).warnings).toEqual([])
})

test('an index that cannot be read at all is refused and not replaced', async () => {
  const folder = await filled()
  for (const name of ['workspace.json', 'workspace.json.prev']) await damage(join(folder, name))
  const before = await filesBelow(folder)
  expect(await open(folder)).toMatchObject(refused('damaged', /^workspace\.json is damaged: line 1/))
  expect(await filesBelow(folder)).toEqual(before)
  for (const name of ['workspace.json', 'workspace.json.prev']) await unlink(join(folder, name))
  expect(await open(folder)).toMatchObject(
    refused('damaged', /workspace\.json is missing .* although there are documents/),
  )
})

test('a workspace of a newer version is refused and given free again', async () => {
  const folder = await filled()
  const file = join(folder, 'workspace.json')
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace('"migrations": []', '"migrations": ["0001-new"]'),
  )
  expect(await open(folder)).toMatchObject(
    refused('newer', /^workspace\.json was written by a newer version/),
  )
  expect(await readdir(folder)).not.toContain('lock')
})

test('preferences that are damaged keep nobody from working, and are kept', async () => {
  const folder = await filled()
  await damage(join(folder, 'preferences.json'))
  const store = expectOk(await open(folder))
  expect(store.preferences).toEqual(defaultPreferences)
  expect(store.warnings).toEqual([expect.stringMatching(/^preferences\.json is damaged/)])
  expectOk(await store.savePreferences(defaultPreferences))
  expect(await readFile(join(folder, 'preferences.json.aside'), 'utf8')).toBe('{"schema')
})

test('a document that was stored when a host was killed is in the list after the next start', async () => {
  const folder = await filled()
  const store = expectOk(await open(folder))
  expectOk(await store.create(articleOf('doc-2', 'another text', 'Another'), original))
  await store.close()
  await mkdir(join(folder, 'documents/doc-3.new-1.tmp'))
  await writeFile(join(folder, 'documents/doc-3.new-1.tmp/original.txt'), 'half')
  const again = expectOk(await open(folder))
  expect(again.workspace.documents.map(({ id, title }) => [id, title])).toEqual([
    ['doc-1', 'An article'],
    ['doc-2', 'Another'],
  ])
  expect(await readdir(join(folder, 'documents'))).toEqual(['doc-1', 'doc-2'])
})

test.each<[string, (documents: string) => Promise<unknown>, RegExp]>([
  ['is gone', (path) => unlink(join(path, 'doc-1/article.json')), /doc-1\/article\.json is missing/],
  [
    'is damaged',
    (path) => damage(join(path, 'doc-1/article.json')),
    /doc-1\/article\.json is damaged: line 1/,
  ],
  [
    'is another’s',
    async (path) => {
      const file = join(path, 'doc-1/article.json')
      await writeFile(file, (await readFile(file, 'utf8')).replace('"doc-1"', '"doc-7"'))
    },
    /belongs to another document, “doc-7”/,
  ],
])('a text that %s is said of that document alone', async (_, harm, sentence) => {
  const folder = await filled()
  await harm(join(folder, 'documents'))
  const store = expectOk(await open(folder))
  expect(await store.read('doc-1')).toMatchObject(refused('damaged', sentence))
  expectOk(await store.create(articleOf('doc-2', 'x'), original))
})

test.each<[string, Operation, (store: WorkspaceStore) => Promise<unknown>, RegExp]>([
  [
    'an edit',
    'write',
    (store) => store.append('doc-1', edits[0]!),
    /^The edit was not saved in documents\/doc-1\. The disk is full\. Make room/,
  ],
  [
    'a snapshot',
    'rename',
    (store) => store.saveSnapshot('doc-1', after(0), 0),
    /^The snapshot was not saved in documents\/doc-1\. The disk is full/,
  ],
  [
    'a new document',
    'sync',
    (store) => store.create(articleOf('doc-2', 'x'), original),
    /^documents\/doc-2 was not stored\. The disk is full/,
  ],
  [
    'the index',
    'sync',
    (store) => store.saveWorkspace({ ...store.workspace, people: [ben] }),
    /^workspace\.json was not saved\. The disk is full/,
  ],
  [
    'the preferences',
    'open',
    (store) => store.savePreferences(defaultPreferences),
    /^preferences\.json was not saved\. The disk is full/,
  ],
])('a full disk refuses %s in a sentence, and harms nothing', async (_, operation, task, sentence) => {
  const folder = await filled()
  let full = false
  const files = flakyFiles(nodeFiles(), (asked) => (full && asked === operation ? 'ENOSPC' : undefined))
  const store = expectOk(await open(folder, { files }))
  expectOk(await store.read('doc-1'))
  const before = await filesBelow(folder)
  full = true
  expect(await task(store)).toMatchObject(refused('storage', sentence))
  full = false
  expect((await filesBelow(folder)).filter((file) => !file.endsWith('journal.ndjson'))).toEqual(before)
  expect(store.workspace).toMatchObject({ people: [ada], documents: [entry] })
  expect(await task(store)).toMatchObject({ ok: true })
})

test('a workspace whose disk was taken out is refused with what to do', async () => {
  const folder = await filled()
  const store = expectOk(await open(folder))
  expectOk(await store.read('doc-1'))
  await rm(folder, { recursive: true })
  expect(await store.append('doc-1', edits[0]!)).toMatchObject(
    refused('storage', /is gone\. If the workspace was moved/),
  )
})

test('more documents than are kept open are served all the same, and closing leaves none open', async () => {
  const files = countingFiles()
  const store = expectOk(await open(await temporaryFolder(), { files }))
  const works = Array.from({ length: 40 }, (_, k) => taggings(`doc-${k}`, 3))
  for (const { article: each } of works) expectOk(await store.create(each, original))
  for (const k of [0, 1, 2])
    await Promise.all(
      works.map(async (work) => expectOk(await store.append(work.article.id, work.edits[k]!))),
    )
  for (const work of works)
    expect(expectOk(await store.read(work.article.id))).toMatchObject({ revision: 3, records: work.after(3) })
  await store.journalSize('doc-0')
  expect(files.opened()).toBeLessThanOrEqual(17) // sixteen, and one that is just being closed
  await store.close()
  expect(files.opened()).toBe(0)
})

/** This machine's disk, which knows how many files are open. */
function countingFiles(): Files & { readonly opened: () => number } {
  const files = nodeFiles()
  let opened = 0
  return {
    ...files,
    opened: () => opened,
    open: async (path, how) => {
      const file = await files.open(path, how)
      opened++
      return { ...file, close: () => file.close().finally(() => opened--) }
    },
  }
}
