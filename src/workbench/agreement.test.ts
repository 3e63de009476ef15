import { describe, expect, test } from 'vitest'
import type { Params } from '../api/contract'
import { expectOk } from '../base/outcome'
import type { Person } from '../core/annotation/set'
import { newsCodebook } from '../core/codebook/news'
import { ada, ben } from '../testing/records'
import { Colleagues } from './testing/colleagues'
import { filesOf, type Rehearsal, rehearse } from './testing/rehearsal'

const cleo: Person = { id: 'person-cleo', name: 'Cleo' }

/** Articles of these texts, and somebody to annotate each. */
async function stage(texts: Readonly<Record<string, string>>, rehearsal: Rehearsal = rehearse()) {
  const { client, workbench } = rehearsal
  const { added } = expectOk(await client.send('library.add', { files: filesOf(texts) }))
  const desks = added.map(({ id }) => new Colleagues(workbench.handlers, id))
  const survey = (more: Partial<Params<'agreement.survey'>> = {}) =>
    client.send('agreement.survey', { documents: [], ...more })
  return { ...rehearsal, desks, survey, ids: added.map(({ id }) => id) }
}

async function twoRead() {
  const staged = await stage({ 'cat.txt': 'the cat sat', 'dog.txt': 'the dog ran' })
  const [cat, dog] = staged.desks
  await cat!.tag(ada, 'the [cat] sat')
  await cat!.tag(ben, 'the [cat sat]')
  await cat!.tag(ben, '[the] cat sat', 'source')
  await dog!.tag(ada, 'the [dog] ran')
  await dog!.tag(cleo, 'the dog [ran]', 'figure')
  return staged
}

describe('a survey', () => {
  test('has who read what, and the figures', async () => {
    const { survey, ids } = await twoRead()
    const { survey: found, troubles } = expectOk(await survey())
    expect(troubles).toEqual([])
    expect(found.annotators.map(({ name, documents, marks }) => [name, documents, marks])).toEqual([
      ['Ada', 2, 2],
      ['Ben', 1, 2],
      ['Cleo', 1, 1],
    ])
    expect(found.documents.map(({ id, readers }) => [id, readers.length])).toEqual(ids.map((id) => [id, 2]))
    expect(found.split.all).toMatchObject({ boundaryDiffers: 1, missedByFirst: 2, missedBySecond: 1 })
    const partial = found.measures.find(({ id }) => id === 'f1-partial')!
    expect(partial.all).toEqual({ figure: { value: 0.4 }, interval: { tooFew: 2 } })
    expect(found.measures.map(({ id }) => id)).not.toContain('gamma')
  })

  test('of the documents, annotators and measures that are named', async () => {
    const { survey, ids } = await twoRead()
    const params = { documents: [ids[0]!], annotators: ['Ben', ada.id], measures: ['gamma', 'f1-strict'] }
    const { survey: found } = expectOk(await survey(params))
    expect(found.documents.map(({ id }) => id)).toEqual([ids[0]])
    expect(found.annotators.map(({ name }) => name)).toEqual(['Ada', 'Ben'])
    expect(found.measures.map(({ id }) => id)).toEqual(['gamma', 'f1-strict'])
    expect(found.gamma).toMatchObject({ position: 1, category: 1, approximated: 0 })
  })

  test('with what is supposed, by names or ids', async () => {
    const { survey } = await twoRead()
    const whatIf = { leaveOut: ['Cleo'], merge: [{ tag: 'Source', into: 'claim' }], ignoreShift: 0 }
    const { survey: found } = expectOk(await survey({ whatIf }))
    expect(found.annotators.map(({ name }) => name)).toEqual(['Ada', 'Ben'])
    expect(found.tags).toEqual(['claim', 'figure'])
    expect(found.whatIf).toEqual({
      leaveOut: [cleo.id],
      merge: [{ tag: 'source', into: 'claim' }],
      ignoreShift: 0,
    })
  })

  test('says why where what is supposed leaves nothing to compare', async () => {
    const { survey } = await twoRead()
    const whatIf = { leaveOut: ['Ben', 'Cleo'], merge: [], ignoreShift: 0 }
    const { survey: found } = expectOk(await survey({ whatIf }))
    for (const { all } of found.measures) expect(all.figure).toEqual({ undefined: 'one annotator only' })
  })

  test('leaves a document out that cannot be read, and says so', async () => {
    const { store, ids } = await twoRead()
    const again = rehearse({ store: store.store })
    await again.workbench.counted
    expectOk(await again.client.send('article.open', { id: ids[0]! }))
    // What is open need not be read.
    again.store.refuse('read', { code: 'damaged', message: 'It is damaged.' })
    const { survey, troubles } = expectOk(await again.client.send('agreement.survey', { documents: [] }))
    expect(survey.documents.map(({ id }) => id)).toEqual([ids[0]])
    expect(troubles).toEqual(['“the dog ran” is left out: It is damaged.'])
  })

  test('the same when it is asked for again', async () => {
    const { survey } = await twoRead()
    expect(expectOk(await survey({ seed: 5 }))).toEqual(expectOk(await survey({ seed: 5 })))
  })
})

