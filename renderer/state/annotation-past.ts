import type { Change, Edit } from '../../src/core/change/change'

/** The edits that touched an annotation, its links, its comments or the verdicts on it, newest first. `edits` are in order. */
export const editsOn = (edits: readonly Edit[], annotation: string): Edit[] =>
  edits.filter(({ changes }) => changes.some((change) => touches(change, annotation))).toReversed()

function touches(change: Change, id: string): boolean {
  switch (change.of) {
    case 'annotation':
      return recordsIn(change).some((record) => record.id === id)
    case 'link':
      return recordsIn(change).some(({ from, to }) => from === id || to === id)
    case 'comment':
      return recordsIn(change).some(({ on }) => on === id)
    case 'verdict':
      return recordsIn(change).some(({ judged }) => judged.id === id)
    case 'answer':
    case 'set':
    case 'text':
      return false
  }
}

const recordsIn = <R>(
  change:
    | { readonly kind: 'add' | 'remove'; readonly record: R }
    | { readonly kind: 'replace'; readonly from: R; readonly to: R },
): readonly R[] => (change.kind === 'replace' ? [change.from, change.to] : [change.record])
