/** A field of an untrusted value; undefined when it is no object or has none of its own by this name. */
export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

/** What JSON-LD may write as one value or as a list of them. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

export const wordsOf = (value: unknown): string | undefined => {
  const words = fieldOf(value, '@value') ?? value
  return typeof words === 'string' ? words : undefined
}

/** The name of a resource: itself, its id, or that of the first of a list. */
export function iriOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value
  const id = typeof first === 'string' ? first : (fieldOf(first, 'id') ?? fieldOf(first, '@id'))
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** Terms without their namespace: `oa:tagging` is `tagging`. */
export const termsOf = (value: unknown): string[] =>
  listOf(value).flatMap((term) => (typeof term === 'string' ? [term.replace(/^.*[#:/]/s, '')] : []))

export const typesOf = (value: unknown): string[] =>
  termsOf(fieldOf(value, 'type') ?? fieldOf(value, '@type'))

/** The ids in a name of ours: `urn:assay:tag:news:claim` of kind `tag` gives `news` and `claim`. */
export function idsInUrn(kind: string, iri: string | undefined): string[] | undefined {
  const start = `urn:assay:${kind}:`
  if (!iri?.startsWith(start)) return undefined
  try {
    return iri.slice(start.length).split(':').map(decodeURIComponent)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

export const annotationId = (iri: string): string => idsInUrn('annotation', iri)?.at(-1) ?? iri

/** What stands last in an address, which is what people call it by. */
export function lastOf(iri: string): string {
  const last = /[^#/:]+(?=[#/:]*$)/.exec(iri.slice(-300))?.[0] ?? iri
  try {
    return decodeURIComponent(last)
  } catch (error) {
    if (error instanceof URIError) return last
    throw error
  }
}
