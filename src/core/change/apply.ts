import equal from 'fast-deep-equal'
import { type Outcome, ok, refuse } from '../../base/outcome'
import { extentOf, isExact } from '../annotation/span'
import type { Annotation } from '../annotation/annotation'
import type { Link } from '../annotation/link'
import type { AnnotationSet } from '../annotation/set'
import type { Change } from './change'
import type { DocumentState } from './state'

/** The state after `change`, or why it cannot be. Never mutates, never throws. */
export const apply = (state: DocumentState, change: Change): Outcome<DocumentState> =>
  applyAll(state, [change])

/**
 * The state after all of `changes` in order, or why the first impossible one cannot be; then nothing is applied.
 * Each collection that changes is copied once, however many changes there are.
 */
export function applyAll(state: DocumentState, changes: readonly Change[]): Outcome<DocumentState> {
  const kinds = new Set(changes.map(({ of }) => of))
  const draft = {
    text: state.text,
    sets: kinds.has('set') ? new Map(state.sets) : (state.sets as Map<string, AnnotationSet>),
    annotations: kinds.has('annotation')
      ? new Map(state.annotations)
      : (state.annotations as Map<string, Annotation>),
    links: kinds.has('link') ? new Map(state.links) : (state.links as Map<string, Link>),
  }
  for (const change of changes) {
    const trouble = step(draft, change)
    if (trouble) return refuse('conflict', trouble)
  }
  return ok(draft)
}

type Draft = {
  -readonly [K in keyof DocumentState]: DocumentState[K] extends ReadonlyMap<string, infer R>
    ? Map<string, R>
    : string
}

function step(draft: Draft, change: Change): string | undefined {
  switch (change.of) {
    case 'set':
      return put(draft.sets, change) ?? checkSet(draft, change)
    case 'annotation':
      return put(draft.annotations, change) ?? checkAnnotation(draft, change)
    case 'link':
      return put(draft.links, change) ?? checkLink(draft, change)
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

function checkSet({ annotations, links }: DocumentState, change: Of<'set'>): string | undefined {
  if (change.kind !== 'remove') return undefined
  for (const record of [...annotations.values(), ...links.values()]) {
    if (record.set === change.record.id) return `The set of ${change.record.annotator.name} is not empty.`
  }
  return undefined
}

function checkAnnotation(state: DocumentState, change: Of<'annotation'>): string | undefined {
  const annotation = arrives(change)
  if (!annotation) {
    const gone = change.kind === 'remove' ? change.record.id : ''
    for (const { from, to } of state.links.values())
      if (from === gone || to === gone) return `${gone} still has links.`
    return undefined
  }
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
