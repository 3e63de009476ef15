import * as fc from 'fast-check'
import type { Interval } from '../base/intervals'
import type { Annotation } from '../core/annotation/annotation'
import { addRange, subtractRange } from '../core/annotation/ranges'
import type { Edit } from '../core/change/change'
import { setAttribute } from '../core/change/edit-attributes'
import { commentOn, removeComment, rewordComment } from '../core/change/edit-comments'
import { flipLink, hasLink, linkTo, retypeLink, unlink } from '../core/change/edit-links'
import { mergeInto, respan, splitAt, tagAll } from '../core/change/edit-spans'
import { correct } from '../core/change/edit-text'
import { type Author, annotate, retag, tagSpan, untag } from '../core/change/edits'
import { restore } from '../core/change/restore'
import type { DocumentState } from '../core/change/state'
import type { Attribute, AttributeValue } from '../core/codebook/attribute'
import { linkTypeById, tagById } from '../core/codebook/codebook'
import { joiningsBetween } from '../core/codebook/link-rules'

const KINDS = [
  'tag',
  'tag all',
  'retag',
  'annotate',
  'set attribute',
  'untag',
  'respan',
  'add piece',
  'remove piece',
  'split',
  'merge',
  'link',
  'flip',
  'retype',
  'unlink',
  'comment',
  'reword',
  'remove comment',
  'correct',
  'restore',
] as const

/** What a person might do next, before it is known what there is to do it to. */
export interface Gesture {
  readonly kind: (typeof KINDS)[number]
  readonly numbers: readonly [number, number, number]
  /** What would be typed. */
  readonly words: string
}

const anyTyped = fc.constantFrom(
  '',
  ' ',
  'a',
  'ten',
  '\n',
  'one\ntwo',
  '\n\n',
  '\u0301',
  '📉',
  '🇩🇪',
  'nearly 10 percent',
)

export const anyGesture: fc.Arbitrary<Gesture> = fc.record({
  // A document without annotations has little to do anything to.
  kind: fc.constantFrom('tag', 'tag', 'tag', 'link', 'link', 'comment', ...KINDS),
  numbers: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  words: anyTyped,
})

/**
 * The edit that a gesture makes of a state; undefined when there is nothing to do it to. `before` are earlier states
 * of the document, to which a person might want to go back.
 */
export function editBy(
  author: Author,
  state: DocumentState,
  gesture: Gesture,
  before: readonly DocumentState[] = [],
): Edit | undefined {
  const { kind, numbers, words } = gesture
  const earlier = pick(before, numbers[0])
  if (kind === 'correct') return correct(state, author, rangeIn(state.text, numbers), words)?.edit
  if (kind === 'restore') return earlier && restore(state, earlier, author, 'Restore')
  return annotationEdit(author, state, gesture) ?? linkEdit(author, state, gesture)
}

function annotationEdit(
  author: Author,
  state: DocumentState,
  { kind, numbers, words }: Gesture,
): Edit | undefined {
  const [first, second, third] = numbers
  const annotations = [...state.annotations.values()]
  const one = pick(annotations, first)
  const other = pick(annotations, second)
  const tag = pick(author.codebook.tags, third)!
  const range = rangeIn(state.text, [second, third])
  if (kind === 'tag' || kind === 'tag all') {
    const full = [range, rangeIn(state.text, [first, second])].filter(({ start, end }) => start < end)
    if (full.length === 0) return undefined
    if (kind === 'tag') return tagSpan(state, author, tag, [full[0]!]).edit
    return tagAll(
      state,
      author,
      tag,
      full.map((whole) => [whole]),
    )?.edit
  }
  if (!one) return undefined
  switch (kind) {
    case 'retag':
      return retag(author, one, tag)
    case 'annotate':
      return annotate(author, one, `note ${words}`)
    case 'untag':
      return untag(state, author, one, tag.name)
    case 'set attribute': {
      const attribute = pick(tagById(author.codebook, one.tag)?.attributes ?? [], second)
      return attribute && setAttribute(author, one, attribute, anyValue(attribute, third, words))
    }
    case 'respan':
      return respan(state, author, one, [range], 'Move the end')
    case 'add piece':
      return respan(state, author, one, addRange(one.span, range), 'Add a piece')
    case 'remove piece':
      return respan(state, author, one, subtractRange(one.span, range), 'Take a piece away')
    case 'split':
      return splitAt(state, author, one, range.start)?.edit
    case 'merge':
      return other && other !== one ? mergeInto(state, author, one, other) : undefined
    case 'link':
      return other && other !== one ? linkBetween(author, state, one, other, third) : undefined
    case 'comment':
      return commentOn(author, one.id, `remark ${words}`).edit
    default:
      return undefined
  }
}

function linkEdit(author: Author, state: DocumentState, { kind, numbers, words }: Gesture): Edit | undefined {
  const [first, second, third] = numbers
  const link = pick([...state.links.values()], first)
  const comment = pick([...state.comments.values()], first)
  if (comment && kind === 'reword') return rewordComment(author, comment, `other ${words}`)
  if (comment && kind === 'remove comment') return removeComment(author, comment)
  if (!link) return undefined
  switch (kind) {
    case 'flip':
      return flipLink(author, link)
    case 'retype': {
      const type = pick(author.codebook.links, second)!
      return retypeLink(author, link, type, third % 2 === 0)
    }
    case 'unlink':
      return unlink(state, author, link, linkTypeById(author.codebook, link.type)!.name)
    case 'comment':
      return commentOn(author, link.id, `remark ${words}`).edit
    default:
      return undefined
  }
}

/** A link by the rules of the codebook, unless there is such a one. */
function linkBetween(
  author: Author,
  state: DocumentState,
  one: Annotation,
  other: Annotation,
  number: number,
): Edit | undefined {
  const joining = pick(joiningsBetween(author.codebook, one.tag, other.tag), number)
  if (!joining) return undefined
  const { type, turned } = joining
  const [from, to] = turned ? [other, one] : [one, other]
  return hasLink(state, type, from, to) ? undefined : linkTo(state, author, type, from, to).edit
}

function anyValue(attribute: Attribute, number: number, words: string): AttributeValue | undefined {
  if (number % 3 === 0) return undefined
  switch (attribute.kind) {
    case 'choice':
      return pick(attribute.options, number)!.id
    case 'number':
      return number % 1000
    case 'text':
      return words
  }
}

/** Some range of a text, sometimes empty, that cuts no character of two units; mostly short, as in real work. */
function rangeIn(text: string, [first, second]: readonly number[]): Interval {
  const start = wholeAt(text, first! % (text.length + 1))
  const length =
    second! % (second! % 4 === 0 ? text.length - start + 1 : Math.min(12, text.length - start + 1))
  return { start, end: wholeAt(text, start + length) }
}

const wholeAt = (text: string, at: number): number => ((text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at)

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length]
