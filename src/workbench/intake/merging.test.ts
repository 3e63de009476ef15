import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Params, Reply } from '../../api/contract'
import { expectOk } from '../../base/outcome'
import type { Annotation } from '../../core/annotation/annotation'
import type { Person } from '../../core/annotation/set'
import type { Edit } from '../../core/change/change'
import { annotate, retag, tagSpan, undoEdit, untag } from '../../core/change/edits'
import { linkTo } from '../../core/change/edit-links'
import { type DocumentState, recordsOf } from '../../core/change/state'
import { linkTypeById, tagById } from '../../core/codebook/codebook'
import { namesInZip } from '../../formats/sets/zip-names'
import { memoryStore } from '../../store/memory-store'
import { type Gesture, anyGesture, editBy } from '../../testing/gestures'
import { marked } from '../../testing/marked'
import { ada, authorOf, ben } from '../../testing/records'
import { setFile } from '../../testing/round-trip'
import { sorted } from '../../testing/replica'
import { inProcess, taskFunctions } from '../tasks'
import { Annotator, type Rehearsal, correction, filesOf, hashOf, rehearse } from '../testing/rehearsal'

/** The second line of the article, in which nothing is tagged. */
const REST = '\nMore in June.'
const TEXT = `Crime, police said, fell 12% in May.${REST}`

type Told = Reply<'sets.import'>
type Bundle = Params<'sets.import'>['files'][number]

/** Somebody with a workspace of their own, whose ids nobody else makes. */
class Colleague {
  readonly rehearsal: Rehearsal
  readonly #person: Person
  readonly #newId: (kind: string) => string
  #seconds = 0
  id = ''

