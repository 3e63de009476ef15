import type { z } from 'zod'
import type { Interval } from '../../src/base/intervals'
import type { underline } from '../../src/core/codebook/codebook'

export type Underline = z.infer<typeof underline>

/** How one annotation is to be drawn. */
export interface Painted {
  readonly id: string
  /** Offsets; one a piece. */
  readonly ranges: readonly Interval[]
  /** Id of the tag; its colour is the custom property that `tagProperty` names. */
  readonly tag: string
  readonly underline: Underline
  /** Whether it is the one that the inspector shows: framed. */
  readonly picked: boolean
  /** Whether its place is uncertain: hatched, with a wavy line. */
  readonly doubtful: boolean
  /** Whether it is not yet known to be on disk: paler, once that has lasted. */
  readonly pending: boolean
  /** Which of the lines under the text is its own, from 0; the first that is free when absent. */
  readonly lane?: number
}

/** Asked by the painter for what lies in a stretch of text that is near the view. */
export type PaintSource = (start: number, end: number) => readonly Painted[]
