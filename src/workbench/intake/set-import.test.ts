import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reply } from '../../api/contract'
import { expectOk } from '../../base/outcome'
import { noRecords } from '../../core/change/state'
import { undoEdit } from '../../core/change/edits'
import { newsCodebook } from '../../core/codebook/news'
import { assayBundle } from '../../formats/sets/assay/assay-bundle'
import { compareAnnotations } from '../../core/annotation/annotation'
import { anyDocument } from '../../testing/annotated'
import { assayJson } from '../../formats/sets/assay/assay-json'
import type { AnnotatedDocument } from '../../formats/sets/codec'
import { marked } from '../../testing/marked'
import { ada, annotationOf, articleOf, authorOf, ben, linkOf, setBy, time } from '../../testing/records'
import { exportedOf, toy } from '../../testing/toy'
import { type Rehearsal, filesOf, hashOf, rehearse } from '../testing/rehearsal'

type Told = Reply<'sets.import'>

/** The toy as another workspace has it: with the hash of its text, and annotated by Ben. */
const bens: AnnotatedDocument = {
  article: { ...toy.article, hash: hashOf(toy.article.text) },
  records: {
    ...toy.records,
    sets: [setBy(ben)],
    annotations: toy.records.annotations.map((record) => ({ ...record, set: setBy(ben).id })),
    links: toy.records.links.map((record) => ({ ...record, set: setBy(ben).id })),
    comments: [
      {
        id: 'comment-1',
        on: 'ann-claim',
        author: ben,
        words: 'Which year?',
        created: time(3),
        modified: time(3),
      },
    ],
  },
}

/** The toy as this person alone annotated it. */
const toyBy = (person: typeof ada): AnnotatedDocument => ({
  ...bens,
  records: {
    ...noRecords,
    sets: [setBy(person)],
    annotations: bens.records.annotations.map((record) => ({
      ...record,
      id: `${record.id}-${person.id}`,
      set: setBy(person).id,
    })),
  },
})

const fileOf = (...documents: AnnotatedDocument[]) => ({
  name: 'ben.json',
  bytes: assayJson.write(exportedOf(...documents)),
})

async function take(
  { client }: Rehearsal,
  file: { name: string; bytes: Uint8Array },
  more: Partial<Parameters<Rehearsal['client']['send']>[1]> & object = {},
): Promise<Told> {
  const params = {
    files: [{ ...file, bytes: file.bytes.slice() }],
    rehearse: false,
    take: [],
    labels: [],
    ...more,
  }
  return expectOk(await client.send('sets.import', params))
}

const recordsOf = async ({ client }: Rehearsal, id: string) => {
  const { sets, annotations, links, comments, verdicts, answers } = expectOk(
    await client.send('article.open', { id }),
  )
  return { sets, annotations, links, comments, verdicts, answers }
}

/** A short story of what became of each document: `new +3/2/1 ~0/0/0 =0/0/0`. */
const shortly = ({ documents }: Told): string[] =>
  documents.map(({ how, added, changed, same }) =>
    [
      how,
      ...[added, changed, same].map((t, k) => `${'+~='[k]}${t.annotations}/${t.links}/${t.comments}`),
    ].join(' '),
  )