  constructor(person: Person) {
    let last = 0
    this.#person = person
    this.#newId = (kind) => `${kind}-${person.name}-${++last}`
    this.rehearsal = rehearse({
      store: memoryStore(person),
      ports: { newId: this.#newId, runTask: inProcess(taskFunctions(hashOf, this.#newId)) },
    })
  }

  async opens(text: string): Promise<void> {
    const files = filesOf({ 'crime.txt': text })
    this.id = expectOk(await this.rehearsal.client.send('library.add', { files })).added[0]!.id
  }

  async state(): Promise<DocumentState> {
    return (await Annotator.at(this.rehearsal, this.id)).state
  }

  get author() {
    const { codebook } = authorOf(this.#person)
    // Everybody's clock is at another second, and goes on.
    const wrongBy = this.#person === ada ? 0 : 1000
    const now = () => new Date(Date.UTC(2026, 0, 5, 10, 0, ++this.#seconds + wrongBy)).toISOString()
    return { person: this.#person, codebook, newId: this.#newId, now }
  }

  async does(edit: Edit | undefined): Promise<void> {
    if (edit) expectOk(await this.rehearsal.client.send('article.perform', { id: this.id, edit }))
  }

  /** Tags what stands in brackets in the first line. */
  async tags(source: string, tagId = 'claim'): Promise<Annotation> {
    const { author } = this
    const tag = tagById(author.codebook, tagId)!
    const { edit, annotation } = tagSpan(await this.state(), author, tag, marked(source + REST).ranges)
    await this.does(edit)
    return annotation
  }

  async bundle(more: Partial<Params<'sets.export'>> = {}): Promise<Bundle> {
    const params = { documents: [this.id], format: 'assay-bundle', ...more }
    const { file, differences } = expectOk(await this.rehearsal.client.send('sets.export', params))
    expect(differences).toEqual([])
    return file
  }

  async takes({ name, bytes }: Bundle, more: Partial<Params<'sets.import'>> = {}): Promise<Told> {
    const files = [{ name, bytes: bytes.slice() }]
    const params = { files, rehearse: false, take: [], keep: [], labels: [], ...more }
    const told = expectOk(await this.rehearsal.client.send('sets.import', params))
    expect(told.problems).toEqual([])
    if (this.id === '') this.id = told.documents[0]?.id ?? ''
    return told
  }

  async records(): Promise<unknown> {
    return sorted(recordsOf(await this.state()))
  }

  async lastEdit(): Promise<Edit> {
    return expectOk(await this.rehearsal.client.send('article.open', { id: this.id })).recent.at(-1)!
  }
}

/** Ada has tagged a claim and a source, and Ben has taken both in. */
async function together() {
  const [a, b] = [new Colleague(ada), new Colleague(ben)]
  await a.opens(TEXT)
  const claim = await a.tags('[Crime], police said, [fell 12% in May].')
  const source = await a.tags('Crime, [police] said, fell 12% in May.', 'source')
  await b.takes(await a.bundle())
  return { a, b, claim, source }
}

const none = { annotations: 0, links: 0, comments: 0, verdicts: 0, answers: 0 }
const only = ({ documents }: Told) => {
  expect(documents).toHaveLength(1)
  return documents[0]!
}

test('what each does comes to the other, and to the same end', async () => {
  const { a, b, claim, source } = await together()
  expect(await b.records()).toEqual(await a.records())
  await b.tags('Crime, police said, fell [12%] in May.', 'figure')
  await b.does(annotate(b.author, claim, 'seasonal'))
  const type = linkTypeById(a.author.codebook, 'attributed-to')!
  await a.does(linkTo(await a.state(), a.author, type, claim, source).edit)
  const told = only(await a.takes(await b.bundle()))
  expect(told).toMatchObject({
    how: 'hash',
    added: { ...none, annotations: 1 },
    changed: { ...none, annotations: 1 },
    removed: none,
    same: { ...none, annotations: 1 },
    conflicts: { count: 0, first: [] },
  })
  expect((await a.lastEdit()).name).toBe('Merge annotations')
  await b.takes(await a.bundle())
  expect(await b.records()).toEqual(await a.records())
})

test('the same file again, or an older one, changes nothing and removes nothing', async () => {
  const { a, b, claim } = await together()
  const [old, { codebook }] = [await a.bundle(), a.author]
  await a.does(retag(a.author, claim, tagById(codebook, 'figure')!))
  await b.tags('Crime, police said, fell [12%] in May.', 'figure')
  const news = await b.bundle()
  await a.takes(news)
  const before = [await a.records(), a.rehearsal.announced.length]
  for (const file of [news, old, news]) {
    const { added, changed, removed, unseen, conflicts } = only(await a.takes(file))
    expect([added, changed, removed, unseen, conflicts.count]).toEqual([none, none, none, 0, 0])
  }
  expect([await a.records(), a.rehearsal.announced.length]).toEqual(before)
})

test('what one removed is removed, unless it has been linked meanwhile', async () => {
  const { a, b, claim, source } = await together()
  await a.does(untag(await a.state(), a.author, claim, 'Claim'))
  await a.does(untag(await a.state(), a.author, source, 'Source'))
  const mine = await a.bundle()
  expect(only(await b.takes(mine, { rehearse: true })).removed).toEqual({ ...none, annotations: 2 })
  const type = linkTypeById(b.author.codebook, 'attributed-to')!
  await b.does(linkTo(await b.state(), b.author, type, claim, source).edit)
  const told = only(await b.takes(mine))
  expect(told.removed).toEqual(none)
  expect(
    told.conflicts.first.map(({ what, words, mine: here, theirs, why }) => [what, words, here, theirs, why]),
  ).toEqual([
    [
      'Claim by Ada',
      'Crime … fell 12% in May',
      'Tagged as claim, on “Crime … fell 12% in May”',
      'Removed',
      'It was removed there, but something here needs it.',
    ],
    [
      'Source by Ada',
      'police',
      'Tagged as source, on “police”',
      'Removed',
      'It was removed there, but something here needs it.',
    ],
  ])
  await a.takes(await b.bundle())
  expect(await a.records()).toEqual(await b.records())
})

/** Ada has noted the claim, and Ben has made a figure of it, later. */
async function apart() {
  const { a, b, claim } = await together()
  await a.does(annotate(a.author, claim, 'seasonal'))
  await b.does(retag(b.author, claim, tagById(b.author.codebook, 'figure')!))
  return { a, b, claim }
}

describe('what both changed', () => {
  test('is told with both versions, before anything is done and then', async () => {
    const { a, b, claim } = await apart()
    const file = await b.bundle()
    const conflict = {
      id: claim.id,
      what: 'Claim by Ada',
      words: 'Crime … fell 12% in May',
      mine: 'Tagged as claim, the note “seasonal”',
      theirs: 'Tagged as figure, no note',
      stands: 'theirs',
    }
    const rehearsed = only(await a.takes(file, { rehearse: true }))
    expect(rehearsed.conflicts).toMatchObject({ count: 1, first: [conflict] })
    expect(rehearsed.conflicts.first[0]!.why).toMatch(
      /^The later one stands: 2026-01-05 .* here, .* there \(UTC\)\.$/,
    )
    expect(only(await a.takes(file))).toEqual(rehearsed)
    expect((await a.state()).annotations.get(claim.id)!.tag).toBe('figure')
  })

  test('is as a person decides, here and there', async () => {
    const { a, b, claim } = await apart()
    const file = await b.bundle()
    await a.takes(file, { keep: [claim.id] })
    expect((await a.state()).annotations.get(claim.id)).toMatchObject({ tag: 'claim', note: 'seasonal' })
    expect(only(await a.takes(file, { keep: [claim.id] })).changed).toEqual(none)
    expect(only(await b.takes(await a.bundle())).conflicts.count).toBe(0)
    expect(await b.records()).toEqual(await a.records())
  })

  test('can be undone with the whole merge', async () => {
    const { a, b } = await apart()
    const before = await a.records()
    await a.takes(await b.bundle())
    await a.does(undoEdit(a.author, await a.lastEdit()))
    expect(await a.records()).toEqual(before)
  })
})

test('what was removed before anybody else had it is noted, and no older file brings it', async () => {
  const { a, b } = await together()
  const figure = await b.tags('Crime, police said, fell [12%] in May.', 'figure')
  const old = await b.bundle()
  await b.does(untag(await b.state(), b.author, figure, 'Figure'))
  const told = only(await a.takes(await b.bundle()))
  expect([told.added, told.removed, told.unseen > 0]).toEqual([none, none, true])
  expect(only(await a.takes(old)).added).toEqual(none)
  expect(await a.records()).toEqual(await b.records())
})

describe('is compared and not merged:', () => {
  test('what is of another text, since somebody corrected it', async () => {
    const { a, b, claim } = await together()
    await b.does(correction('Crime, police said, fell 12% in May.\nMore in [June].', 'July'))
    await b.does(annotate(b.author, (await b.state()).annotations.get(claim.id)!, 'which year?'))
    await a.does(untag(await a.state(), a.author, claim, 'Claim'))
    const told = only(await a.takes(await b.bundle()))
    expect([told.how, told.removed, told.conflicts.count]).toEqual(['id', none, 0])
    expect((await a.lastEdit()).stamps).toBeUndefined()
  })

  test('what has labels that a person took for other tags', async () => {
    const { a, b } = await together()
    await b.tags('Crime, police said, fell [12%] in May.', 'figure')
    await a.takes(await b.bundle(), { labels: [{ label: 'figure', tag: 'claim' }] })
    const edit = await a.lastEdit()
    expect([edit.name, edit.stamps]).toEqual(['Import annotations', undefined])
  })

  test('what is of some annotators only: the others have not removed theirs', async () => {
    const { a, b } = await together()
    await b.tags('Crime, police said, fell [12%] in May.', 'figure')
    const file = await b.bundle({ annotators: ['Ben'] })
    const names = namesInZip(setFile(file.name, file.bytes))
    expect(names.filter((name) => name.endsWith('ledger.json'))).toEqual([])
    expect(only(await a.takes(file))).toMatchObject({ added: { annotations: 1 }, removed: none })
    expect((await a.lastEdit()).name).toBe('Import annotations')
  })
})

const anyWork: fc.Arbitrary<{ readonly who: 0 | 1; readonly does: Gesture | 'take' }> = fc.record({
  who: fc.constantFrom(0, 1),
  does: fc.oneof(
    { weight: 5, arbitrary: anyGesture.filter(({ kind }) => kind !== 'correct' && kind !== 'restore') },
    fc.constant('take' as const),
  ),
})

test('two who work and exchange files at any time end the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyWork, { maxLength: 16 }), async (work) => {
      const { a, b } = await together()
      for (const { who, does } of work) {
        const [one, other] = who === 0 ? [a, b] : [b, a]
        if (does === 'take') await one.takes(await other.bundle())
        else await one.does(editBy(one.author, await one.state(), does))
      }
      const [mine, theirs] = [await a.bundle(), await b.bundle()]
      await a.takes(theirs)
      await b.takes(mine)
      expect(await b.records()).toEqual(await a.records())
      const again = [only(await a.takes(await b.bundle())), only(await b.takes(await a.bundle()))]
      for (const { added, changed, removed, unseen } of again)
        expect([added, changed, removed, unseen]).toEqual([none, none, none, 0])
    }),
    { numRuns: 25 },
  )
})
