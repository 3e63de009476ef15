const NAMES = 'january february march april may june july august september october november december'.split(
  ' ',
)

const months = new Map(NAMES.map((name, index) => [name, index + 1]))
for (const [index, name] of NAMES.entries()) months.set(name.slice(0, 3), index + 1)
months.set('sept', 9)

/** Every word that names a month, in lower case. */
export const MONTH_STARTS: readonly string[] = [...months.keys()]

/** The month from 1 to 12 that a capitalised word names, in full or shortened. */
export function monthOf(raw: string): number | undefined {
  return /^[A-Z]/.test(raw) ? months.get(raw.toLowerCase()) : undefined
}

/** Whether the word is a short form, after which a full stop belongs to it. */
export const isShortMonth = (raw: string): boolean => raw.length <= 4 && !/^(may|june|july)$/i.test(raw)
