import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { invertAll } from '../core/change/invert'
import { codebook as codebookSchema } from '../core/codebook/codebook'
import { problemsWithin } from '../core/codebook/succession'
import { newsCodebook } from '../core/codebook/news'
import { defaultPreferences } from '../core/preferences'
import { time } from '../testing/records'
import { migrations } from './migrations/index'
import { setsComments } from './migrations/sets-comments'
import { setsVerdicts } from './migrations/sets-verdicts'
import { workspaceCodebook } from './migrations/workspace-codebook'
import type { WorkspaceStore } from './store'
import { firstVersion } from './testing/first-version'
import { open, temporaryFolder } from './testing/workspaces'

/** A folder with the files of the first version in it. */
async function firstWorkspace(without: readonly string[] = []): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, content] of Object.entries(firstVersion)) {
    if (without.includes(name)) continue
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

const read = async (store: WorkspaceStore) => expectOk(await store.read('doc-1'))

test('every migration is known to these tests', () =>
  expect(migrations).toEqual({
    workspace: [workspaceCodebook],
    preferences: [],
    article: [],
    sets: [setsComments, setsVerdicts],
  }))

test('a workspace of the first version has the second codebook, and keeps the first', async () => {
  const store = expectOk(await open(await firstWorkspace()))
  const { codebook, earlier, people, documents, migrations: had } = store.workspace
  expect(store.warnings).toEqual([])
  expect(had).toEqual([workspaceCodebook.id])
  expect([people.map(({ name }) => name), documents.map(({ title }) => title)]).toEqual([
    ['Ada'],
    ['Fares rise'],
  ])
  expect(codebook).toMatchObject({ id: 'assay-news', version: 2 })
  expect(codebook.tags.map(({ id, attributes }) => [id, attributes.length])).toEqual([
    ['claim', 4],
    ['source', 3],
    ['figure', 4],
  ])
  expect(earlier.map(({ version }) => version)).toEqual([1])
  expect(earlier[0]!.tags.flatMap(({ attributes }) => attributes)).toEqual([])
  expect(earlier[0]!.links.find(({ id }) => id === 'same-as')).toEqual({
    id: 'same-as',
    name: 'same as',
    inverse: '',
    ends: [
      { from: 'claim', to: 'claim' },
      { from: 'claim', to: 'source' },
      { from: 'source', to: 'claim' },
      { from: 'source', to: 'source' },
    ],
    retired: false,
  })
  for (const each of [codebook, ...earlier]) {
    expect(codebookSchema.parse(each)).toEqual(each)
    expect(problemsWithin(each)).toEqual([])
  }
})

test('what a migration gave is what a new workspace has, for as long as that is the second version', async () => {
  const store = expectOk(await open(await firstWorkspace()))
  expect(newsCodebook.version).toBe(2)
  expect(store.workspace.codebook).toEqual(newsCodebook)
})

test.each([
  ['with its snapshot', []],
  ['without one', ['documents/doc-1/sets.json']],
])('its annotations are as they were, and its history can be undone, %s', async (_, without) => {
  const folder = await firstWorkspace(without)
  const store = expectOk(await open(folder))
  const before = await read(store)
  expect(before).toMatchObject({
    text: before.article.text,
    revision: 4,
    warnings: [],
    article: { lines: [{ line: 0 }] },
  })
  expect(
    before.records.annotations.map(({ tag, note, span, codebook }) => [tag, span[0]!.exact, note, codebook]),
  ).toEqual([
    ['claim', 'Fares rise', 'since May', 1],
    ['source', 'the operator', '', 1],
  ])
  expect(before.records.links.map(({ type }) => type)).toEqual(['attributed-to'])
  expect(before.records.comments).toEqual([])
  const edits = expectOk(await store.recentEdits('doc-1', 9))
  for (const edit of edits.toReversed())
    expectOk(
      await store.append('doc-1', {
        ...edit,
        id: `undo-${edit.id}`,
        at: time(59),
        changes: invertAll(edit.changes),
        undoes: edit.id,
      }),
    )
  await store.close()
  const again = await read(expectOk(await open(folder)))
  expect(again).toMatchObject({
    revision: 8,
    records: { sets: [], annotations: [], links: [], comments: [] },
  })
})

test('its preferences keep what was chosen, and have what came since', async () => {
  const store = expectOk(await open(await firstWorkspace()))
  expect(store.preferences).toEqual({ ...defaultPreferences, textSize: 22, document: 'doc-1' })
})

test('it is written in the new form and opened again as it was', async () => {
  const folder = await firstWorkspace()
  const store = expectOk(await open(folder))
  const { workspace } = store
  expectOk(await store.saveWorkspace(workspace))
  await store.close()
  expect(expectOk(await open(folder)).workspace).toEqual(workspace)
})
