import * as fc from 'fast-check'
import type { Interval } from '../base/intervals'
import type { Annotation } from '../core/annotation/annotation'
import type { Comment } from '../core/annotation/comment'
import type { Link } from '../core/annotation/link'
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
import { type Tag, linkTypeById, tagById } from '../core/codebook/codebook'
import { joiningsBetween } from '../core/codebook/link-rules'

/** Where somebody stands who is about to do something, with what chance has put under their hand. */
interface Scene {
  readonly author: Author
  readonly state: DocumentState
  /** Earlier states of the document. */
  readonly before: readonly DocumentState[]
  readonly numbers: readonly [number, number, number]
  readonly words: string
  readonly range: Interval
  readonly tag: Tag
  readonly one: Annotation | undefined
  readonly other: Annotation | undefined
  readonly link: Link | undefined
  readonly comment: Comment | undefined
}

const GESTURES = {
  tag: ({ state, author, tag, range }) =>
    range.start < range.end ? tagSpan(state, author, tag, [range]).edit : undefined,
  'tag all': ({ state, author, tag, range, numbers: [first, second] }) => {
    const ranges = [range, rangeIn(state.text, [first, second])].filter(({ start, end }) => start < end)
    return tagAll(
      state,
      author,
      tag,
      ranges.map((full) => [full]),
    )?.edit
  },
  retag: ({ author, one, tag }) => one && retag(author, one, tag),
  annotate: ({ author, one, words }) => one && annotate(author, one, `note ${words}`),
  'set attribute': ({ author, one, words, numbers: [, second, third] }) => {
    const attribute = one && pick(tagById(author.codebook, one.tag)?.attributes ?? [], second)
    return attribute && setAttribute(author, one, attribute, anyValue(attribute, third, words))
  },
  untag: ({ state, author, one, tag }) => one && untag(state, author, one, tag.name),
  respan: ({ state, author, one, range }) => one && respan(state, author, one, [range], 'Move the end'),
  'add piece': ({ state, author, one, range }) =>
    one && respan(state, author, one, addRange(one.span, range), 'Add a piece'),
  'remove piece': ({ state, author, one, range }) =>
    one && respan(state, author, one, subtractRange(one.span, range), 'Take a piece away'),
  split: ({ state, author, one, range }) => one && splitAt(state, author, one, range.start)?.edit,
  merge: ({ state, author, one, other }) =>
    one && other && one !== other ? mergeInto(state, author, one, other) : undefined,
  link({ state, author, one, other, numbers: [, , third] }) {
    if (!one || !other || one === other) return undefined
    const joining = pick(joiningsBetween(author.codebook, one.tag, other.tag), third)
    if (!joining) return undefined
    const [from, to] = joining.turned ? [other, one] : [one, other]
    return hasLink(state, joining.type, from, to)
      ? undefined
      : linkTo(state, author, joining.type, from, to).edit
  },
  flip: ({ author, link }) => link && flipLink(author, link),
  retype: ({ author, link, numbers: [, second, third] }) =>
    link && retypeLink(author, link, pick(author.codebook.links, second)!, third % 2 === 0),
  unlink: ({ state, author, link }) =>
    link && unlink(state, author, link, linkTypeById(author.codebook, link.type)!.name),
  comment({ author, one, link, words, numbers: [, , third] }) {
    const on = link && third % 2 === 0 ? link : one
    return on && commentOn(author, on.id, `remark ${words}`).edit
  },
  reword: ({ author, comment, words }) => comment && rewordComment(author, comment, `other ${words}`),
  'remove comment': ({ author, comment }) => comment && removeComment(author, comment),
  correct: ({ state, author, range, words }) => correct(state, author, range, words)?.edit,
  restore({ state, author, before, numbers: [first] }) {
    const earlier = pick(before, first)
    return earlier && restore(state, earlier, author, 'Restore')
  },
} satisfies Record<string, (scene: Scene) => Edit | undefined>

type Kind = keyof typeof GESTURES
const KINDS = Object.keys(GESTURES) as Kind[]

/** What a person might do next, before it is known what there is to do it to. */
export interface Gesture {
  readonly kind: Kind
  readonly numbers: readonly [number, number, number]
  /** What would be typed. */
  readonly words: string
}

const TYPED = ['', ' ', 'a', 'ten', '\n', 'one\ntwo', '\n\n', '\u0301', '📉', '🇩🇪', 'nearly 10 percent']

export const anyGesture: fc.Arbitrary<Gesture> = fc.record({
  // A document without annotations has little to do anything to.
  kind: fc.constantFrom<Kind>('tag', 'tag', 'tag', 'link', 'link', 'comment', ...KINDS),
  numbers: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  words: fc.constantFrom(...TYPED),
})

/**
 * The edit that a gesture makes of a state; undefined when there is nothing to do it to. `before` are earlier states
 * of the document, to which a person might want to go back.
 */
export function editBy(
  author: Author,
  state: DocumentState,
  { kind, numbers, words }: Gesture,
  before: readonly DocumentState[] = [],
): Edit | undefined {
  const [first, second, third] = numbers
  const annotations = [...state.annotations.values()]
  return GESTURES[kind]({
    author,
    state,
    before,
    numbers,
    words,
    range: rangeIn(state.text, [second, third]),
    tag: pick(author.codebook.tags, third)!,
    one: pick(annotations, first),
    other: pick(annotations, second),
    link: pick([...state.links.values()], first),
    comment: pick([...state.comments.values()], first),
  })
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
