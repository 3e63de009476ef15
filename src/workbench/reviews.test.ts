import { describe, expect, test } from 'vitest'
import type { Params } from '../api/contract'
import { expectOk } from '../base/outcome'
import type { Person } from '../core/annotation/set'
import { undoEdit } from '../core/change/edits'
import { adjudicator, isAdjudicated } from '../core/review/adjudicated'
import { ada, authorOf, ben } from '../testing/records'
import { Colleagues } from './testing/colleagues'
import { filesOf, rehearse } from './testing/rehearsal'

const cleo: Person = { id: 'person-cleo', name: 'Cleo' }

/** Two articles: in the first, Ada and Ben agree on the cat, and differ otherwise; only Ada knows the second. */
async function twoArticles() {
  const rehearsal = rehearse()
  const { client, workbench } = rehearsal
  const files = filesOf({ 'cat.txt': 'The cat sat, they said.', 'dog.txt': 'the dog ran' })
  const { added } = expectOk(await client.send('library.add', { files }))
  const [cat, dog] = added.map(({ id }) => new Colleagues(workbench.handlers, id)) as [Colleagues, Colleagues]
  const adas = await cat.tag(ada, 'The [cat] sat, they said.')
  await cat.tag(ben, 'The [cat] sat, they said.')
  const they = await cat.tag(ada, 'The cat sat, [they] said.', 'source')
  await cat.tag(ben, 'The cat sat, [they said].', 'source')
  await cat.link(ada, adas, they)
  await dog.tag(ada, 'the [dog] ran')
  const settle = (more: Partial<Params<'review.settle'>> = {}) =>
    client.send('review.settle', { documents: [], rules: { majority: false }, rehearse: false, ...more })
  return { ...rehearsal, cat, dog, settle }
}

/** What was settled, in words. */
const settledIn = async (document: Colleagues): Promise<string[]> => {
  const { sets, annotations } = await document.state()
  return [...annotations.values()].flatMap(({ set, tag, span }) =>
    isAdjudicated(sets.get(set)!) ? [`${tag} ${span[0]!.exact}`] : [],
  )
}

describe('comparing', () => {
  test('gives every case as plain data, in the order of the text', async () => {
    const { client, cat } = await twoArticles()
    const { annotators, cases } = expectOk(
      await client.send('review.compare', { document: cat.id, annotators: ['Ben', ada.id] }),
    )
    expect(annotators).toEqual([ben, ada])
    expect(cases).toMatchObject([
      {
        kind: 'annotation',
        differences: ['agreed'],
        standing: 'open',
        missing: [],
        members: [
          { annotator: ada.id, tag: 'claim', quote: 'cat', ranges: [{ start: 4, end: 7 }], attributes: {} },
          { annotator: ben.id, tag: 'claim', quote: 'cat' },
        ],
      },
      {
        kind: 'link',
        differences: ['alone'],
        missing: [ben.id],
        members: [
          { annotator: ada.id, type: 'attributed-to', from: { quote: 'cat' }, to: { quote: 'they' } },
        ],
      },
      {
        kind: 'annotation',
        differences: ['boundary'],
        members: [{ quote: 'they' }, { quote: 'they said', ranges: [{ start: 13, end: 22 }] }],
      },
    ])
  })

  test('says how far a case has come, and compares with what was settled', async () => {
    const { client, cat, settle } = await twoArticles()
    expectOk(await settle())
    const compare = async (...annotators: string[]) =>
      expectOk(await client.send('review.compare', { document: cat.id, annotators })).cases.map(
        ({ standing, differences }) => [standing, differences[0]],
      )
    expect(await compare('Ada', 'Ben')).toEqual([
      ['settled', 'agreed'],
      ['open', 'alone'],
      ['open', 'boundary'],
    ])
    expect((await compare('Ada', adjudicator.name)).map(([, difference]) => difference)).toEqual([
      'agreed',
      'alone',
      'alone',
    ])
  })

  test.each([
    [['Ada', 'Cleo'], 'No annotator here is called “Cleo”. There are Ada and Ben.'],
    [['Ada', ada.id], 'It takes two annotators to compare, and only Ada is named.'],
  ])('refuses %j', async (annotators, message) => {
    const { client, cat } = await twoArticles()
    expect(await client.send('review.compare', { document: cat.id, annotators })).toMatchObject({
      refusal: { message },
    })
  })
})

