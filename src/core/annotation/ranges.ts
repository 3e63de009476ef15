import type { Interval } from '../../base/intervals'

/** The same units as ranges of a span: in order, what overlaps or touches made one, what is empty left out. */
export function normalised(ranges: readonly Interval[]): Interval[] {
  const merged: Interval[] = []
  for (const { start, end } of ranges.filter(isFull).toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else merged.push({ start, end })
  }
  return merged
}

/** The units of `ranges` and those of `range`. */
export const addRange = (ranges: readonly Interval[], range: Interval): Interval[] =>
  normalised([...ranges, range])

/** The units of `ranges` without those of `range`. */
export const subtractRange = (ranges: readonly Interval[], range: Interval): Interval[] =>
  isFull(range)
    ? normalised(
        ranges.flatMap(({ start, end }) => [
          { start, end: Math.min(end, range.start) },
          { start: Math.max(start, range.end), end },
        ]),
      )
    : normalised(ranges)

/** What of `ranges` lies within `range`. */
export const clipRanges = (ranges: readonly Interval[], range: Interval): Interval[] =>
  normalised(
    ranges.map(({ start, end }) => ({ start: Math.max(start, range.start), end: Math.min(end, range.end) })),
  )

export const sameRanges = (some: readonly Interval[], others: readonly Interval[]): boolean =>
  some.length === others.length &&
  some.every(({ start, end }, k) => start === others[k]!.start && end === others[k]!.end)

const isFull = ({ start, end }: Interval): boolean => start < end
