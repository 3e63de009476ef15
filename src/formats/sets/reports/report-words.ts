import type { Exported } from '../codec'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A moment for people: “5 January 2026, 09:01 UTC”. What is none comes back as it is. */
export function momentInWords(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const [hours, minutes] = [date.getUTCHours(), date.getUTCMinutes()].map((n) => String(n).padStart(2, '0'))
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${hours}:${minutes} UTC`
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 4 })

/** A number for people: `9,000,000`, `0.3333`; one that is too small or too large for that is as it is. */
export const numberInWords = (value: number): string =>
  value === 0 || (Math.abs(value) >= 0.01 && Math.abs(value) < 1e15) ? whole.format(value) : String(value)

/** “3 claims”. */
export const countInWords = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : pluralOf(noun)}`

/** The plural of a noun, where an `s` makes it; otherwise the noun. */
export const pluralOf = (noun: string): string => (/[a-rt-z]$/.test(noun) ? `${noun}s` : noun)

export const titleOf = ({ documents }: Exported): string =>
  documents.length === 1 ? documents[0]!.article.title : countInWords(documents.length, 'article')

export const codebookInWords = ({ codebook }: Exported): string =>
  `${codebook.name}, version ${codebook.version}`

export const capitalised = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)
