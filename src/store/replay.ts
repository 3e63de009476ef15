import { type Outcome, ok, refuse } from '../base/outcome'
import { applyAll } from '../core/change/apply'
import type { Edit } from '../core/change/change'
import type { DocumentState } from '../core/change/state'

const BATCH = 5000 // performing many edits at once copies the document once, not once an edit

/**
 * The state after all edits. `first` is the number of the first of them. When one is impossible the refusal is
 * `damaged` and names it; `name` is the journal's.
 */
export async function replay(
  begin: DocumentState,
  edits: AsyncIterable<Outcome<{ readonly edit: Edit }>>,
  first: number,
  name: string,
): Promise<Outcome<DocumentState>> {
  let state = begin
  let done = first - 1
  let batch: Edit[] = []
  const flush = (): Outcome<DocumentState> => {
    const next = performAll(state, batch, done, name)
    if (next.ok) state = next.value
    done += batch.length
    batch = []
    return next
  }
  for await (const step of edits) {
    if (!step.ok) return step
    if (batch.push(step.value.edit) < BATCH) continue
    const next = flush()
    if (!next.ok) return next
  }
  return flush()
}

function performAll(
  state: DocumentState,
  edits: readonly Edit[],
  done: number,
  name: string,
): Outcome<DocumentState> {
  const all = applyAll(
    state,
    edits.flatMap(({ changes }) => changes),
  )
  if (all.ok) return all
  let reached = state
  for (const [at, edit] of edits.entries()) {
    const next = applyAll(reached, edit.changes)
    if (!next.ok) {
      const why = `line ${done + at + 1}, “${edit.name}”, does not fit what is there: ${next.refusal.message}`
      return refuse('damaged', `${name} is damaged: ${why} It was left as it is; put it back from a backup.`)
    }
    reached = next.value
  }
  return ok(reached)
}
