import type { NewId } from '../../base/id'
import { stateOf } from '../../core/change/state'
import { linkTypeById, tagById } from '../../core/codebook/codebook'
import { canonical } from '../../core/document/text'
import { type Ledger, joinLedgers, keyOf } from '../../core/review/ledger'
import { type Merge, mergeLedgers } from '../../core/review/merge'
import { visibleIn } from '../../core/review/visible'
import type { IncomingDocument } from '../../formats/sets/incoming'
import { ConflictTeller } from './conflict-sentences'
import type { Plan, PlanInput } from './planned'

/** Whether what a file knows of a document and what is known here speak of the same text. */
export const canMerge = ({ ledger, text }: IncomingDocument, ours: string): boolean =>
  ledger !== undefined && text !== undefined && canonical(text).text === ours

/**
 * The plan that makes one of what is known here and what a file knows. Undefined where that cannot be: the file's words
 * are not those of the text here, or its labels mean something else in this codebook; then it is to be compared.
 */
export function mergedPlan(input: PlanInput, newId: NewId): Plan | undefined {
  const { incoming, ours, records, known, codebook, nobody, kept, now } = input
  const { ledger } = incoming
  if (!ledger || !known || !canMerge(incoming, ours.text)) return undefined
  if (!isAllThere(incoming, ledger, ours.text)) return undefined
  const author = { person: nobody, codebook, now: () => now, newId }
  const merge = mergeLedgers(stateOf(ours.text, records), known, ledger, author, kept)
  if (!isOfCodebook(merge, input)) return undefined
  const teller = new ConflictTeller(codebook, joinLedgers(known, ledger))
  const { changes, stamps, added, changed, removed, same, unseen } = merge
  return {
    changes,
    stamps,
    added,
    changed,
    removed,
    same,
    unseen,
    conflicts: merge.conflicts.map((conflict) => teller.tell(conflict)),
    doubtful: [],
    refused: [],
    remarks: [],
  }
}

/** Whether everything that the file shows is known by its ledger to be there: nothing is to be passed over silently. */
function isAllThere({ annotations }: IncomingDocument, ledger: Ledger, text: string): boolean {
  const seen = visibleIn(ledger, text)
  return annotations.every(({ id }) => seen.has(keyOf('annotation', id)))
}

/** Whether what comes is of tags and link types that have the same ids here. */
const isOfCodebook = ({ changes }: Merge, { codebook }: PlanInput): boolean =>
  changes.every((change) => {
    if (change.kind === 'remove') return true
    if (change.of === 'annotation')
      return tagById(codebook, (change.kind === 'add' ? change.record : change.to).tag) !== undefined
    if (change.of === 'link')
      return linkTypeById(codebook, (change.kind === 'add' ? change.record : change.to).type) !== undefined
    return true
  })
