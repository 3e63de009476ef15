import type { Transaction } from 'prosemirror-state'
import type { Layout } from './layout'
import type { Positions } from './positions'

/**
 * Notes in `layout` what a transaction replaces, before it is applied, and says whether it could: it must stay
 * inside one block, the one that is being typed in if there is one.
 */
export function noteTyped(
  transaction: Transaction,
  layout: Layout,
  { toOffset, blockAt }: Positions,
): boolean {
  const [step, ...others] = transaction.steps
  const before = transaction.before
  if (!step || others.length > 0 || !sameBlocks(transaction)) return false
  let noted = false
  step.getMap().forEach((from, to, newFrom, newTo) => {
    const place = before.resolve(from)
    if (place.parent.type.name !== 'block' || !place.sameParent(before.resolve(to))) return
    const start = toOffset(from)
    const block = blockAt(start)
    if (layout.typed && layout.typed.block !== block) return
    layout.type(block, start, start + to - from, newTo - newFrom)
    noted = true
  })
  return noted
}

/** Whether the sections hold as many blocks after a transaction as before it. */
const sameBlocks = ({ before, doc }: Transaction): boolean =>
  before.childCount === doc.childCount &&
  before.content.content.every((section, index) => section.childCount === doc.child(index).childCount)

/** Whether a replacement goes on where the last one was typed, so that both are one correction. */
export function continues({ typed }: Layout, start: number, end: number): boolean {
  return !typed || (start <= typed.start + typed.length && end >= typed.start)
}
