import { type Outcome, ok } from '../../src/base/outcome'
import { applyAll } from '../../src/core/change/apply'
import type { Edit } from '../../src/core/change/change'
import { invertAll } from '../../src/core/change/invert'
import type { DocumentState } from '../../src/core/change/state'

/** How many edits lie between two states that are kept. */
export const STEP = 100

/**
 * The states that a document once had, found by taking edits back from a later one. Every hundredth is kept, so that
 * going to and fro costs at most that many edits.
 */
export class Walk {
  readonly #states = new Map<number, DocumentState>()
  /** Gives the edit that made a revision. */
  readonly #editOf: (revision: number) => Edit

  constructor(revision: number, state: DocumentState, editOf: (revision: number) => Edit) {
    this.#states.set(revision, state)
    this.#editOf = editOf
  }

  /** Adds a state that is known anyway. */
  know(revision: number, state: DocumentState): void {
    this.#states.set(revision, state)
  }

  /** The first revision from `revision` on whose state is known: from there it is walked back. */
  nearest(revision: number): number {
    const known = [...this.#states.keys()].filter((at) => at >= revision)
    if (known.length === 0) throw new Error(`no state is known from revision ${revision} on`)
    return Math.min(...known)
  }

  /**
   * Takes one stretch of edits back towards `revision`, a hundred at most, and gives the revision it has come to, or
   * why an edit cannot be taken back.
   */
  stride(revision: number): Outcome<{ readonly revision: number; readonly state: DocumentState }> {
    const from = this.nearest(revision)
    const state = this.#states.get(from)!
    const to = Math.max(revision, Math.floor((from - 1) / STEP) * STEP)
    if (from <= to) return ok({ revision: from, state })
    const edits = Array.from({ length: from - to }, (_, k) => this.#editOf(from - k))
    const earlier = applyAll(
      state,
      edits.flatMap(({ changes }) => invertAll(changes)),
    )
    if (!earlier.ok) return earlier
    if (to % STEP === 0) this.#states.set(to, earlier.value)
    return ok({ revision: to, state: earlier.value })
  }
}
