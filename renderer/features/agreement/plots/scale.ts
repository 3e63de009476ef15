/** From values to places, with round values to mark. */
export interface Scale {
  readonly at: (value: number) => number
  readonly ticks: readonly number[]
}

/** A scale from 0, or from the least value where some are negative, to 1, between two places. */
export function agreementScale(values: readonly number[], from: number, to: number): Scale {
  const least = Math.max(-1, Math.min(0, ...values))
  const low = least < 0 ? Math.floor(least * 5) / 5 : 0
  const at = (value: number): number =>
    Math.round((from + ((Math.max(low, value) - low) / (1 - low)) * (to - from)) * 100) / 100
  const count = Math.round((1 - low) * 5)
  return { at, ticks: Array.from({ length: count + 1 }, (_, k) => Math.round((low + k / 5) * 10) / 10) }
}

export const tickWords = (tick: number): string => String(tick).replace('-', '−')
