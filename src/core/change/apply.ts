import { equal } from '../../base/equal'
import { type Outcome, ok, refuse } from '../../base/outcome'
import { extentOf, isExact } from '../annotation/span'
import type { Annotation } from '../annotation/annotation'
import type { Comment } from '../annotation/comment'
import type { Link } from '../annotation/link'
import type { AnnotationSet } from '../annotation/set'
import type { Answer } from '../review/answer'
import type { Verdict } from '../review/verdict'
import type { Change, TextChange } from './change'
import { carryAnnotation, correctLines, correctText } from './correct'
import type { DocumentState } from './state'

/** The state after `change`, or why it cannot be. Never mutates, never throws. */
export const apply = (state: DocumentState, change: Change): Outcome<DocumentState> =>
  applyAll(state, [change])

/**
 * The state after all of `changes` in order, or why the first impossible one cannot be; then nothing is applied.
 * Each collection that changes is copied once, however many changes there are. That nothing is left hanging on what
 * was removed is asked at the end: a correction removes annotations and adds them again, and their links stay.
 */
export function applyAll(state: DocumentState, changes: readonly Change[]): Outcome<DocumentState> {
  const kinds = new Set(changes.map(({ of }) => of))
  const carries = kinds.has('annotation') || kinds.has('text')
  const draft: Draft = {
    text: state.text,
    lines: state.lines,
    sets: kinds.has('set') ? new Map(state.sets) : (state.sets as Map<string, AnnotationSet>),
    annotations: carries ? new Map(state.annotations) : (state.annotations as Map<string, Annotation>),
    links: kinds.has('link') ? new Map(state.links) : (state.links as Map<string, Link>),
    comments: kinds.has('comment') ? new Map(state.comments) : (state.comments as Map<string, Comment>),
    verdicts: kinds.has('verdict') ? new Map(state.verdicts) : (state.verdicts as Map<string, Verdict>),
    answers: kinds.has('answer') ? new Map(state.answers) : (state.answers as Map<string, Answer>),
  }
  /** Ids of what was removed, with what it is called. */
  const removed = new Map<string, string>()
  for (const change of changes) {
    const trouble = step(draft, change)
    if (trouble) return refuse('conflict', trouble)
    if (change.kind === 'remove' && change.of !== 'comment' && change.of !== 'answer')
      removed.set(change.record.id, change.of === 'set' ? change.record.annotator.name : change.record.id)
  }
  const trouble = removed.size > 0 ? hangingOn(draft, removed) : undefined
  return trouble ? refuse('conflict', trouble) : ok(draft)
}

type Draft = {
  -readonly [K in keyof DocumentState]: DocumentState[K] extends ReadonlyMap<string, infer R>
    ? Map<string, R>
    : DocumentState[K]
}

function step(draft: Draft, change: Change): string | undefined {
  switch (change.of) {
    case 'set':
      return put(draft.sets, change)
    case 'annotation':
      return put(draft.annotations, change) ?? checkAnnotation(draft, change)
    case 'link':
      return put(draft.links, change) ?? checkLink(draft, change)
    case 'comment':
      return put(draft.comments, change) ?? checkComment(draft, change)
    case 'verdict':
      return put(draft.verdicts, change)
    case 'answer':
      return put(draft.answers, change) ?? checkAnswer(draft, change)
    case 'text':
      return correct(draft, change)
  }
}

type ChangeOf<R> =
  | { readonly kind: 'add'; readonly record: R }
  | { readonly kind: 'remove'; readonly record: R }
  | { readonly kind: 'replace'; readonly from: R; readonly to: R }