describe('a set of ours from another workspace', () => {
  test('brings its article, ids, dates and comments', async () => {
    const rehearsal = rehearse()
    const told = await take(rehearsal, fileOf(bens))
    expect(shortly(told)).toEqual(['new +3/2/1 ~0/0/0 =0/0/0'])
    expect(told.problems).toEqual([])
    const id = told.documents[0]!.id!
    expect(id).toBe('doc-crime')
    expect(await recordsOf(rehearsal, id)).toEqual(bens.records)
  })

  test('is found here the second time, and nothing is done', async () => {
    const rehearsal = rehearse()
    await take(rehearsal, fileOf(bens))
    const before = rehearsal.announced.length
    const told = await take(rehearsal, fileOf(bens))
    expect(shortly(told)).toEqual(['hash +0/0/0 ~0/0/0 =3/2/1'])
    expect(rehearsal.announced).toHaveLength(before)
  })

  test('several files of one article at once make one article, with what all of them say', async () => {
    const rehearsal = rehearse()
    const told = expectOk(
      await rehearsal.client.send('sets.import', {
        files: [ada, ben].map((person) => ({ ...fileOf(toyBy(person)), name: `${person.id}.json` })),
        rehearse: false,
        take: [],
        labels: [],
      }),
    )
    expect(told.problems).toEqual([])
    expect(told.documents.map(({ id }) => id)).toEqual(['doc-crime', 'doc-crime'])
    expect(rehearsal.workbench.documents()).toHaveLength(1)
    const { sets, annotations } = await recordsOf(rehearsal, 'doc-crime')
    expect(sets.map(({ annotator }) => annotator.name).toSorted()).toEqual(['Ada', 'Ben'])
    expect(annotations).toHaveLength(6)
  })

  test('is rehearsed without a trace', async () => {
    const rehearsal = rehearse()
    const told = await take(rehearsal, fileOf(bens), { rehearse: true })
    expect(shortly(told)).toEqual(['new +3/2/1 ~0/0/0 =0/0/0'])
    expect(told.documents[0]!.id).toBeUndefined()
    expect(rehearsal.announced).toEqual([])
    expect(rehearsal.workbench.documents()).toEqual([])
  })

  test('joins what is annotated here, and a later version of it replaces what was changed', async () => {
    const rehearsal = rehearse()
    const files = filesOf({ 'crime.txt': toy.article.text })
    const { added } = expectOk(await rehearsal.client.send('library.add', { files }))
    expect(shortly(await take(rehearsal, fileOf(bens)))).toEqual(['hash +3/2/1 ~0/0/0 =0/0/0'])
    const [claim, ...others] = bens.records.annotations
    const later = {
      ...bens,
      records: {
        ...bens.records,
        annotations: [{ ...claim!, note: 'It was seasonal.', modified: time(9) }, ...others],
      },
    }
    expect(shortly(await take(rehearsal, fileOf(later)))).toEqual(['hash +0/0/0 ~1/0/0 =2/2/1'])
    const { annotations } = await recordsOf(rehearsal, added[0]!.id)
    expect(annotations.find(({ id }) => id === 'ann-claim')).toMatchObject({ note: 'It was seasonal.' })
  })

  test('can be taken back, and taken in again', async () => {
    const rehearsal = rehearse()
    const id = (await take(rehearsal, fileOf(bens))).documents[0]!.id!
    const { recent } = expectOk(await rehearsal.client.send('article.open', { id }))
    expect(recent.map(({ name }) => name)).toEqual(['Import annotations'])
    const edit = undoEdit(
      authorOf(ada, () => 'edit-undo'),
      recent[0]!,
    )
    expectOk(await rehearsal.client.send('article.perform', { id, edit }))
    expect((await recordsOf(rehearsal, id)).annotations).toEqual([])
    expect(shortly(await take(rehearsal, fileOf(bens)))).toEqual(['hash +3/2/1 ~0/0/0 =0/0/0'])
  })

  test('whose ids another annotator has here keeps them, signed', async () => {
    const rehearsal = rehearse()
    await take(rehearsal, fileOf({ ...toy, article: bens.article }))
    const told = await take(rehearsal, fileOf(bens))
    expect(shortly(told)).toEqual(['hash +3/2/1 ~0/0/0 =0/0/0'])
    const { annotations } = await recordsOf(rehearsal, told.documents[0]!.id!)
    expect(annotations.map(({ id }) => id)).toContain('ann-claim@person-ben')
    expect(shortly(await take(rehearsal, fileOf(bens)))).toEqual(['hash +0/0/0 ~0/0/0 =3/2/1'])
  })

  test('brings the tags that the codebook lacks, with all that they may say', async () => {
    const rehearsal = rehearse()
    const event = {
      ...newsCodebook.tags[0]!,
      id: 'event',
      name: 'Event',
      key: 'v',
      attributes: [
        { kind: 'text' as const, id: 'place', name: 'Place', description: 'Where it was.', retired: false },
      ],
    }
    const range = marked('📉 [Crime], police said, fell 12% in May.').ranges
    const annotation = annotationOf('ann-event', 'event', toy.article.text, range, {
      attributes: { place: 'here' },
    })
    const document = { ...bens, records: { ...toy.records, annotations: [annotation], links: [] } }
    const bytes = assayJson.write({
      ...exportedOf(document),
      codebook: { ...newsCodebook, tags: [...newsCodebook.tags, event] },
    })
    const told = await take(rehearsal, { name: 'a.json', bytes })
    expect(told.codebook).toEqual(['The tag “Event” is new.', 'The attribute “Place” of “Event” is new.'])
    const { codebook } = expectOk(await rehearsal.client.send('workspace.open', {}))
    expect(codebook.version).toBe(newsCodebook.version + 1)
    expect(codebook.tags.at(-1)).toMatchObject({ id: 'event', name: 'Event', attributes: event.attributes })
    expect((await take(rehearsal, { name: 'a.json', bytes })).codebook).toEqual([])
  })
})

