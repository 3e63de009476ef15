import { type FocusEvent, type KeyboardEvent, useState } from 'react'

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/**
 * A table whose cells hold buttons as one stop for the Tab key, within which the arrows move. `cells` are keys of those
 * that have a button, in order.
 */
export function useRoving(cells: readonly string[]) {
  const [wanted, want] = useState<string>()
  const stop = wanted !== undefined && cells.includes(wanted) ? wanted : cells[0]
  return {
    stop,
    ofTable: {
      onKeyDown: moveFocus,
      onFocus: ({ target }: FocusEvent<HTMLElement>) => {
        const { cell } = target.dataset
        if (cell !== undefined) want(cell)
      },
    },
    ofButton: (cell: string) => ({ 'data-cell': cell, tabIndex: cell === stop ? 0 : -1 }),
  }
}

/** To the next button in the direction of the arrow, over cells that have none. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key]
  const cell =
    event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('tbody :is(td, th)') : null
  if (!step || !cell || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  const rows = [...event.currentTarget.tBodies[0]!.rows]
  let row = rows.findIndex((one) => one.contains(cell)) + step[0]
  let column = cell.cellIndex + step[1]
  for (let next = rows[row]?.cells[column]; next; next = rows[row]?.cells[column]) {
    const button = next.querySelector('button')
    if (button) return button.focus()
    row += step[0]
    column += step[1]
  }
}
