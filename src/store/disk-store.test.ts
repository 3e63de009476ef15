import { readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { defaultPreferences } from '../core/preferences'
import { articleOf, ada, ben } from '../testing/records'
import type { Files } from './files'
import { nodeFiles } from './node-files'
import type { WorkspaceStore } from './store'
import { after, damage, edits, entry, filled, refused } from './testing/filled-workspace'
import { type Operation, flakyFiles } from './testing/flaky-files'
import { original, stateWith, taggings } from './testing/taggings'
import { filesBelow, open, temporaryFolder } from './testing/workspaces'

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
    (store) => store.saveSnapshot('doc-1', stateWith(after(0)), 0),
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
