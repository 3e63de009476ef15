// What spreadsheets begin a formula with, its full-width forms among them, after any apostrophes of the text itself.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

/** A cell that no spreadsheet takes for a formula. */
export const guard = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

/** The words of a cell as they were before it was written. */
export const unguard = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
