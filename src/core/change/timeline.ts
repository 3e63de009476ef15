import { equal } from '../../base/equal'
import type { Edit } from './change'

/** What undo and redo would take next: the last entry of each list. */
export interface Timeline {
  readonly undo: readonly Edit[]
  readonly redo: readonly Edit[]
}

export const emptyTimeline: Timeline = { undo: [], redo: [] }

/**
 * The timeline after one more edit. An edit that undoes another moves that one to the redo list, one that redoes
 * moves it back, and any other edit that shows empties the redo list: what was undone before it is history, not a
 * branch.
 */
export function advance({ undo, redo }: Timeline, edit: Edit): Timeline {
  if (edit.undoes !== undefined) {
    const undone = undo.findLast(({ id }) => id === edit.undoes)
    return undone
      ? { undo: undo.filter((known) => known !== undone), redo: [...redo, undone] }
      : { undo, redo }
  }
  if (edit.redoes !== undefined) {
    const redone = redo.findLast(({ id }) => id === edit.redoes)
    return redone
      ? { undo: [...undo, redone], redo: redo.filter((known) => known !== redone) }
      : { undo, redo }
  }
  if (showsNothing(edit)) return { undo, redo }
  return { undo: [...undo, edit], redo: [] }
}

/** Whether an edit changes nothing that could be seen: a merge may only have learnt how old something is. */
const showsNothing = ({ changes }: Edit): boolean =>
  changes.length > 0 && changes.every((change) => change.kind === 'replace' && equal(change.from, change.to))

/** The timeline of a document, or of as much of its end as is known, from its edits in order. */
export const timelineOf = (edits: readonly Edit[]): Timeline => edits.reduce(advance, emptyTimeline)
