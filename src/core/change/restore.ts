import { equal } from '../../base/equal'
import type { Annotation } from '../annotation/annotation'
import type { Change, Edit, TextChange } from './change'
import { carryAnnotation } from './correct'
import { type Author, added, editOf, removed, replaced } from './edits'
import type { DocumentState } from './state'
import { textChangeBetween } from './text-between'

/**
 * The edit, called `name`, that makes of a document what it was earlier; undefined when it is that already. Both
 * must be states of one document: the style of its very first line is not expected to differ.
 */
export function restore(
  state: DocumentState,
  earlier: DocumentState,
  author: Author,
  name: string,
): Edit | undefined {
  const text = textChangeBetween(state, earlier)
  const sets = differences(state.sets, earlier.sets)
  const annotations = annotationSteps(state, earlier, text)
  const links = differences(state.links, earlier.links)
  const comments = differences(state.comments, earlier.comments)
  const verdicts = differences(state.verdicts, earlier.verdicts)
  const answers = differences(state.answers, earlier.answers)
  // What hangs on something goes before it and comes after it, so that each step finds what it needs, both ways.
  const changes: Change[] = [
    ...sets.come.map((record): Change => ({ of: 'set', kind: 'add', record })),
    ...sets.differ.map(([from, to]): Change => ({ of: 'set', kind: 'replace', from, to })),
    ...answers.goneOrDiffer.map((record): Change => ({ of: 'answer', kind: 'remove', record })),
    ...verdicts.goneOrDiffer.map((record): Change => ({ of: 'verdict', kind: 'remove', record })),
    ...comments.goneOrDiffer.map((record): Change => ({ of: 'comment', kind: 'remove', record })),
    ...links.goneOrDiffer.map((record): Change => ({ of: 'link', kind: 'remove', record })),
    ...annotations.before,
    ...(text ? [text] : []),
    ...annotations.after,
    ...links.comeOrDiffer.map((record): Change => ({ of: 'link', kind: 'add', record })),
    ...comments.comeOrDiffer.map((record): Change => ({ of: 'comment', kind: 'add', record })),
    ...verdicts.comeOrDiffer.map((record): Change => ({ of: 'verdict', kind: 'add', record })),
    ...answers.comeOrDiffer.map((record): Change => ({ of: 'answer', kind: 'add', record })),
    ...sets.gone.map((record): Change => ({ of: 'set', kind: 'remove', record })),
  ]
  return changes.length === 0 ? undefined : editOf(author, name, changes)
}

interface Differences<R> {
  readonly gone: readonly R[]
  readonly come: readonly R[]
  readonly differ: readonly (readonly [from: R, to: R])[]
  readonly goneOrDiffer: readonly R[]
  readonly comeOrDiffer: readonly R[]
}

function differences<R>(now: ReadonlyMap<string, R>, then: ReadonlyMap<string, R>): Differences<R> {
  const gone = [...now].flatMap(([id, record]) => (then.has(id) ? [] : [record]))
  const come = [...then].flatMap(([id, record]) => (now.has(id) ? [] : [record]))
  const differ = [...now].flatMap(([id, from]): [R, R][] => {
    const to = then.get(id)
    return to === undefined || equal(from, to) ? [] : [[from, to]]
  })
  return {
    gone,
    come,
    differ,
    goneOrDiffer: [...gone, ...differ.map(([from]) => from)],
    comeOrDiffer: [...come, ...differ.map(([, to]) => to)],
  }
}

/** What happens to annotations before the text changes and after it; the text carries along what it can. */
function annotationSteps(
  state: DocumentState,
  earlier: DocumentState,
  text: TextChange | undefined,
): { readonly before: readonly Change[]; readonly after: readonly Change[] } {
  const before: Change[] = []
  const after: Change[] = []
  for (const now of state.annotations.values()) {
    const then = earlier.annotations.get(now.id)
    const carried: Annotation | undefined = text ? carryAnnotation(now, text) : now
    if (!then || !carried) before.push(removed(now))
    if (then && !carried) after.push(added(then))
    if (then && carried && !equal(carried, then)) after.push(replaced(carried, then))
  }
  for (const then of earlier.annotations.values())
    if (!state.annotations.has(then.id)) after.push(added(then))
  return { before, after }
}
