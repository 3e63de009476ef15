/** `3 documents`, `1 document`. */
export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

/** `2 claim, 1 source`, or that there is none. */
export const countsOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([tag, count]) => `${count} ${tag}`)
    .join(', ') || 'no annotations'

/** Rows as lines, with columns as wide as their widest cell; the last one ends where it ends. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  return rows.map((row) =>
    row.map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at]!) : cell)).join('  '),
  )
}

/** Words on one line, whatever blanks they hold. */
export const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()