describe('settling', () => {
  test('settles what all agree on, and says what is left and where there is nothing to compare', async () => {
    const { cat, dog, settle } = await twoArticles()
    expect(expectOk(await settle())).toEqual({
      documents: [{ id: cat.id, settled: { unanimous: 1, majority: 0, alone: 0 }, open: 2 }],
      left: [{ id: dog.id, why: 'There is nothing to compare: only Ada has annotated it.' }],
      troubles: [],
    })
    expect(await settledIn(cat)).toEqual(['claim cat'])
    expect(await settledIn(dog)).toEqual([])
  })

  test('is one edit a document by whoever works here: announced, in the journal, and undone as one', async () => {
    const { client, cat, settle, announced } = await twoArticles()
    const before = await cat.state()
    announced.length = 0
    expectOk(await settle())
    const { recent, revision, verdicts } = expectOk(await client.send('article.open', { id: cat.id }))
    const edit = recent.at(-1)!
    expect(edit).toMatchObject({ name: 'Settle 1 by rule', author: ada.id })
    expect(announced).toContainEqual({ event: 'article.edited', payload: { id: cat.id, revision, edit } })
    expect(verdicts.map(({ by, rule }) => [by, rule])).toEqual([
      [ada, 'unanimous'],
      [ada, 'unanimous'],
    ])
    const undo = undoEdit(
      authorOf(ada, (kind) => `${kind}-undo`),
      edit,
    )
    expectOk(await client.send('article.perform', { id: cat.id, edit: undo }))
    expect(await cat.state()).toEqual(before)
  })

  test('a rehearsal says the same and does nothing', async () => {
    const { client, cat, settle } = await twoArticles()
    const { revision } = expectOk(await client.send('article.open', { id: cat.id }))
    const rehearsed = expectOk(await settle({ rehearse: true }))
    expect(expectOk(await client.send('article.open', { id: cat.id })).revision).toBe(revision)
    expect(expectOk(await settle())).toEqual(rehearsed)
  })

  test('done again, it settles nothing more and makes no edit', async () => {
    const { client, cat, settle } = await twoArticles()
    expectOk(await settle())
    const { revision } = expectOk(await client.send('article.open', { id: cat.id }))
    expect(expectOk(await settle()).documents).toMatchObject([{ settled: { unanimous: 0 }, open: 2 }])
    expect(expectOk(await client.send('article.open', { id: cat.id })).revision).toBe(revision)
  })

  test('by majority, of those who are named', async () => {
    const { cat, settle } = await twoArticles()
    await cat.tag(cleo, 'The cat sat, [they said].', 'source')
    const rules = { majority: true }
    const two = await settle({ rules, annotators: ['Ada', 'Ben'], documents: [cat.id], rehearse: true })
    expect(expectOk(two).documents[0]).toMatchObject({ settled: { unanimous: 1, majority: 0 } })
    const all = expectOk(await settle({ rules, documents: [cat.id] }))
    // The link of Ada’s that most do not have is rejected.
    expect(all.documents[0]).toMatchObject({ settled: { unanimous: 0, majority: 3 }, open: 0 })
    expect(await settledIn(cat)).toEqual(['claim cat', 'source they said'])
  })

  test('what one alone marked holds, when that is the rule', async () => {
    const { cat, settle } = await twoArticles()
    await cat.tag(ben, 'The cat [sat], they said.', 'figure')
    const done = expectOk(await settle({ rules: { majority: false, alone: 'ben' } }))
    expect(done.documents).toEqual([
      { id: cat.id, settled: { unanimous: 1, majority: 0, alone: 1 }, open: 2 },
    ])
    expect(await settledIn(cat)).toEqual(['claim cat', 'figure sat'])
  })

  test('one reader is no majority', async () => {
    const { dog, settle } = await twoArticles()
    const rules = { majority: true, alone: 'Ada' }
    expect(expectOk(await settle({ rules, documents: [dog.id] })).documents).toEqual([])
    expect(await settledIn(dog)).toEqual([])
  })

  test('refuses whom and what is not there', async () => {
    const { cat, settle } = await twoArticles()
    await cat.tag(cleo, 'The [cat] sat, they said.')
    const refused = async (more: Partial<Params<'review.settle'>>) => {
      const done = await settle(more)
      return done.ok ? 'done' : done.refusal.message
    }
    expect(await refused({ annotators: ['Ada', 'Dan'] })).toBe(
      'No annotator here is called “Dan”. There are Ada, Ben and Cleo.',
    )
    const cleoAlone = { majority: false, alone: 'Cleo' }
    expect(await refused({ annotators: ['Ada', 'Ben'], rules: cleoAlone })).toBe(
      'No annotator here is called “Cleo”. There are Ada and Ben.',
    )
    expectOk(await settle())
    expect(await refused({ annotators: ['Ada', adjudicator.name] })).toContain('There are Ada, Ben and Cleo.')
    expect(await refused({ documents: ['doc-9'] })).toBe('This workspace has no document “doc-9”.')
  })

  test('when the disk refuses one document, it is told of', async () => {
    const { cat, settle, store } = await twoArticles()
    store.refuse('append', { code: 'storage', message: 'The disk is full.' })
    expect(expectOk(await settle())).toMatchObject({
      documents: [],
      troubles: ['“The cat sat, they said.”: The disk is full.'],
    })
    store.refuse('append', undefined)
    expect(await settledIn(cat)).toEqual([])
  })
})
