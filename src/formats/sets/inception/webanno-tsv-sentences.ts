import type { Interval } from '../../../base/intervals'
import type { Unit } from '../../../core/document/offsets'
import type { Problems } from '../problems'

/** A row of a token, or of a part of one. */
export interface Row extends Interval {
  readonly place: string
  /** `1-7`, `1-7.2` */
  readonly id: string
  readonly token: string
  readonly cells: readonly string[]
}

export interface Sentence {
  readonly place: string
  readonly text: string
  readonly rows: readonly Row[]
}

/** The sentences of the lines behind the first; texts are escaped as in Java until 3.1. */
export function sentencesIn(
  lines: readonly { readonly line: string; readonly number: number }[],
  name: string,
  isOld: boolean,
  problems: Problems,
): Sentence[] {
  const sentences: { place: string; texts: string[]; rows: Row[] }[] = []
  for (const { line, number } of lines.slice(1)) {
    const place = `${name} line ${number}`
    if (line === '' || (line.startsWith('#T_') && sentences.length === 0)) continue
    // A token may be a number sign, but a row begins with the number of its sentence.
    if (line.startsWith('#')) {
      if ((sentences.at(-1)?.rows.length ?? 1) > 0) sentences.push({ place, texts: [], rows: [] })
      if (line.startsWith('#Text=')) sentences.at(-1)!.texts.push(unescapeText(line.slice(6), isOld))
      continue
    }
    const row = rowIn(line, place, problems)
    if (row && sentences.length === 0) problems.add(place, 'It stands before any sentence (“#Text=”).')
    else if (row) sentences.at(-1)!.rows.push(row)
  }
  return sentences.map(({ place, texts, rows }) => ({ place, text: texts.join('\n'), rows }))
}

function rowIn(line: string, place: string, problems: Problems): Row | undefined {
  const [id = '', offsets = '', token = '', ...cells] = line.split('\t')
  const range = /^(\d{1,12})-(\d{1,12})$/.exec(offsets)
  if (!/^\d+-\d+(\.\d+)?$/.test(id) || !range) {
    problems.add(
      place,
      'It is no row of a token, which begins with a number as “1-1” and with positions as “0-5”.',
    )
    return undefined
  }
  return { place, id, start: Number(range[1]), end: Number(range[2]), token, cells }
}

const unescapeText = (text: string, isOld: boolean): string =>
  text.replace(
    /\\(?:u+([0-9a-fA-F]{4})|([^]))/g,
    (all, unit: string | undefined, one: string | undefined) => {
      if (unit !== undefined) return isOld ? String.fromCharCode(Number.parseInt(unit, 16)) : all
      if (LETTERS.has(one!)) return LETTERS.get(one!)!
      // Until 3.1 as in Java, where a quotation mark has a backslash as well.
      return one! < ' ' || (isOld && /["'/]/.test(one!)) ? one! : all
    },
  )

const LETTERS = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['\\', '\\'],
])

export interface Assembled {
  /** With a line end and blanks where the file does not say what stands there. */
  readonly text: string
  readonly unit: Unit
  /** The first place at which it is not known what stands before it. */
  readonly gap?: string
  /** Whether sentences lie where others do, so that nothing can be said of the words at a position. */
  readonly isBroken: boolean
}

/** The text of the sentences, put where their first tokens are; counted as most tokens stand where they should. */
export function assemble(sentences: readonly Sentence[]): Assembled {
  const utf16 = put(sentences, 'utf-16')
  if (utf16.wrong === 0 || !/[\u{10000}-\u{10FFFF}]/u.test(utf16.text)) return utf16
  const points = put(sentences, 'code-points')
  return points.wrong < utf16.wrong ? points : utf16
}

const MOST_BLANKS = 1_000_000 // between all sentences; more is a slip of a digit, or meant to fill memory

function put(sentences: readonly Sentence[], unit: Unit): Assembled & { readonly wrong: number } {
  const parts: string[] = []
  let at = 0
  let gap: string | undefined
  let isBroken = false
  let blanks = 0
  let wrong = 0
  for (const { place, text, rows } of sentences) {
    const start = rows[0]?.start ?? at
    if (start !== at) gap ??= place
    const missing = start - at
    blanks += Math.max(0, missing)
    if (missing < 0 || blanks > MOST_BLANKS) isBroken = true
    else parts.push(`${parts.length > 0 ? '\n' : ''}${' '.repeat(missing)}`.slice(0, missing))
    const characters = unit === 'utf-16' ? undefined : Array.from(text)
    const wordsAt = (from: number, to: number): string =>
      characters ? characters.slice(from, to).join('') : text.slice(from, to)
    for (const { id, token, start: from, end } of rows) {
      const isWhole = !id.includes('.') && !token.includes('\\')
      if (isWhole && (from < start || wordsAt(from - start, end - start) !== token)) wrong++
    }
    parts.push(text)
    at = start + (characters?.length ?? text.length)
  }
  return { text: parts.join(''), unit, isBroken, wrong, ...(gap === undefined ? {} : { gap }) }
}
