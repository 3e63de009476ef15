import type { Attribute } from './attribute'
import type { Codebook } from './codebook'

/**
 * A codebook from elsewhere as the next version of ours. What it has under an id of ours takes the place of that; what
 * it lacks is retired, since annotations may have it. An attribute that is of another kind there stays as it is here,
 * because values of it were given.
 */
export const adopt = (ours: Codebook, theirs: Codebook): Codebook => ({
  id: ours.id,
  name: theirs.name,
  version: ours.version + 1,
  tags: keepingAll(ours.tags, theirs.tags, (own, tag) => ({
    ...tag,
    attributes: keepingAll(own.attributes, tag.attributes, adoptAttribute),
  })),
  links: keepingAll(ours.links, theirs.links, (_, type) => type),
})

function adoptAttribute(own: Attribute, attribute: Attribute): Attribute {
  if (own.kind !== attribute.kind) return own
  if (own.kind !== 'choice' || attribute.kind !== 'choice') return attribute
  return { ...attribute, options: keepingAll(own.options, attribute.options, (_, option) => option) }
}

/** Theirs in their order, then those of ours that they lack, retired. */
function keepingAll<T extends { readonly id: string; readonly retired: boolean }>(
  ours: readonly T[],
  theirs: readonly T[],
  join: (own: T, their: T) => T,
): T[] {
  const own = new Map(ours.map((item) => [item.id, item]))
  const named = new Set(theirs.map(({ id }) => id))
  const joined = theirs.map((item) => {
    const before = own.get(item.id)
    return before ? join(before, item) : item
  })
  return [...joined, ...ours.filter(({ id }) => !named.has(id)).map((item) => ({ ...item, retired: true }))]
}
