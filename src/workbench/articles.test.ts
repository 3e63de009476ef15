import { describe, expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { annotate, undoEdit } from '../core/change/edits'
import type { Edit } from '../core/change/change'
import { MOST_CHANGES, RECENT } from './open-document'
import { type Rehearsal, Annotator, filesOf, rehearse } from './testing/rehearsal'

/** A workspace with one article in it, opened by somebody. */
async function atWorkOn(text: string) {
  const rehearsal = rehearse()
  const { added } = expectOk(
    await rehearsal.client.send('library.add', { files: filesOf({ 'a.txt': text }) }),
  )
  const id = added[0]!.id
  rehearsal.announced.length = 0
  rehearsal.store.calls.length = 0
  return { ...rehearsal, rehearsal, id, annotator: await Annotator.at(rehearsal, id) }
}

const open = async ({ client }: Rehearsal, id: string) => expectOk(await client.send('article.open', { id }))

describe('an edit', () => {
  test('is in the journal before it is confirmed, then announced with the new summary', async () => {
    const { rehearsal, annotator, id, announced, store } = await atWorkOn('the cat sat')
    const edit = annotator.tagging('the [cat] sat')
    expect(expectOk(await annotator.perform(edit))).toEqual({ revision: 1 })
    expect(store.calls.at(-1)).toBe('append')
    expect(expectOk(await store.store.recentEdits(id, 9))).toEqual([edit])
    expect(announced).toMatchObject([
      { event: 'article.edited', payload: { id, revision: 1, edit } },
      { event: 'library.changed', payload: { documents: [{ id, counts: { claim: 1 }, changed: edit.at }] } },
    ])
    expect(await open(rehearsal, id)).toMatchObject({
      revision: 1,
      recent: [edit],
      annotations: [{ tag: 'claim' }],
    })
  })

  test('that does not fit is refused, and nothing has happened', async () => {
    const { rehearsal, annotator, id, announced } = await atWorkOn('the cat sat')
    const first = annotator.tagging('the [cat] sat')
    expectOk(await annotator.perform(first))
    announced.length = 0
    const clash = { ...first, id: 'edit-other' }
    expect(await annotator.perform(clash)).toMatchObject({ refusal: { code: 'conflict' } })
    expect(announced).toEqual([])
    expect((await open(rehearsal, id)).revision).toBe(1)
  })

  test('that was performed before is answered again and not performed twice', async () => {
    const { annotator, rehearsal, id, announced } = await atWorkOn('the cat sat')
    const first = annotator.tagging('the [cat] sat')
    const answers = await Promise.all([annotator.perform(first), annotator.perform(first)])
    expect(answers.map(expectOk)).toEqual([{ revision: 1 }, { revision: 1 }])
    await annotator.tags('the cat [sat]', 'source')
    expect(expectOk(await annotator.perform(first))).toEqual({ revision: 1 })
    expect(announced.filter(({ event }) => event === 'article.edited')).toHaveLength(2)
    expect((await open(rehearsal, id)).annotations).toHaveLength(2)
  })

  test('is refused when the disk refuses, and can be tried again', async () => {
    const { annotator, store, rehearsal, id, announced } = await atWorkOn('the cat sat')
    const edit = annotator.tagging('the [cat] sat')
    store.refuse('append', { code: 'storage', message: 'The disk is full.' })
    expect(await annotator.perform(edit)).toEqual({
      ok: false,
      refusal: { code: 'storage', message: 'The disk is full.' },
    })
    expect(announced).toEqual([])
    expect((await open(rehearsal, id)).annotations).toEqual([])
    store.refuse('append', undefined)
    expect(expectOk(await annotator.perform(edit))).toEqual({ revision: 1 })
  })

  test('to a document that is not here is refused', async () => {
    const { annotator, client } = await atWorkOn('the cat sat')
    const edit = annotator.tagging('the [cat] sat')
    expect(await client.send('article.perform', { id: 'doc-9', edit })).toMatchObject({
      refusal: { code: 'missing' },
    })
  })

  test('may be taken back, and the list says so', async () => {
    const { annotator, rehearsal, id } = await atWorkOn('the cat sat')
    const edit = await annotator.tags('the [cat] sat')
    expectOk(await annotator.perform(undoEdit(annotator.author, edit)))
    expect((await open(rehearsal, id)).annotations).toEqual([])
    expect(rehearsal.workbench.documents()[0]!.counts).toEqual({})
  })

  test('that a listener fails at has happened all the same', async () => {
    const { annotator, workbench, logged } = await atWorkOn('the cat sat')
    workbench.events.subscribe(() => {
      throw new Error('a bug in a window')
    })
    expect(expectOk(await annotator.perform(annotator.tagging('the [cat] sat')))).toEqual({ revision: 1 })
    expect(logged).toHaveLength(2)
  })
})

/** Tags a word and writes its note `count` times. */
async function afterNotes(count: number) {
  const work = await atWorkOn('the cat sat')
  const edits = [await work.annotator.tags('the [cat] sat')]
  let annotation = [...work.annotator.state.annotations.values()][0]!
  for (let k = 0; k < count; k++) {
    const edit = annotate(work.annotator.author, annotation, `note ${k}`)
    expectOk(await work.annotator.perform(edit))
    edits.push(edit)
    for (const change of edit.changes)
      if (change.of === 'annotation' && change.kind === 'replace') annotation = change.to
  }
  return { ...work, edits }
}

describe('the past', () => {
  test('is given from before any revision', async () => {
    const { client, id, edits } = await afterNotes(9)
    const history = await client.send('article.history', { id, before: 7, count: 3 })
    expect(expectOk(history)).toEqual({ first: 5, edits: edits.slice(4, 7) })
    const all = expectOk(await client.send('article.history', { id, before: 1000, count: 1000 }))
    expect(all).toEqual({ first: 1, edits })
    expect(await client.send('article.history', { id: 'doc-9', before: 1, count: 1 })).toMatchObject({
      refusal: { code: 'missing' },
    })
  })

  test('on opening, only as much of it is sent as is quickly told; what was sent before is known all the same', async () => {
    const { annotator, rehearsal, id, edits } = await afterNotes(3)
    const [annotation] = (await open(rehearsal, id)).annotations
    const everything: Edit = {
      ...edits[0]!,
      id: 'edit-everything',
      name: 'Tag everything',
      changes: Array.from({ length: 2 * MOST_CHANGES }, (_, k) => ({
        of: 'annotation',
        kind: 'add',
        record: { ...annotation!, id: `ann-all-${k}` },
      })),
    }
    expectOk(await annotator.perform(everything))
    for (const again of [false, true]) {
      if (again) await rehearsal.rest()
      const { revision, recent } = await open(rehearsal, id)
      expect([revision, recent.map(({ id: each }) => each)]).toEqual([5, ['edit-everything']])
      expect(expectOk(await annotator.perform(edits[0]!))).toEqual({ revision: 1 })
    }
    await annotator.tags('the cat [sat]')
    const latest = (await open(rehearsal, id)).recent
    expect(latest.map(({ name }) => name)).toEqual(['Tag as claim'])
  })
})

describe('snapshots and index', () => {
  test('no edit waits for them; they are written when the document rests', async () => {
    const { annotator, store, rest } = await atWorkOn('the cat sat')
    await annotator.tags('the [cat] sat')
    await annotator.tags('the cat [sat]')
    expect(store.calls).not.toContain('saveSnapshot')
    expect(store.calls).not.toContain('saveWorkspace')
    await rest()
    const count = (call: string): number => store.calls.filter((each) => each === call).length
    expect([count('saveSnapshot'), count('saveWorkspace')]).toEqual([1, 1])
    expect(store.store.workspace.documents).toMatchObject([{ revision: 2, counts: { claim: 2 } }])
    await rest()
    expect([count('saveSnapshot'), count('saveWorkspace')]).toEqual([1, 1])
  })

  test('they are written on closing', async () => {
    const { annotator, store, workbench } = await atWorkOn('the cat sat')
    await annotator.tags('the [cat] sat')
    await workbench.close()
    expect(store.calls.slice(-3)).toEqual(['saveSnapshot', 'saveWorkspace', 'close'])
  })

  test('a long stretch of work is not without one', async () => {
    const { annotator, store, rehearsal, id } = await atWorkOn('the cat sat')
    const edit = await annotator.tags('the [cat] sat')
    let annotation = [...annotator.state.annotations.values()][0]!
    for (let k = 0; k < 2 * RECENT; k++) {
      const next = annotate(annotator.author, annotation, `note ${k}`)
      expectOk(await annotator.perform(next))
      for (const change of next.changes)
        if (change.of === 'annotation' && change.kind === 'replace') annotation = change.to
    }
    await store.idle()
    expect(store.calls.filter((call) => call === 'saveSnapshot').length).toBe(2)
    const opened = await open(rehearsal, id)
    expect(opened.revision).toBe(2 * RECENT + 1)
    expect(opened.recent).toHaveLength(RECENT)
    expect(opened.recent.at(-1)!.name).toBe('Change note')
    expect(opened.recent.some((each) => each.id === edit.id)).toBe(false)
  })

  test('a disk that refuses them is logged, and they are tried again', async () => {
    const { annotator, store, rest, logged } = await atWorkOn('the cat sat')
    store.refuse('saveSnapshot', { code: 'storage', message: 'The disk is full.' })
    store.refuse('saveWorkspace', { code: 'storage', message: 'The disk is full.' })
    await annotator.tags('the [cat] sat')
    await rest()
    expect(logged.map(String).toSorted()).toEqual([
      'Error: The index was not written: The disk is full.',
      expect.stringMatching(/^Error: The snapshot of doc-\d+ was not written: The disk is full\.$/),
    ])
    store.refuse('saveSnapshot', undefined)
    store.refuse('saveWorkspace', undefined)
    await annotator.tags('the cat [sat]')
    await rest()
    expect(store.store.workspace.documents[0]!.revision).toBe(2)
  })
})

test('more documents are used than are kept in memory, and nothing of them is lost', async () => {
  const rehearsal = rehearse()
  const texts = Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`${k}.txt`, `cat ${k} sat`]))
  const { added } = expectOk(await rehearsal.client.send('library.add', { files: filesOf(texts) }))
  const annotators = await Promise.all(added.map(({ id }) => Annotator.at(rehearsal, id)))
  for (const tag of ['claim', 'source'])
    await Promise.all(annotators.map((annotator, k) => annotator.tags(`[cat] ${k} sat`, tag)))
  for (const { id } of added)
    expect((await open(rehearsal, id)).annotations.map(({ tag }) => tag)).toEqual(['claim', 'source'])
  await rehearsal.workbench.close()
  const saved = rehearsal.store.calls.filter((call) => call === 'saveSnapshot')
  expect(saved.length).toBeGreaterThanOrEqual(20)
})