/** Changes one collection in place, or says why not. What is replaced or removed must be just as the change knew it. */
function put<R extends { readonly id: string }>(
  records: Map<string, R>,
  change: ChangeOf<R>,
): string | undefined {
  if (change.kind === 'add') {
    if (records.has(change.record.id)) return `${change.record.id} is here already.`
    records.set(change.record.id, change.record)
    return undefined
  }
  const known = change.kind === 'remove' ? change.record : change.from
  const here = records.get(known.id)
  if (!here) return `${known.id} is not here any more.`
  if (!equal(here, known)) return `${known.id} has been changed in the meantime.`
  if (change.kind === 'remove') {
    records.delete(known.id)
    return undefined
  }
  if (change.to.id !== known.id) return `${known.id} cannot become ${change.to.id}: an id never changes.`
  records.set(change.to.id, change.to)
  return undefined
}

type Of<N extends Change['of']> = Extract<Change, { readonly of: N }>
const arrives = <R>(change: ChangeOf<R>): R | undefined =>
  change.kind === 'remove' ? undefined : change.kind === 'add' ? change.record : change.to

/** Changes the text, and carries along what does not hold the words that change. */
function correct(draft: Draft, change: TextChange): string | undefined {
  const { text, lines, annotations } = draft
  const next = correctText(text, change)
  if (next === undefined) return `The text reads otherwise at ${change.start}.`
  const styled = correctLines(text, lines, change)
  if (!styled) return `The lines at ${change.start} are styled otherwise.`
  for (const [id, annotation] of annotations) {
    const carried = carryAnnotation(annotation, change)
    if (!carried) return `${id} holds words that are to change.`
    if (carried !== annotation) annotations.set(id, carried)
  }
  draft.text = next
  draft.lines = styled
  return undefined
}

function checkAnnotation(state: DocumentState, change: Of<'annotation'>): string | undefined {
  const annotation = arrives(change)
  if (!annotation) return undefined
  if (!state.sets.has(annotation.set)) return `${annotation.id} belongs to no set of this document.`
  if (extentOf(annotation.span).end > state.text.length) return `${annotation.id} ends outside the text.`
  if (!isExact(state.text, annotation.span))
    return `${annotation.id} quotes other words than the text has there.`
  return undefined
}

function checkLink(state: DocumentState, change: Of<'link'>): string | undefined {
  const link = arrives(change)
  if (!link) return undefined
  if (!state.sets.has(link.set)) return `${link.id} belongs to no set of this document.`
  if (link.from === link.to) return `${link.id} would link an annotation to itself.`
  for (const end of [link.from, link.to])
    if (!state.annotations.has(end)) return `${link.id} ends at ${end}, which is not here.`
  return undefined
}

function checkComment({ annotations, links }: DocumentState, change: Of<'comment'>): string | undefined {
  const comment = arrives(change)
  if (!comment || annotations.has(comment.on) || links.has(comment.on)) return undefined
  return `${comment.id} is on ${comment.on}, which is not here.`
}

function checkAnswer({ verdicts }: DocumentState, change: Of<'answer'>): string | undefined {
  const answer = arrives(change)
  if (!answer || verdicts.has(answer.on)) return undefined
  return `${answer.id} is on ${answer.on}, which is not here.`
}

/** What would be left hanging on what was removed, as a sentence. */
function hangingOn(state: DocumentState, removed: ReadonlyMap<string, string>): string | undefined {
  const gone = new Map(
    [...removed].filter(
      ([id]) =>
        !state.sets.has(id) && !state.annotations.has(id) && !state.links.has(id) && !state.verdicts.has(id),
    ),
  )
  if (gone.size === 0) return undefined
  for (const { from, to } of state.links.values())
    for (const end of [from, to]) if (gone.has(end)) return `${end} still has links.`
  for (const { on } of state.comments.values()) if (gone.has(on)) return `${on} still has comments.`
  for (const { on } of state.answers.values()) if (gone.has(on)) return `${on} still has answers.`
  for (const record of [...state.annotations.values(), ...state.links.values()])
    if (gone.has(record.set)) return `The set of ${gone.get(record.set)} is not empty.`
  return undefined
}
