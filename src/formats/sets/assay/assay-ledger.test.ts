import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../../base/outcome'
import { annotate, undoEdit, untag } from '../../../core/change/edits'
import { recordsOf } from '../../../core/change/state'
import { keyOf } from '../../../core/review/ledger'
import { anyGesture } from '../../../testing/gestures'
import { ada, articleOf, ben } from '../../../testing/records'
import { Replica, START, claim, entriesOf, source } from '../../../testing/replica'
import { readWith, setFile } from '../../../testing/round-trip'
import { exportedOf } from '../../../testing/toy'
import type { AnnotatedDocument } from '../codec'
import { filesInZip, zipOf } from '../zip'
import { assayBundle } from './assay-bundle'

const FILE = 'documents/001-Crime/ledger.json'
const SETS = 'documents/001-Crime/sets.json'

/** Ada has noted the claim and removed the source. */
function adas(): Replica {
  const replica = new Replica(ada)
  replica.makes('Tag', ...START)
  replica.does(annotate(replica.author, claim, 'seasonal'))
  replica.does(untag(replica.state, replica.author, source, 'Source'))
  return replica
}

const documentOf = ({ state, ledger }: Replica): AnnotatedDocument => ({
  article: articleOf('doc-1', state.text, 'Crime'),
  records: recordsOf(state),
  ledger,
})

const bundleOf = (document: AnnotatedDocument) => setFile('a.assay', assayBundle.write(exportedOf(document)))

/** The bundle with one of its files written otherwise. */
function changed(name: string, change: (words: string) => string) {
  const files = expectOk(filesInZip(bundleOf(documentOf(adas())))).map((file): [string, Uint8Array] => [
    file.name,
    file.name === name ? new TextEncoder().encode(change(new TextDecoder().decode(file.bytes))) : file.bytes,
  ])
  return readWith(assayBundle, setFile('a.assay', zipOf(Object.fromEntries(files))))
}

test('the file says when each record was made, changed and removed, and what was removed', () => {
  const files = expectOk(filesInZip(bundleOf(documentOf(adas()))))
  const file = files.find(({ name }) => name === FILE)!
  expect(JSON.parse(new TextDecoder().decode(file.bytes))).toEqual({
    entries: [
      {
        of: 'annotation',
        id: 'ann-claim',
        at: '2026-01-05T09:00:03.000Z',
        past: ['2026-01-05T09:00:01.000Z'],
      },
      {
        of: 'annotation',
        id: 'ann-source',
        at: '2026-01-05T09:00:01.000Z',
        gone: '2026-01-05T09:00:04.000Z',
        past: [],
        record: source,
      },
      { of: 'set', id: 'set-person-ada', at: '2026-01-05T09:00:01.000Z', past: [] },
    ],
  })
})

test('what is written comes back', () => {
  fc.assert(
    fc.property(fc.array(anyGesture, { maxLength: 15 }), (gestures) => {
      const replica = new Replica(ben)
      replica.makes('Tag', ...START)
      for (const gesture of gestures) replica.gestures(gesture)
      replica.does(undoEdit(replica.author, replica.edits.at(-1)!))
      const { documents, problems } = readWith(assayBundle, bundleOf(documentOf(replica)))
      expect(problems).toEqual([])
      expect(entriesOf(documents[0]!.ledger!)).toEqual(entriesOf(replica.ledger))
    }),
  )
})

test('a bundle without it is read as ever', () => {
  const { article, records } = documentOf(adas())
  const { documents, problems } = readWith(assayBundle, bundleOf({ article, records }))
  expect([documents.length, documents[0]!.ledger, problems]).toEqual([1, undefined, []])
})

const edited = (json: string, change: (lists: { annotations: { id: string }[] }) => void): string => {
  const lists = JSON.parse(json) as { annotations: { id: string }[] }
  change(lists)
  return JSON.stringify(lists)
}

test('a record that another program added is known by its own time', () => {
  const { documents } = changed(SETS, (json) =>
    edited(json, ({ annotations }) => annotations.push({ ...annotations[0]!, id: 'ann-new' })),
  )
  const entry = documents[0]!.ledger!.get(keyOf('annotation', 'ann-new'))!
  expect(entry).toMatchObject({ at: '2026-01-05T09:00:02.000Z', past: [] })
})

test('a record that another program took out is not taken for removed', () => {
  const { documents, problems } = changed(SETS, (json) =>
    edited(json, ({ annotations }) => annotations.pop()),
  )
  expect([documents[0]!.ledger!.has(keyOf('annotation', claim.id)), problems]).toEqual([false, []])
})

test.each([
  ['a time that is none', '"gone": "2026', '"gone": "soon'],
  ['a time that cannot be', '"gone": "2026', '"gone": "9999'],
  [
    'a kind that is none',
    '"of": "annotation",\n      "id": "ann-source"',
    '"of": "idea", "id": "ann-source"',
  ],
])('an entry with %s is named, and the others are read', (_, was, is) => {
  const { documents, problems } = changed(FILE, (json) => json.replace(was, is))
  expect(problems).toHaveLength(1)
  expect(problems[0]!.place).toContain(`${FILE} entries[1]`)
  expect([...documents[0]!.ledger!.keys()].toSorted()).toEqual(['annotation ann-claim', 'set set-person-ada'])
})

test.each(['[]', 'null', '{"entries": 7}', '{"ent', '{"__proto__": {"entries": []}}'])(
  'of %j nothing is known, and the document is read',
  (json) => {
    const { documents, problems } = changed(FILE, () => json)
    expect(problems.map(({ place }) => place.slice(0, FILE.length))).toEqual([FILE])
    expect([documents.length, documents[0]!.ledger]).toEqual([1, undefined])
  },
)

test('without records the ledger says nothing: all would look removed', () => {
  const { documents } = changed(SETS, () => '{')
  expect(documents[0]!.ledger).toBeUndefined()
})
