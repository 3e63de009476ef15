import { kept } from './kept'
import type { Scheme } from './measure'
import type { Reading, ReadText } from './reading'

/**
 * The readings of the annotators of the scheme, in its order; none where fewer than two of them read the text. What is
 * not in the scheme is left out: marks with other tags, and links with an end at such a mark or at none.
 */
export function readingsIn(text: ReadText, scheme: Scheme): readonly Reading[] {
  const last = lastIn(text)
  if (last.scheme !== scheme) {
    last.scheme = scheme
    last.readings = chosen(text, scheme)
  }
  return last.readings
}

/** Every measure in turn asks for the readings of the same scheme. */
interface Last {
  scheme?: Scheme
  readings: readonly Reading[]
}
const lastIn = kept<ReadText, Last>(() => ({ readings: [] }))

function chosen(text: ReadText, { annotators, tags }: Scheme): readonly Reading[] {
  const byAnnotator = new Map(text.readings.map((reading) => [reading.annotator, reading]))
  const readings = annotators.flatMap((annotator) => byAnnotator.get(annotator) ?? [])
  return readings.length < 2 ? [] : readings.map((reading) => within(reading, tags))
}

/**
 * What is left of a reading, by the tags. It is the same object each time, so that what is found out about its marks
 * need not be found out again; that goes with the reading.
 */
const leftOf = kept<Reading, Map<string, Reading>>(() => new Map())
const nameOf = kept((tags: readonly string[]) => tags.join('\n'))

/** What a reading says of these tags. */
export function within(reading: Reading, tags: readonly string[]): Reading {
  const known = leftOf(reading)
  const name = nameOf(tags)
  let left = known.get(name)
  if (!left) known.set(name, (left = restricted(reading, tags)))
  return left
}

function restricted({ annotator, marks: all, links: between }: Reading, tags: readonly string[]): Reading {
  const known = new Set(tags)
  const marks = all.filter(({ tag }) => known.has(tag))
  if (between.length === 0) return { annotator, marks, links: [] }
  const ids = new Set(marks.map(({ id }) => id))
  return { annotator, marks, links: between.filter(({ from, to }) => ids.has(from) && ids.has(to)) }
}

/** What `prepare` makes of the reading of each annotator of the scheme, two at a time, in the order of the scheme. */
export function everyTwo<T>(text: ReadText, scheme: Scheme, prepare: (reading: Reading) => T): [T, T][] {
  const prepared = readingsIn(text, scheme).map(prepare)
  const pairs: [T, T][] = []
  for (let k = 0; k < prepared.length; k++)
    for (let n = k + 1; n < prepared.length; n++) pairs.push([prepared[k]!, prepared[n]!])
  return pairs
}
