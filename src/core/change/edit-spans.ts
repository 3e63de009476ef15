import type { Interval } from '../../base/intervals'
import type { Annotation } from '../annotation/annotation'
import { clipRanges, normalised, sameRanges } from '../annotation/ranges'
import { describeSpan, quoteOf } from '../annotation/span'
import { type Tag, tagById } from '../codebook/codebook'
import { graphemeAt } from '../document/words'
import { parsedAttributes, reparsed } from '../insight/parsed-attributes'
import type { Edit } from './change'
import { type Author, added, editOf, newAnnotation, ownSet, removed, replaced, setOf } from './edits'
import { handOver, joinedNotes } from './hand-over'
import type { DocumentState } from './state'

/**
 * Has an annotation cover these ranges of the text, in any order, overlapping or not; id, note, links and comments
 * stay. Undefined when nothing would be covered, or nothing would change. `name` is that of the edit: “Move the end”.
 */
export function respan(
  state: DocumentState,
  author: Author,
  annotation: Annotation,
  ranges: readonly Interval[],
  name: string,
): Edit | undefined {
  const next = clipRanges(ranges, { start: 0, end: state.text.length })
  if (next.length === 0 || sameRanges(next, annotation.span)) return undefined
  return editOf(author, name, [replaced(annotation, covering(state.text, author, annotation, next))])
}

/** The annotation with other words; what was read from the old ones is read from the new ones. */
export function covering(
  text: string,
  author: Author,
  annotation: Annotation,
  ranges: readonly Interval[],
): Annotation {
  const span = describeSpan(text, ranges)
  return {
    ...annotation,
    span,
    attributes: reparsed(annotation, quoteOf(span)),
    modified: author.now(),
  }
}

/**
 * Makes two annotations of one. What lies before `at` keeps id, note, links and comments; what lies after becomes a
 * new one of the same tag and attributes. Blanks at the cut belong to neither. Undefined when `at` does not divide it.
 */
export function splitAt(
  state: DocumentState,
  author: Author,
  annotation: Annotation,
  at: number,
): { readonly edit: Edit; readonly annotation: Annotation } | undefined {
  const { text } = state
  const cut = at < text.length ? graphemeAt(text, at).start : at
  const before = withoutBlanksAtEnd(text, clipRanges(annotation.span, { start: 0, end: cut }))
  const after = withoutBlanksAtStart(text, clipRanges(annotation.span, { start: cut, end: text.length }))
  if (before.length === 0 || after.length === 0) return undefined
  const rest: Annotation = {
    ...newAnnotation(text, author, {
      set: annotation.set,
      tag: annotation.tag,
      ranges: after,
      attributes: reparsed(annotation, quoteOf(describeSpan(text, after))),
    }),
    codebook: annotation.codebook,
  }
  const edit = editOf(author, `Split ${tagName(author, annotation)}`, [
    replaced(annotation, covering(text, author, annotation, before)),
    added(rest),
  ])
  return { edit, annotation: rest }
}

const tagName = ({ codebook }: Author, { tag }: Annotation): string =>
  (tagById(codebook, tag)?.name ?? tag).toLowerCase()

/** The ranges without blanks at the end of the last; a last one of nothing but blanks goes. */
function withoutBlanksAtEnd(text: string, ranges: readonly Interval[]): Interval[] {
  const { start, end } = ranges.at(-1) ?? { start: 0, end: 0 }
  return normalised([...ranges.slice(0, -1), { start, end: start + text.slice(start, end).trimEnd().length }])
}

/** The ranges without blanks at the start of the first; a first one of nothing but blanks goes. */
function withoutBlanksAtStart(text: string, ranges: readonly Interval[]): Interval[] {
  const { start, end } = ranges[0] ?? { start: 0, end: 0 }
  return normalised([{ start: end - text.slice(start, end).trimStart().length, end }, ...ranges.slice(1)])
}

/**
 * Makes one annotation of two. `kept` covers the words of both, with both notes; where attributes differ its own
 * stand. Links and comments of `gone` come over to it. A link between the two goes, and one that `kept` has already;
 * what was remarked on those goes to `kept`, or to the link that says the same.
 */
export function mergeInto(state: DocumentState, author: Author, kept: Annotation, gone: Annotation): Edit {
  return editOf(author, `Merge into ${tagName(author, kept)}`, [
    replaced(kept, merged(state.text, author, kept, gone)),
    ...handOver(state, author, kept.id, gone.id),
    removed(gone),
  ])
}

function merged(text: string, author: Author, kept: Annotation, gone: Annotation): Annotation {
  const whole = covering(text, author, kept, normalised([...kept.span, ...gone.span]))
  return {
    ...whole,
    note: joinedNotes(kept.note, gone.note),
    attributes: kept.tag === gone.tag ? { ...typed(gone), ...whole.attributes } : whole.attributes,
  }
}

/** The attributes that a person gave: what is read from the words of one half is not true of both. */
function typed({ tag, span, attributes }: Annotation): Annotation['attributes'] {
  const parsed = parsedAttributes(tag, quoteOf(span))
  return Object.fromEntries(Object.entries(attributes).filter(([key, value]) => parsed[key] !== value))
}

/**
 * Tags many spans in one edit, each of ranges in order that do not touch. What the author has tagged just so already
 * is left as it is; undefined when that is all of them.
 */
export function tagAll(
  state: DocumentState,
  author: Author,
  tag: Tag,
  spans: readonly (readonly Interval[])[],
): { readonly edit: Edit; readonly annotations: readonly Annotation[] } | undefined {
  const mine = setOf(state, author.person)?.id
  const tagged = new Set(
    [...state.annotations.values()]
      .filter((known) => known.set === mine && known.tag === tag.id)
      .map(({ span }) => placeOf(span)),
  )
  const wanted = new Map(spans.map((ranges) => [placeOf(ranges), ranges]))
  const fresh = [...wanted].filter(([place]) => !tagged.has(place)).map(([, ranges]) => ranges)
  if (fresh.length === 0) return undefined
  const { set, begun } = ownSet(state, author)
  const annotations = fresh.map((ranges) => {
    const attributes = parsedAttributes(tag.id, quoteOf(describeSpan(state.text, ranges)))
    return newAnnotation(state.text, author, { set: set.id, tag: tag.id, ranges, attributes })
  })
  const places = fresh.length === 1 ? 'Tag' : `Tag ${fresh.length} places`
  const name = `${places} as ${tag.name.toLowerCase()}`
  return { edit: editOf(author, name, [...begun, ...annotations.map(added)]), annotations }
}

const placeOf = (ranges: readonly Interval[]): string =>
  ranges.map(({ start, end }) => `${start}-${end}`).join(' ')
