import { type Outcome, ok, refuse } from '../../base/outcome'
import type { Edit } from '../../core/change/change'
import type { DocumentState } from '../../core/change/state'
import type { Ledger } from '../../core/review/ledger'
import { ledgerOf } from '../../core/review/ledger-of'
import type { WorkspaceStore } from '../../store/store'

/** So much of a journal is read at a time; with usual edits it is all of it. */
const PAGE_BYTES = 16_000_000

/** What is known of a document's records as it was at a revision: the whole of its journal up to there is read. */
export async function ledgerAt(
  store: Pick<WorkspaceStore, 'editsBefore'>,
  id: string,
  revision: number,
  state: DocumentState,
): Promise<Outcome<Ledger>> {
  const pages: (readonly Edit[])[] = []
  for (let before = revision; before > 0;) {
    const page = await store.editsBefore(id, before, before, PAGE_BYTES)
    if (!page.ok) return page
    const { first, edits } = page.value
    if (edits.length === 0)
      return refuse('damaged', `Of the journal of “${id}” the edits before ${before} cannot be read.`)
    pages.push(edits)
    before = first - 1
  }
  return ok(ledgerOf(pages.toReversed().flat(), state))
}
