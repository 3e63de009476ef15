import { describe, expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { newsCodebook } from '../core/codebook/news'
import { defaultPreferences } from '../core/preferences'
import { ada, articleOf, ben } from '../testing/records'
import { memoryStore } from './memory-store'
import type { WorkspaceStore } from './store'
import { noRecords, stateOf } from '../core/change/state'
import { corrections } from './testing/corrections'
import { original, stateWith, taggings } from './testing/taggings'
import { open, temporaryFolder } from './testing/workspaces'

const kinds: readonly (readonly [string, () => Promise<WorkspaceStore>])[] = [
  ['on disk', async () => expectOk(await open(await temporaryFolder()))],
  ['in memory', async () => memoryStore(ada)],
]

describe.each(kinds)('a store %s', (_, make) => {
  const { article, edits, after } = taggings('doc-1', 12)

  async function withDocument(): Promise<WorkspaceStore> {
    const store = await make()
    expectOk(await store.create(article, original))
    return store
  }
  async function withEdits(count: number): Promise<WorkspaceStore> {
    const store = await withDocument()
    for (const edit of edits.slice(0, count)) expectOk(await store.append('doc-1', edit))
    return store
  }

  test('is new with a person, a codebook and no documents', async () => {
    const store = await make()
    expect(store.workspace).toMatchObject({
      schema: 'assay/workspace',
      people: [ada],
      codebook: newsCodebook,
      documents: [],
    })
    expect(store.preferences).toEqual(defaultPreferences)
    expect(store.warnings ?? []).toEqual([])
  })

  test('keeps the workspace and the preferences, and nobody else’s hold on them', async () => {
    const store = await make()
    const people = [ada]
    expectOk(await store.saveWorkspace({ ...store.workspace, people }))
    people.push(ben)
    expect(store.workspace.people).toEqual([ada])
    expectOk(await store.savePreferences({ ...defaultPreferences, textSize: 22 }))
    expect(store.preferences).toEqual({ ...defaultPreferences, textSize: 22 })
  })

  test('a new document is as it was given, without a journal', async () => {
    const store = await withDocument()
    expect(expectOk(await store.read('doc-1'))).toEqual({
      article,
      text: article.text,
      lines: article.lines,
      records: noRecords,
      revision: 0,
      journal: 0,
      warnings: [],
    })
    expect(await store.journalSize('doc-1')).toBe(0)
    expect(expectOk(await store.recentEdits('doc-1', 5))).toEqual([])
  })

  test('edits are counted, and make the journal longer', async () => {
    const store = await withDocument()
    let size = 0
    for (const [k, edit] of edits.entries()) {
      const { revision, journal } = expectOk(await store.append('doc-1', edit))
      expect(revision).toBe(k + 1)
      expect(journal).toBeGreaterThan(size)
      expect(await store.journalSize('doc-1')).toBe(journal)
      size = journal
    }
    const document = expectOk(await store.read('doc-1'))
    expect(document).toMatchObject({ records: after(12), revision: 12, journal: size, warnings: [] })
  })

  test('what was asked for at once is done in order', async () => {
    const store = await withDocument()
    const answers = await Promise.all(edits.map((edit) => store.append('doc-1', edit)))
    expect(answers.map((answer) => expectOk(answer).revision)).toEqual(edits.map((__, k) => k + 1))
    expect(expectOk(await store.recentEdits('doc-1', 12))).toEqual(edits)
  })

  test.each([0, 1, 5, 12])('with a snapshot at %i of 12 edits it reads the same', async (revision) => {
    const store = await withEdits(12)
    const plain = expectOk(await store.read('doc-1'))
    expectOk(await store.saveSnapshot('doc-1', stateWith(after(revision)), revision))
    expect(expectOk(await store.read('doc-1'))).toEqual(plain)
    expect(expectOk(await store.append('doc-1', taggings('doc-1', 13).edits[12]!)).revision).toBe(13)
  })

  test('a snapshot of what was never there is refused', async () => {
    const store = await withEdits(2)
    const refused = { ok: false, refusal: { code: 'invalid' } }
    expect(await store.saveSnapshot('doc-1', stateWith(after(3)), 3)).toMatchObject(refused)
    expect(expectOk(await store.read('doc-1')).records).toEqual(after(2))
  })

  test('the last edits are given in order', async () => {
    const store = await withEdits(12)
    for (const count of [0, 1, 3, 12, 13, 1000])
      expect(expectOk(await store.recentEdits('doc-1', count))).toEqual(
        count === 0 ? [] : edits.slice(-count),
      )
  })

  test.each([
    [12, 3, 10, 12],
    [9, 4, 6, 9],
    [3, 100, 1, 3],
    [100, 2, 11, 12],
    [0, 5, 1, 0],
    [5, 0, 6, 5],
  ])('before revision %i, up to %i edits are given', async (before, count, first, last) => {
    const store = await withEdits(12)
    expect(expectOk(await store.editsBefore('doc-1', before, count))).toEqual({
      first,
      edits: edits.slice(first - 1, last),
    })
  })

  test('of edits that take up more than they may, fewer are given, but one at least', async () => {
    const store = await withEdits(12)
    const { journal } = expectOk(await store.read('doc-1'))
    const given = expectOk(await store.editsBefore('doc-1', 11, 12, journal / 3)).edits
    expect(given).toEqual(edits.slice(11 - given.length, 11))
    expect(given.length).toBeGreaterThan(1)
    expect(given.length).toBeLessThan(6)
    expect(expectOk(await store.editsBefore('doc-1', 7, 12, 1))).toEqual({ first: 7, edits: [edits[6]] })
    expect(expectOk(await store.recentEdits('doc-1', 12, 1))).toEqual([edits[11]])
  })

  test('the ids of the last edits are given in order', async () => {
    const store = await withEdits(12)
    for (const count of [0, 1, 5, 12, 13])
      expect(expectOk(await store.recentIds('doc-1', count))).toEqual(
        count === 0 ? [] : edits.slice(-count).map(({ id }) => id),
      )
  })

  test.each([0, 1, 2, 3, 4, 5, 6])(
    'a corrected text and comments read the same with a snapshot at %i of 6 edits',
    async (revision) => {
      const work = corrections('doc-1')
      const store = await make()
      expectOk(await store.create(work.article, original))
      for (const edit of work.edits) expectOk(await store.append('doc-1', edit))
      const plain = expectOk(await store.read('doc-1'))
      expect(plain.article).toEqual(work.article)
      expect(stateOf(plain.text, plain.records, plain.lines)).toEqual(work.after(6))
      expectOk(await store.saveSnapshot('doc-1', work.after(revision), revision))
      expect(expectOk(await store.read('doc-1'))).toEqual(plain)
    },
  )

  test('documents do not know of each other', async () => {
    const store = await withEdits(3)
    const other = articleOf('doc-2', 'another text')
    expectOk(await store.create(other, { ...original, extension: '' }))
    expect(expectOk(await store.read('doc-2'))).toMatchObject({ article: other, records: noRecords })
    expect(expectOk(await store.read('doc-1')).revision).toBe(3)
  })

  test('a document that is here is not replaced', async () => {
    const store = await withEdits(3)
    const again = await store.create(articleOf('doc-1', 'another text'), original)
    expect(again).toMatchObject({ refusal: { code: 'conflict' } })
    expect(expectOk(await store.read('doc-1'))).toMatchObject({ article, records: after(3) })
  })

  test('a document that is not here is missed by name', async () => {
    const store = await make()
    const refusal = { code: 'missing', message: 'This workspace has no document “doc-9”.' }
    expect(await store.read('doc-9')).toEqual({ ok: false, refusal })
    expect(await store.append('doc-9', edits[0]!)).toEqual({ ok: false, refusal })
    expect(await store.saveSnapshot('doc-9', stateWith(noRecords), 0)).toEqual({ ok: false, refusal })
    expect(await store.recentEdits('doc-9', 1)).toEqual({ ok: false, refusal })
    expect(await store.recentIds('doc-9', 1)).toEqual({ ok: false, refusal })
    expect(await store.editsBefore('doc-9', 1, 1)).toEqual({ ok: false, refusal })
    expect(await store.journalSize('doc-9')).toBe(0)
  })

  test('a document of any id is kept', async () => {
    const store = await make()
    const ids = [
      '../up',
      'a/b\\c',
      'CON',
      'con',
      'Con.',
      'ä',
      'Ä',
      'x'.repeat(200),
      '📉'.repeat(90),
      '..',
      '-',
    ]
    for (const id of ids) expectOk(await store.create(articleOf(id, `text of ${id}`), original))
    for (const id of ids) expect(expectOk(await store.read(id)).article.text).toBe(`text of ${id}`)
  })

  test('a closed store refuses, and closing twice is closing once', async () => {
    const store = await withEdits(1)
    const under = store.append('doc-1', edits[1]!)
    await Promise.all([store.close(), store.close()])
    expect(expectOk(await under).revision).toBe(2)
    const refused = { refusal: { code: 'cancelled' } }
    expect(await store.read('doc-1')).toMatchObject(refused)
    expect(await store.append('doc-1', edits[2]!)).toMatchObject(refused)
    expect(await store.create(articleOf('doc-2', 'x'), original)).toMatchObject(refused)
    expect(await store.saveWorkspace(store.workspace)).toMatchObject(refused)
    expect(await store.savePreferences(store.preferences)).toMatchObject(refused)
  })
})
