/** A value of JSON that is an object; what it holds is anybody's guess. */
export type JsonObject = { readonly [key: string]: unknown }

export const objectOf = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined

/** A field of its own: never one that it has from the prototype of everything. */
export const ownOf = (object: JsonObject | undefined, key: string): unknown =>
  object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/**
 * A moment as ISO 8601 in UTC, from words that begin with a date or from seconds since 1970. One without a zone is
 * taken to be in UTC, so that it is the same on every machine. Undefined for anything else.
 */
export function momentOf(value: unknown): string | undefined {
  const date = dateOf(value)
  const year = date?.getUTCFullYear() ?? Number.NaN
  return year >= 0 && year <= 9999 ? date!.toISOString() : undefined
}

function dateOf(value: unknown): Date | undefined {
  if (typeof value === 'number') return new Date(value * 1000)
  const words = typeof value === 'string' ? value.trim() : ''
  if (!/^\d{4}-\d\d-\d\d/.test(words)) return undefined
  return new Date(/[T ][\d:.]+$/.test(words) ? `${words}Z` : words)
}
