import type { Figure, Measure, Scheme } from './measure'
import type { ReadText } from './reading'
import { type Chain, eachStretch, marksByReader, sectionsOnce } from './sections'

/**
 * What the chains of m annotators of one text add to the tally of the uα family, for `tags` tags and, as the last
 * value, nothing (φ). All in UTF-16 units (Krippendorff, Mathet, Bouvry & Widlöcher 2016; Krippendorff 2019, § 12.6):
 *
 * - ℓ_ck, row by row: for every ordered pair of annotators, the length that one took for c and the other for k, /(m−1)
 * - K_c: over the sections of c, Σ length² for a tag and Σ length for nothing; chance must not pair these with themselves
 * - K*_c, tags only: K_c for what both marked. A section counts there with the length that it shares with units of an
 *   other annotator, on average over the m−1 others, squared. (The length that any other covers, squared, would be too
 *   much: ℓ*_c· is the sum of these means, and in the published case it gives .728 instead of .724.)
 *
 * Texts are laid end to end with boundaries no section crosses: then all of these are sums over texts.
 */
export function coincidences(chains: readonly Chain[], tags: number): Float64Array {
  const total = new Float64Array((tags + 1) ** 2 + tags + 1 + tags)
  if (chains.length < 2) return total
  const { lengths, alone, aloneCoded } = partsOf(total, tags)
  const shared = chains.map((chain) => new Float64Array(chain.length))
  const here = new Int32Array(chains.length)
  const others = chains.length - 1
  eachStretch(chains, (at, length) => {
    let marked = 0
    for (let i = 0; i < chains.length; i++) {
      here[i] = chains[i]![at[i]!]!.value ?? tags
      if (here[i]! < tags) marked++
    }
    for (let i = 0; i < chains.length; i++) {
      const row = here[i]! * (tags + 1)
      for (let j = 0; j < chains.length; j++) if (i !== j) lengths[row + here[j]!]! += length / others
      if (here[i]! < tags) shared[i]![at[i]!]! += length * (marked - 1)
    }
  })
  for (const [i, chain] of chains.entries()) {
    for (const [s, { start, end, value }] of chain.entries()) {
      alone[value ?? tags]! += value === undefined ? end - start : (end - start) ** 2
      if (value !== undefined) aloneCoded[value]! += (shared[i]![s]! / others) ** 2
    }
  }
  return total
}

/** The tally's parts, as views: what is written to them is written to it. */
function partsOf(total: Float64Array, tags: number) {
  const cells = (tags + 1) ** 2
  return {
    lengths: total.subarray(0, cells),
    alone: total.subarray(cells, cells + tags + 1),
    aloneCoded: total.subarray(cells + tags + 1),
  }
}

/** How much of the coincidences disagree, what their margins are, and ΣK; all that a coefficient needs. */
interface Table {
  /** Σ_{c≠k} ℓ_ck, added up directly: as a difference it would not come out as exactly nothing. */
  readonly disagreed: number
  /** ℓ_c·, which are also ℓ_·c. */
  readonly margins: readonly number[]
  readonly alone: number
}

/** The first `values` rows and columns of the coincidences: all of them, or those of tags only. */
function tableOf(total: Float64Array, tags: number, values: number): Table {
  const { lengths, alone, aloneCoded } = partsOf(total, tags)
  const margins = Array.from({ length: values }, () => 0)
  let disagreed = 0
  for (let c = 0; c < values; c++) {
    for (let k = 0; k < values; k++) {
      const length = lengths[c * (tags + 1) + k]!
      margins[c]! += length
      if (c !== k) disagreed += length
    }
  }
  return { disagreed, margins, alone: sum(values > tags ? alone : aloneCoded) }
}

/** Of all places, whether both marked them or not: whatever the tag is. */
function binaryTable(total: Float64Array, tags: number): Table {
  const { margins, alone } = tableOf(total, tags, tags + 1)
  let disagreed = 0
  for (let c = 0; c < tags; c++) disagreed += 2 * partsOf(total, tags).lengths[c * (tags + 1) + tags]!
  return { disagreed, margins: [sum(margins.slice(0, tags)), margins[tags]!], alone }
}

/**
 * α = 1 − Σ_{c≠k} ℓ_ck / Σ_{c≠k} ε_ck with ε_ck = ℓ·· (ℓ_c· ℓ_·k − [c=k] K_c) / (ℓ··² − ΣK); observed and expected are
 * given as shares of ℓ··. The divisor is positive as soon as ℓ·· is, because no section is all there is.
 */
