import type { Edit } from '../../src/core/change/change'
import { type Timeline, advance, timelineOf } from '../../src/core/change/timeline'

/** The edits of a document that are on disk and known here: the latest, and as many before them as were asked for. */
export class KnownEdits {
  /** The revision that the first of them made. */
  #first: number
  #edits: readonly Edit[]
  #timeline: Timeline

  /** `recent` are the last edits up to `revision`. */
  constructor(recent: readonly Edit[], revision: number) {
    this.#edits = recent
    this.#first = revision - recent.length + 1
    this.#timeline = timelineOf(recent)
  }

  /** In order, the last up to the revision that is known to be on disk; another list after each change. */
  get edits(): readonly Edit[] {
    return this.#edits
  }

  /** What undo and redo would take, as far as is known. */
  get timeline(): Timeline {
    return this.#timeline
  }

  /** How many edits there are before those that are known. */
  get older(): number {
    return this.#first - 1
  }

  /** Whether older edits have to be known to tell what undo and redo would take next. */
  get lacking(): boolean {
    return this.older > 0 && (this.#timeline.undo.length === 0 || refersBack(this.#edits))
  }

  add(edit: Edit): void {
    this.#edits = [...this.#edits, edit]
    this.#timeline = advance(this.#timeline, edit)
  }

  /** Takes in the latest edits up to `revision`, read anew; older ones stay known when there is no gap between. */
  renew(recent: readonly Edit[], revision: number): void {
    const first = revision - recent.length + 1
    const kept = first - this.#first
    const joined = kept >= 0 && kept <= this.#edits.length
    this.#edits = joined ? [...this.#edits.slice(0, kept), ...recent] : recent
    if (!joined) this.#first = first
    this.#timeline = timelineOf(this.#edits)
  }

  /** Takes in edits that come right before those that are known; false when they do not. */
  prepend(first: number, edits: readonly Edit[]): boolean {
    if (edits.length === 0 || first + edits.length !== this.#first) return false
    this.#first = first
    this.#edits = [...edits, ...this.#edits]
    this.#timeline = timelineOf(this.#edits)
    return true
  }
}

/** Whether one of these edits undoes or redoes one before them, so that undo or redo would pass that one over. */
function refersBack(edits: readonly Edit[]): boolean {
  const known = new Set(edits.map(({ id }) => id))
  const lastPlain = edits.findLastIndex(({ undoes, redoes }) => undoes === undefined && redoes === undefined)
  return edits.some(
    ({ undoes, redoes }, at) =>
      (redoes !== undefined && !known.has(redoes)) ||
      // A new edit has emptied the list of what can be done again.
      (undoes !== undefined && !known.has(undoes) && at > lastPlain),
  )
}
