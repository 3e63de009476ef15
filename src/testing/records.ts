import type { NewId } from '../base/id'
import type { Interval } from '../base/intervals'
import type { Annotation } from '../core/annotation/annotation'
import type { Link } from '../core/annotation/link'
import type { AnnotationSet, Person } from '../core/annotation/set'
import { describeSpan } from '../core/annotation/span'
import type { Author } from '../core/change/edits'
import { newsCodebook } from '../core/codebook/news'
import type { Article } from '../core/document/article'

/** A moment, as many seconds after the first as `second` says. */
export const time = (second: number): string => new Date(Date.UTC(2026, 0, 5, 9, 0, second)).toISOString()

export const ada: Person = { id: 'person-ada', name: 'Ada' }
export const ben: Person = { id: 'person-ben', name: 'Ben' }

export const setBy = (annotator: Person): AnnotationSet => ({
  id: `set-${annotator.id}`,
  annotator,
  codebook: newsCodebook.id,
  created: time(0),
})

/** An annotation of Ada's; `more` overrides what matters to the test. */
export const annotationOf = (
  id: string,
  tag: string,
  text: string,
  ranges: readonly Interval[],
  more: Partial<Annotation> = {},
): Annotation => ({
  id,
  set: setBy(ada).id,
  tag,
  span: describeSpan(text, ranges),
  note: '',
  attributes: {},
  codebook: 1,
  created: time(1),
  modified: time(1),
  ...more,
})

/** A link of Ada's. */
export const linkOf = (
  id: string,
  type: string,
  from: string,
  to: string,
  more: Partial<Link> = {},
): Link => ({
  id,
  set: setBy(ada).id,
  type,
  from,
  to,
  note: '',
  created: time(2),
  modified: time(2),
  ...more,
})

/** An article of this text. Its hash is only of the right form. */
export const articleOf = (id: string, text: string, title = 'An article'): Article => ({
  id,
  title,
  text,
  hash: '0'.repeat(64),
  lines: [],
  source: { name: `${id}.txt`, reader: 'text', encoding: 'utf-8', lineEnding: 'lf', size: text.length },
  imported: time(0),
})

/** Ids that count: `ann-1`, `ann-2`, … */
export function countingIds(): NewId {
  let last = 0
  return (kind) => `${kind}-${++last}`
}

/** Somebody at work: every look at the clock is a second later. */
export function authorOf(person: Person, newId: NewId = countingIds()): Author {
  let second = 0
  return { person, codebook: newsCodebook, now: () => time(++second), newId }
}
