import { expect, test } from 'vitest'
import type { Edit } from '../core/change/change'
import { retag, tagSpan } from '../core/change/edits'
import { applyAll } from '../core/change/apply'
import { emptyState, recordsOf } from '../core/change/state'
import { newsCodebook } from '../core/codebook/news'
import { expectOk } from '../base/outcome'
import { marked } from '../testing/marked'
import { ada, articleOf, authorOf, linkOf } from '../testing/records'
import type { StoredDocument } from '../store/store'
import { problemsOf } from './check'

const [claim, source] = newsCodebook.tags
const sha256 = (text: string): string => `${text.length}`.padStart(64, '0')

/** A document with one tag that was changed once, just as a store would read it. */
function tagged(words: string): { stored: StoredDocument; edits: Edit[] } {
  const { text, range } = marked(words)
  const author = authorOf(ada)
  const first = tagSpan(emptyState(text), author, claim!, [range])
  const edits = [first.edit, retag(author, first.annotation, source!)]
  const state = expectOk(
    applyAll(
      emptyState(text),
      edits.flatMap(({ changes }) => changes),
    ),
  )
  const article = { ...articleOf('doc-1', text), hash: sha256(text) }
  return {
    stored: {
      article,
      text: state.text,
      lines: state.lines,
      records: recordsOf(state),
      revision: edits.length,
      journal: 100,
      warnings: [],
    },
    edits,
  }
}

const { stored, edits } = tagged('the [cat] sat')
const check = (more: Partial<StoredDocument>, journal: readonly Edit[] = edits): string[] =>
  problemsOf({ ...stored, ...more }, journal, sha256)

const withFirst = (annotation: object): Partial<StoredDocument> => ({
  records: { ...stored.records, annotations: [{ ...stored.records.annotations[0]!, ...annotation }] },
})

test('nothing is wrong with a document that is as its journal says', () => expect(check({})).toEqual([]))

test('a text that is not the one imported', () =>
  expect(check({ article: { ...stored.article, hash: '0'.repeat(64) } })).toEqual([
    'The text is not the one that was imported: its hash differs.',
  ]))

test('a quote that the text does not have, with its place', () => {
  const span = [{ start: 4, end: 7, exact: 'dog', prefix: '', suffix: '' }]
  const problems = check(withFirst({ span }))
  expect(problems[0]).toBe('annotations[0] (ann-2): 4–7: It quotes “dog”, and the text has “cat” there.')
  expect(problems.at(-1)).toContain('The journal does not lead to')
})

test('a span outside the text', () => {
  const span = [{ start: 10, end: 14, exact: 'sat.', prefix: '', suffix: '' }]
  expect(check(withFirst({ span }))[0]).toContain('10–14: It ends outside the text, which has 11 units.')
})

test('an annotation and a link without what they belong to', () => {
  const links = [linkOf('link-1', 'supports', stored.records.annotations[0]!.id, 'ann-9', { set: 'set-9' })]
  const problems = check({ records: { ...stored.records, links } })
  expect(problems).toContain('links[0] (link-1): It ends at ann-9, which is not here.')
  expect(problems).toContain('links[0] (link-1): It belongs to the set set-9, which is not here.')
  expect(check(withFirst({ set: 'set-9' }))[0]).toContain('It belongs to the set set-9, which is not here.')
})

test('a journal that is short, or cannot be performed', () => {
  expect(check({}, edits.slice(0, 1))[0]).toBe('The journal holds 1 edits, and not 2.')
  expect(check({}, edits.toReversed())).toEqual([
    expect.stringMatching(/^journal, edit 1 \(edit-\d+, “Change to source”\): ann-2 is not here any more\.$/),
  ])
})

test('what the store set right is told', () =>
  expect(check({ warnings: ['The last line was cut off.'] })).toEqual(['The last line was cut off.']))

test('nothing is wrong with a text that was corrected, until it reads otherwise than its journal says', () => {
  const { text, range } = marked('the cat [sat]')
  const from = { words: 'sat', styles: [] }
  const correction: Edit = {
    ...edits[0]!,
    id: 'edit-correct',
    changes: [{ of: 'text', kind: 'replace', start: range.start, from, to: { words: 'ran', styles: [] } }],
  }
  const more = { text: 'the cat ran', revision: 3 }
  expect(text).toBe(stored.text)
  expect(check(more, [...edits, correction])).toEqual([])
  expect(check({ ...more, text: 'the cat ram' }, [...edits, correction])).toEqual([
    'The journal does not lead to the text and the annotations that are there.',
  ])
  expect(
    check({ ...more, lines: [{ line: 0, kind: 'heading', level: 1 }] }, [...edits, correction]),
  ).toHaveLength(1)
})
