import type { Change } from './change'

/** The change that undoes `change`. Needs no state: a change carries both sides. */
export function invert(change: Change): Change {
  switch (change.kind) {
    case 'add':
      return { ...change, kind: 'remove' }
    case 'remove':
      return { ...change, kind: 'add' }
    case 'replace':
      return { ...change, from: change.to, to: change.from } as Change
  }
}

/** The changes that undo `changes`: their inverses, last first. */
export const invertAll = (changes: readonly Change[]): Change[] => changes.map(invert).toReversed()
