import type { ReadText } from './reading'

/** Over what a measure is taken. What is marked with another tag is as if it were not there. */
export interface Scheme {
  /** Ids of the annotators. */
  readonly annotators: readonly string[]
  /** Ids of the tags, which are the categories. */
  readonly tags: readonly string[]
}

/** What a measure came to, or why there is nothing to say; never a number that only looks like one. */
export type Figure =
  | {
      readonly value: number
      /** Observed and expected agreement or disagreement, where the measure corrects for chance. */
      readonly observed?: number
      readonly expected?: number
    }
  | { readonly undefined: Undefined }

/** Why a measure has no value. */
export const UNDEFINED = [
  'no data', // nobody marked anything that counts
  'one category only', // there is nothing to disagree about: chance alone would agree always
  'one annotator only', // no text was read by two
  'more than two annotators', // the measure compares two
  'too large', // more than can be worked out
] as const
export type Undefined = (typeof UNDEFINED)[number]

/**
 * A measure of agreement. What it takes of one text is a tally, a list of numbers whose length hangs on the scheme
 * alone; tallies of several texts are added up number by number, so that resampling texts costs additions only.
 */
export interface Measure {
  readonly id: string
  readonly name: string
  /** What it answers, as a sentence for a person who has to defend it. */
  readonly answers: string
  /** Where the formula is published. */
  readonly source: string
  /** How many annotators it compares at once. */
  readonly compares: 'two' | 'any'
  /** What of these texts it counts. A text that fewer than two of the annotators read counts nothing. */
  readonly tally: (text: ReadText, scheme: Scheme) => Float64Array
  readonly figure: (total: Float64Array, scheme: Scheme) => Figure
}

export const isDefined = (figure: Figure): figure is Extract<Figure, { readonly value: number }> =>
  'value' in figure