test('whatever anybody has annotated comes out of one workspace and into another as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument('doc-1'), anyDocument('doc-2'), async (one, other) => {
      fc.pre(one.article.text !== other.article.text)
      const documents = [one, other].map(({ article, records }) => ({
        article: { ...article, hash: hashOf(article.text) },
        records,
      }))
      for (const codec of [assayJson, assayBundle]) {
        const rehearsal = rehearse()
        const file = { name: `a.${codec.extension}`, bytes: codec.write(exportedOf(...documents)) }
        const told = await take(rehearsal, file)
        expect([told.problems, told.documents.flatMap(({ refused }) => refused.first)]).toEqual([[], []])
        for (const { article, records } of documents) {
          const { annotations, links } = await recordsOf(rehearsal, article.id)
          expect(annotations.toSorted(compareAnnotations)).toEqual(
            records.annotations.toSorted(compareAnnotations),
          )
          expect(links).toEqual(
            records.links.map((link) => expect.objectContaining({ id: link.id, note: link.note }) as object),
          )
        }
        const again = await take(rehearsal, file)
        expect(
          again.documents.every(
            ({ added, changed }) => added.annotations + changed.annotations + changed.links === 0,
          ),
        ).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

describe('labels', () => {
  test('can be given a tag of ours, or left out with what hangs on them', async () => {
    const rehearsal = rehearse()
    const told = await take(rehearsal, fileOf(bens), {
      labels: [
        { label: 'figure', tag: 'source' },
        { label: 'claim', tag: null },
      ],
    })
    expect(shortly(told)).toEqual(['new +2/0/0 ~0/0/0 =0/0/0'])
    expect(told.labels).toEqual([
      { label: 'claim', count: 1, tag: 'claim' },
      { label: 'source', count: 1, tag: 'source' },
      { label: 'figure', count: 1, tag: 'figure' },
    ])
  })
})

describe('an article whose text reads otherwise here', () => {
  const text = 'On Monday the harbour closed.\nThe police said that crime fell 12% in May.\nNobody was asked.'
  const other = text.replace('On Monday the', 'Harbour\nOn Tuesday, the')
  const figure = marked(text.replace('12%', '[12%]'))
  const police = marked(text.replace('The police', 'The [police]'))
  const theirs: AnnotatedDocument = {
    article: { ...articleOf('doc-theirs', text, 'Harbour'), hash: hashOf(text) },
    records: {
      sets: [setBy(ben)],
      annotations: [
        annotationOf('ann-1', 'figure', text, figure.ranges, { set: setBy(ben).id }),
        annotationOf('ann-2', 'source', text, police.ranges, { set: setBy(ben).id }),
      ],
      links: [linkOf('link-1', 'same-as', 'ann-1', 'ann-2', { set: setBy(ben).id })],
      comments: [],
      verdicts: [],
      answers: [],
    },
  }

  test('is known by its name, and words are found by what stands around them', async () => {
    const rehearsal = rehearse()
    const files = filesOf({ 'Harbour.txt': other })
    const { added } = expectOk(await rehearsal.client.send('library.add', { files }))
    expect(added[0]!.title).toBe('Harbour')
    const told = await take(rehearsal, fileOf(theirs))
    expect(shortly(told)).toEqual(['name +2/1/0 ~0/0/0 =0/0/0'])
    const { annotations } = await recordsOf(rehearsal, added[0]!.id)
    expect(annotations.map(({ span }) => other.slice(span[0]!.start, span[0]!.end))).toEqual([
      'police',
      '12%',
    ])
  })

  test('a place that is not certain is left out until it is taken', async () => {
    const rehearsal = rehearse()
    const changed = `Harbour\n${text.replace('crime fell 12% in May.', 'prices rose (12%), in April')}`
    const files = filesOf({ 'Harbour.txt': changed })
    const { added } = expectOk(await rehearsal.client.send('library.add', { files }))
    const told = await take(rehearsal, fileOf(theirs))
    expect(shortly(told)).toEqual(['name +1/0/0 ~0/0/0 =0/0/0'])
    const { doubtful, refused } = told.documents[0]!
    expect(doubtful.first).toMatchObject([
      { tag: 'Figure', words: '12%', place: 'documents[0].annotations[1]' },
    ])
    expect(refused.first).toEqual([
      { place: 'documents[0].links[0]', message: 'An annotation that it links is not taken.' },
    ])
    const taken = await take(rehearsal, fileOf(theirs), { take: ['documents[0].annotations[1]'] })
    expect(shortly(taken)).toEqual(['name +1/1/0 ~0/0/0 =1/0/0'])
    expect((await recordsOf(rehearsal, added[0]!.id)).annotations).toHaveLength(2)
  })

  test('with a name that is ours and a text that is not, it is another article', async () => {
    const rehearsal = rehearse()
    const files = filesOf({ 'Harbour.txt': 'Harbour\nAnother story altogether.\nWith other words.' })
    expectOk(await rehearsal.client.send('library.add', { files }))
    const told = await take(rehearsal, fileOf(theirs))
    expect(shortly(told)).toEqual(['new +2/1/0 ~0/0/0 =0/0/0'])
    expect(rehearsal.workbench.documents()).toHaveLength(2)
  })
})

test('what no format knows is refused with the names of those that are read', async () => {
  const { client } = rehearse()
  const files = filesOf({ 'a.bin': 'what is this' })
  const told = await client.send('sets.import', { files, rehearse: true, take: [], labels: [] })
  expect(told.ok ? '' : told.refusal.message).toMatch(/“a.bin” is of no format .* Assay JSON/)
})

const many = (count: number) => ({
  name: 'many.jsonl',
  bytes: new TextEncoder().encode(
    Array.from({ length: count }, (_, k) =>
      JSON.stringify({
        id: k,
        text: `Report ${k}: 12% fell.`,
        label: [[`Report ${k}: `.length, `Report ${k}: 12%`.length, 'FIGURE']],
      }),
    ).join('\n'),
  ),
})

describe('many articles in one file', () => {
  test('are all taken in, and the index is written once for many of them', async () => {
    const rehearsal = rehearse()
    const told = await take(rehearsal, many(200))
    expect(told.problems).toEqual([])
    expect(told.documents).toHaveLength(200)
    expect(rehearsal.workbench.documents().every(({ counts }) => counts['figure'] === 1)).toBe(true)
    expect(rehearsal.store.calls.filter((call) => call === 'saveWorkspace').length).toBeLessThan(10)
    expect(
      shortly(await take(rehearsal, many(200))).every((how) => how === 'hash +0/0/0 ~0/0/0 =1/0/0'),
    ).toBe(true)
  })

  test('can be stopped: what was done is whole, and how much that was is told', async () => {
    const rehearsal = rehearse()
    const stop = rehearsal.client.on('task.progress', ({ task }) => {
      void rehearsal.client.send('task.cancel', { task })
    })
    const told = await take(rehearsal, many(500), { task: 'task-1' })
    stop()
    const { documents } = told
    expect(documents.length).toBeGreaterThan(0)
    expect(documents.length).toBeLessThan(500)
    expect(told.problems.at(-1)!.message).toBe(
      `This was cancelled: ${documents.length} of 500 articles had been done, each as a whole.`,
    )
    expect(rehearsal.workbench.documents()).toHaveLength(documents.length)
  })
})

test('the article can be named, whatever the file calls it', async () => {
  const rehearsal = rehearse()
  const files = filesOf({ 'mine.txt': `Preface.\n${toy.article.text}` })
  const { added } = expectOk(await rehearsal.client.send('library.add', { files }))
  const told = await take(rehearsal, fileOf(bens), { document: added[0]!.id })
  expect(shortly(told)).toEqual(['said +3/2/1 ~0/0/0 =0/0/0'])
  const missing = await rehearsal.client.send('sets.import', {
    files: [fileOf(bens)],
    rehearse: true,
    take: [],
    labels: [],
    document: 'doc-nowhere',
  })
  expect(expectOk(missing).problems[0]!.message).toContain('doc-nowhere')
})
