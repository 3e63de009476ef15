export const FIGURE_KINDS = ['percent', 'money', 'count', 'duration', 'date', 'ordinal', 'ratio'] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

export const COMPARATORS = ['about', 'nearly', 'at-least', 'up-to', 'more-than', 'less-than'] as const
export type Comparator = (typeof COMPARATORS)[number]

/**
 * What a figure says. What the words leave open is absent.
 *
 * - `value` is written out: 3.2 million is 3200000, two thirds is 0.666…, 24 hours is 24.
 * - `high` is the upper end of a range, of which `value` is the lower.
 * - `unit` is `percent` or `percentage points`; an ISO 4217 code where sign or word name one currency (`EUR`, `GBP`),
 *   otherwise the sign or word itself (`$`, `rupees`); the plural of a duration (`hours`); the symbol of a measure
 *   (`km`); the counted noun as typed (`cracks`); what is ranked, of an ordinal (`quarter`). A rate follows a slash
 *   (`GBP/day`).
 * - A year has its number as value. Any other date has no value and is an ISO 8601 date in `unit`: `2023-05-09`,
 *   `2018-05`, or `--05-09` where the year is left open; two of them with a slash between are a range. A time of day
 *   is `T17:00`.
 * - A score such as 5–4 is a ratio without a value.
 */
export interface ParsedFigure {
  readonly value?: number
  readonly high?: number
  readonly unit?: string
  readonly kind?: FigureKind
  readonly comparator?: Comparator
}

/** What a part of the grammar read: where it ends, as the index of the token after it, and what it says. */
export interface Reading {
  readonly to: number
  readonly figure: ParsedFigure
  /** A number that nobody would list as a figure unless asked: “the four”, “No. 2”. */
  readonly weak?: boolean
}