function alphaOf({ disagreed, margins, alone }: Table): Figure {
  const whole = sum(margins)
  if (whole === 0) return { undefined: 'no data' }
  if (margins.filter((margin) => margin > 0).length < 2) return { undefined: 'one category only' }
  const expected = sum(margins.map((margin) => margin * (whole - margin))) / (whole ** 2 - alone)
  const observed = disagreed / whole
  return { value: 1 - observed / expected, observed, expected }
}

/** Why there is nothing to say about the places that are marked, before any coefficient; undefined when there is. */
function emptiness(total: Float64Array, tags: number): Figure | undefined {
  const { margins } = tableOf(total, tags, tags + 1)
  if (sum(margins) === 0) return { undefined: 'one annotator only' }
  return sum(margins.slice(0, tags)) === 0 ? { undefined: 'no data' } : undefined
}

/** What (k)uα says of one tag. */
export interface TagCoding {
  readonly figure: Figure
  /** The share of what was marked with the tag on which others marked something too; 0 also when nobody used it. */
  readonly coverage: number
}

/**
 * How reliably the scheme's tag k is told from the other tags, where two annotators marked something:
 * (k)uα = 1 − (ε*_·k / ℓ*_·k)(Do_k / De_k), Do_k = ℓ*_·k − ℓ*_kk, De_k = ε*_·k − ε*_kk, in which * means without φ
 * (Krippendorff 2019, § 12.6.6). With little coverage the figure says little about the tag.
 */
export function codingOfTag(total: Float64Array, scheme: Scheme, tag: string): Figure {
  const tags = scheme.tags.length
  const k = scheme.tags.indexOf(tag)
  return emptiness(total, tags) ?? alphaOfTag(tableOf(total, tags, tags), partsOf(total, tags), k)
}

/** The same for each of the scheme's tags. */
export function codingByTag(total: Float64Array, scheme: Scheme): ReadonlyMap<string, TagCoding> {
  const tags = scheme.tags.length
  const all = tableOf(total, tags, tags + 1)
  const coded = tableOf(total, tags, tags)
  return new Map(
    scheme.tags.map((tag, k) => {
      const marked = all.margins[k]!
      return [
        tag,
        {
          figure: codingOfTag(total, scheme, tag),
          coverage: marked === 0 ? 0 : coded.margins[k]! / marked,
        },
      ]
    }),
  )
}

/** Observed and expected are Do_k / ℓ*_·k and De_k / ε*_·k: shares of what is coded k for which the other coded is not k. */
function alphaOfTag(
  { margins }: Table,
  { lengths, aloneCoded }: ReturnType<typeof partsOf>,
  k: number,
): Figure {
  const whole = sum(margins)
  const margin = margins[k]!
  if (margin === 0) return { undefined: 'no data' }
  const rest = sum(margins.filter((_, c) => c !== k))
  if (rest === 0) return { undefined: 'one category only' }
  const row = lengths.subarray(k * (margins.length + 1), k * (margins.length + 1) + margins.length)
  const observed = sum(row.filter((_, c) => c !== k)) / margin
  const expected = (margin * rest) / (margin * whole - aloneCoded[k]!) // the factor of every ε cancels out
  return { value: 1 - observed / expected, observed, expected }
}

const tally = (text: ReadText, scheme: Scheme): Float64Array =>
  coincidences(
    marksByReader(text, scheme).map((marks) => sectionsOnce(marks, text.length, scheme.tags)),
    scheme.tags.length,
  )

const SOURCE =
  'Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364; Krippendorff 2019, Content Analysis, § 12.6'

const member = (
  named: Pick<Measure, 'id' | 'name' | 'answers'>,
  table: (total: Float64Array, tags: number) => Table,
): Measure => ({
  ...named,
  source: SOURCE,
  compares: 'any',
  tally,
  figure: (total, { tags }) => emptiness(total, tags.length) ?? alphaOf(table(total, tags.length)),
})

export const uAlpha = member(
  {
    id: 'u-alpha',
    name: 'Krippendorff’s uα',
    answers:
      'How well do the annotators agree what is marked and as what, character by character, chance set aside? Where one annotator’s spans overlap, the innermost counts.',
  },
  (total, tags) => tableOf(total, tags, tags + 1),
)

export const uAlphaBinary = member(
  {
    id: 'u-alpha-binary',
    name: 'Krippendorff’s |uα',
    answers:
      'How well do the annotators agree where something is marked, whatever the tag, chance set aside?',
  },
  binaryTable,
)

export const uAlphaCoding = member(
  {
    id: 'u-alpha-coding',
    name: 'Krippendorff’s cuα',
    answers:
      'Where two annotators both marked something, how well do they agree on the tag, chance set aside? What only one marked does not count.',
  },
  (total, tags) => tableOf(total, tags, tags),
)

const sum = (numbers: Iterable<number>): number => {
  let total = 0
  for (const number of numbers) total += number
  return total
}
