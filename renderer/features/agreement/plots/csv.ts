export type CsvRow = readonly (string | number | undefined)[]

/** What spreadsheets begin a formula with, its full-width forms among them. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

/** A table for spreadsheets and statistics programs: numbers in full, and no words that could be run. */
export function csvOf(heads: readonly string[], rows: readonly CsvRow[]): string {
  const lines = [heads, ...rows].map((row) => row.map(cellOf).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cellOf(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const words = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}
