import { mkdir, readFile, readdir, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { defaultPreferences } from '../core/preferences'
import { ada, articleOf, ben } from '../testing/records'
import { after, article, damage, edits, entry, filled, refused } from './testing/filled-workspace'
import { original, stateWith } from './testing/taggings'
import { filesBelow, open, temporaryFolder } from './testing/workspaces'

test('after everything that is done with a workspace, only what is described lies there', async () => {
  const folder = await filled()
  const store = expectOk(await open(folder))
  for (const edit of edits) expectOk(await store.append('doc-1', edit))
  for (const revision of [3, 8])
    expectOk(await store.saveSnapshot('doc-1', stateWith(after(revision)), revision))
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
  expect(store.workspace.documents).toEqual([{ ...entry, file: article.source.name }])
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
    (await readFile(file, 'utf8')).replace(/"migrations": \[[^\]]*\]/, '"migrations": ["0001-new"]'),
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
