/** Anything that covers a half-open interval of whole numbers. */
export interface Interval {
  readonly start: number
  readonly end: number
}

const BUCKET = 2048 // about one screen of text: a query for what is visible touches a handful of buckets

/**
 * Finds what covers a place or overlaps an interval without looking at the rest. One key may have several
 * intervals. Adding and removing cost in proportion to the buckets that the interval touches.
 */
export class IntervalIndex<K> {
  readonly #buckets = new Map<number, Map<K, Interval[]>>()

  add(key: K, interval: Interval): void {
    for (const bucket of bucketsOf(interval)) {
      let keys = this.#buckets.get(bucket)
      if (!keys) this.#buckets.set(bucket, (keys = new Map<K, Interval[]>()))
      const held = keys.get(key)
      if (held) held.push(interval)
      else keys.set(key, [interval])
    }
  }

  /** Removes the interval of `key` with the same start and end; nothing happens when there is none. */
  remove(key: K, interval: Interval): void {
    for (const bucket of bucketsOf(interval)) {
      const keys = this.#buckets.get(bucket)
      const held = keys?.get(key)
      if (!keys || !held) continue
      const at = held.findIndex(({ start, end }) => start === interval.start && end === interval.end)
      if (at >= 0) held.splice(at, 1)
      if (held.length === 0) keys.delete(key)
      if (keys.size === 0) this.#buckets.delete(bucket)
    }
  }

  /** The keys with an interval that shares at least one unit with `start`–`end`, each once, in no order. */
  overlapping(start: number, end: number): K[] {
    const found = new Set<K>()
    for (const bucket of bucketsOf({ start, end })) {
      for (const [key, held] of this.#buckets.get(bucket) ?? []) {
        if (held.some((interval) => Math.max(interval.start, start) < Math.min(interval.end, end)))
          found.add(key)
      }
    }
    return [...found]
  }
}

function* bucketsOf({ start, end }: Interval): Iterable<number> {
  const last = Math.floor(Math.max(start, end - 1) / BUCKET)
  for (let bucket = Math.floor(start / BUCKET); bucket <= last; bucket++) yield bucket
}