const tagCat = async (desk: Colleagues, ...people: readonly Person[]): Promise<void> => {
  for (const person of people) await desk.tag(person, 'the [cat] sat')
}

describe('it is refused, with a sentence', () => {
  test.each([
    ['when nobody has annotated', [], {}, /Nobody has annotated anything here yet/],
    ['when one has', [ada], {}, /only Ada has/],
    ['when one is named', [ada, ben], { annotators: ['Ada'] }, /only Ada is named/],
    ['when somebody is named who is not there', [ada], { annotators: ['Zoe'] }, /“Zoe”.*There is Ada/],
  ])('%s', async (_, who, params, message) => {
    const { desks, survey } = await stage({ 'cat.txt': 'the cat sat' })
    await tagCat(desks[0]!, ...who)
    expect(await survey(params)).toMatchObject({
      ok: false,
      refusal: { code: 'missing', message: expect.stringMatching(message) },
    })
  })

  test('when no document was read by two', async () => {
    const { desks, survey } = await stage({ 'cat.txt': 'the cat sat', 'dog.txt': 'the dog ran' })
    await desks[0]!.tag(ada, 'the [cat] sat')
    await desks[1]!.tag(ben, 'the [dog] ran')
    const { refusal } = (await survey()) as { refusal: { message: string } }
    expect(refusal.message).toMatch(/No document here was read by two of/)
  })

  test('when a measure, a tag or a document is not there, or there is none at all', async () => {
    const { survey } = await twoRead()
    const merge = [{ tag: 'clam', into: 'claim' }]
    expect(await survey({ measures: ['beta'] })).toMatchObject({
      refusal: { message: expect.stringMatching(/no measure “beta”.*u-alpha/) },
    })
    expect(await survey({ whatIf: { leaveOut: [], merge, ignoreShift: 0 } })).toMatchObject({
      refusal: { message: 'There is no tag “clam”.' },
    })
    expect(await survey({ documents: ['doc-9'] })).toMatchObject({ refusal: { code: 'missing' } })
    expect(await rehearse().client.send('agreement.survey', { documents: [] })).toMatchObject({
      refusal: { code: 'missing' },
    })
  })
})

test('who is there in few documents only is surveyed as if all had been looked at before', async () => {
  const texts = Object.fromEntries(Array.from({ length: 30 }, (_, k) => [`${k}.txt`, `the cat ${k}`]))
  const { survey, desks } = await stage(texts)
  const readers = [ada, ben, cleo]
  for (const [k, desk] of desks.entries())
    for (const person of k < 26 ? readers.slice(0, 2) : readers)
      await desk.tag(person, person === cleo ? `[the] cat ${k}` : `the [cat] ${k}`)
  const { survey: found } = expectOk(await survey())
  expect(found.annotators.map(({ documents }) => documents)).toEqual([30, 30, 4])
  expect(found.pairs.map(({ documents }) => documents)).toEqual([30, 4, 4])
  const strict = found.measures.find(({ id }) => id === 'f1-strict')!
  expect(strict.all.figure).toEqual({ value: 60 / 76 })
  expect(strict.byPair.map(({ cell }) => cell.figure)).toEqual([{ value: 1 }, { value: 0 }, { value: 0 }])
  expect(found.split.all).toMatchObject({ agreed: 30, missedByFirst: 8, missedBySecond: 8 })
})

test('how far it is is told, each document being two steps', async () => {
  const { survey, announced } = await twoRead()
  expectOk(await survey({ task: 'task-1' }))
  const steps = announced.flatMap(({ event, payload }) => (event === 'task.progress' ? [payload] : []))
  expect(steps.at(-1)).toEqual({ task: 'task-1', done: 4, of: 4 })
})

test('it is ended when it is cancelled', async () => {
  const texts = Object.fromEntries(Array.from({ length: 30 }, (_, k) => [`${k}.txt`, `the cat ${k}`]))
  const { survey, desks, client } = await stage(texts)
  for (const [k, desk] of desks.entries()) {
    await desk.tag(ada, `the [cat] ${k}`)
    await desk.tag(ben, `the [cat] ${k}`)
  }
  const running = survey({ task: 'task-1' })
  await client.send('task.cancel', { task: 'task-1' })
  expect(await running).toMatchObject({ ok: false, refusal: { code: 'cancelled' } })
})

test.each([
  ['html', 'agreement-2026-01-05.html', 'text/html', '<!doctype html>'],
  ['markdown', 'agreement-2026-01-05.md', 'text/markdown', '# Agreement between annotators'],
] as const)('a report of methods in %s', async (format, name, mediaType, beginning) => {
  const { client } = await twoRead()
  const reported = expectOk(await client.send('agreement.report', { documents: [], format }))
  expect([reported.file.name, reported.mediaType]).toEqual([name, mediaType])
  const text = new TextDecoder().decode(reported.file.bytes)
  expect(text.startsWith(beginning)).toBe(true)
  for (const words of ['Ada', 'Ben', 'Cleo', `version ${newsCodebook.version}`, 'Nothing has been decided'])
    expect(text).toContain(words)
})
