import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { type Figure, type Undefined, isDefined } from './measure'
import { type SparseTallies, byPlace, documentsIn, sparse, totalOf, withoutEmpty } from './sparse-tallies'

/** Where a figure would lie in 95 of 100 samples of as many documents, or why that cannot be said. */
export type Interval95 =
  | {
      readonly low: number
      readonly high: number
      /** How many draws it was taken from, and how many were left out because the figure was undefined in them. */
      readonly draws: number
      readonly leftOut: number
    }
  /** How many documents count something, where they are fewer than {@link LEAST_DOCUMENTS}. */
  | { readonly tooFew: number }
  /** Why the figure of all documents is undefined, or that of every draw. */
  | { readonly undefined: Undefined }

/** Of fewer documents the draws are too much alike, and the interval would look surer than it is. */
export const LEAST_DOCUMENTS = 10

/** Enough for the second digit of the bounds. */
export const DRAWS = 1000

/** What is drawn for so many documents; the same whenever it is asked for. */
export class Resampling {
  readonly seed: number
  readonly draws: number
  #latest: { readonly documents: number; readonly times: Uint16Array } | undefined

  constructor({ seed, draws = DRAWS }: { readonly seed: number; readonly draws?: number }) {
    this.seed = seed
    this.draws = draws
  }

  /**
   * How many times each document is in each draw, draw by draw. Who asks for the same number of documents in a row has
   * them drawn once.
   */
  of(documents: number): Uint16Array {
    if (this.#latest?.documents !== documents) this.#latest = { documents, times: this.#draw(documents) }
    return this.#latest.times
  }

  #draw(documents: number): Uint16Array {
    const random = xoroshiro128plus(this.seed)
    const times = new Uint16Array(this.draws * documents)
    for (let draw = 0; draw < this.draws; draw++)
      for (let k = 0; k < documents; k++) times[draw * documents + uniformInt(random, 0, documents - 1)]!++
    return times
  }
}

/**
 * The percentile interval by bootstrap over documents (Efron & Tibshirani 1993, An Introduction to the Bootstrap,
 * ch. 13): each draw takes as many documents as there are, with replacement, and works the figure out anew. Documents,
 * not marks, are drawn, because the marks of one document are not independent of each other. A document whose tally
 * is all zeros, be it that fewer than two read it or that nothing in it counts, is not drawn. The same seed and
 * tallies give the same interval.
 */
export const intervalOf = (
  tallies: readonly Float64Array[],
  figure: (total: Float64Array) => Figure,
  options: { readonly seed: number; readonly draws?: number },
): Interval95 => intervalsOf(sparse(tallies), [figure], new Resampling(options))[0]!

/** The intervals of several figures of the same tallies, which are added up once for all of them. */
export function intervalsOf(
  tallies: SparseTallies,
  figures: readonly ((total: Float64Array) => Figure)[],
  resampling: Resampling,
): Interval95[] {
  const counting = withoutEmpty(tallies)
  const documents = documentsIn(counting)
  if (documents < LEAST_DOCUMENTS) return figures.map(() => ({ tooFew: documents }))
  const whole = totalOf(counting)
  const values = figures.map((figure) => new Values(figure, figure(whole)))
  const wanted = values.filter(({ isWanted }) => isWanted)
  if (wanted.length > 0)
    eachDraw(counting, resampling.of(documents), resampling.draws, (total) => {
      for (const one of wanted) one.add(total)
    })
  return values.map((one) => one.interval())
}

/**
 * Adds up the tallies of each draw; the total is an array that is used again. This is most of the work: place by place,
 * so that sums stay in registers, and four draws at a time, so that what is added is looked up once for them.
 */
function eachDraw(
  tallies: SparseTallies,
  times: Uint16Array,
  draws: number,
  visit: (total: Float64Array) => void,
): void {
  const documents = documentsIn(tallies)
  const { used, starts, rows, numbers, constant } = byPlace(tallies)
  const totals = Array.from({ length: 4 }, () => new Float64Array(tallies.width))
  const sums = new Float64Array(4)
  for (let draw = 0; draw < draws; draw += 4) {
    for (let k = 0; k < used.length; k++) {
      // Each draw has as many documents as there are.
      if (constant[k]) sums.fill(numbers[starts[k]!]! * documents)
      else addUp(sums, times, draw * documents, documents, rows, numbers, starts[k]!, starts[k + 1]!)
      for (const place of used[k]!) for (let n = 0; n < 4; n++) totals[n]![place] = sums[n]!
    }
    for (let n = 0; n < 4 && draw + n < draws; n++) visit(totals[n]!)
  }
}

/** The sums of the numbers from `start` to `end` in four draws, of which the first begins at `at`. */
function addUp(
  sums: Float64Array,
  times: Uint16Array,
  at: number,
  documents: number,
  rows: Int32Array,
  numbers: Float64Array,
  start: number,
  end: number,
): void {
  let [one, two, three, four] = [0, 0, 0, 0]
  // Where every document has a number, the next is that of the next one.
  const dense = end - start === documents
  for (let n = start; n < end; n++) {
    const number = numbers[n]!
    const row = at + (dense ? n - start : rows[n]!)
    one += times[row]! * number
    // Beyond the last draw these are not numbers, and nobody looks at them.
    two += times[row + documents]! * number
    three += times[row + 2 * documents]! * number
    four += times[row + 3 * documents]! * number
  }
  sums[0] = one
  sums[1] = two
  sums[2] = three
  sums[3] = four
}

/** The values that a figure had in the draws. */
class Values {
  readonly isWanted: boolean
  readonly #figure: (total: Float64Array) => Figure
  readonly #values: number[] = []
  #leftOut = 0
  #refusal: Undefined | undefined

  constructor(figure: (total: Float64Array) => Figure, whole: Figure) {
    this.#figure = figure
    this.isWanted = isDefined(whole)
    this.#refusal = isDefined(whole) ? undefined : whole.undefined
  }

  add(total: Float64Array): void {
    const figure = this.#figure(total)
    if (isDefined(figure)) {
      this.#values.push(figure.value)
      return
    }
    this.#leftOut++
    this.#refusal = figure.undefined
  }

  interval(): Interval95 {
    if (this.#values.length === 0) return { undefined: this.#refusal ?? 'no data' }
    const values = Float64Array.from(this.#values).toSorted()
    return {
      low: quantile(values, 0.025),
      high: quantile(values, 0.975),
      draws: values.length,
      leftOut: this.#leftOut,
    }
  }
}

/** By linear interpolation between the values, which are in order. */
function quantile(values: Float64Array, share: number): number {
  const at = (values.length - 1) * share
  const [below, above] = [values[Math.floor(at)]!, values[Math.ceil(at)]!]
  return below + (above - below) * (at - Math.floor(at))
}
