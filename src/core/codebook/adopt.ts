import type { Attribute } from './attribute'
import type { Codebook } from './codebook'

/**
 * Ours once a codebook from elsewhere is taken in; the version stays. What it has under an id of ours takes the place of that; what
 * it lacks is retired, since annotations may have it. An attribute that is of another kind there stays as it is here,
 * because values of it were given.
 */
export const adopt = (ours: Codebook, theirs: Codebook): Codebook => ({
  id: ours.id,
  name: theirs.name,
  version: ours.version,
  tags: keepingAll(
    ours.tags,
    theirs.tags,
    (own, tag) => ({ ...tag, attributes: joinAttributes(own.attributes, tag.attributes, retired) }),
    retired,
  ),
  links: keepingAll(ours.links, theirs.links, (_, type) => type, retired),
})

interface Retirable {
  readonly id: string
  readonly retired: boolean
}

const retired = <T extends Retirable>(item: T): T => ({ ...item, retired: true })

/** Their attributes and options, each in the place of ours, then those that they lack, as `lacking` makes them. */
export const joinAttributes = (
  ours: readonly Attribute[],
  theirs: readonly Attribute[],
  lacking: <T extends Retirable>(item: T) => T,
): Attribute[] =>
  keepingAll(
    ours,
    theirs,
    (own, attribute) => {
      if (own.kind !== attribute.kind) return own
      if (own.kind !== 'choice' || attribute.kind !== 'choice') return attribute
      const options = keepingAll(own.options, attribute.options, (_, option) => option, lacking)
      return { ...attribute, options }
    },
    lacking,
  )

/** Theirs in their order, then those of ours that they lack. */
function keepingAll<T extends Retirable>(
  ours: readonly T[],
  theirs: readonly T[],
  join: (own: T, their: T) => T,
  lacking: (item: T) => T,
): T[] {
  const own = new Map(ours.map((item) => [item.id, item]))
  const named = new Set(theirs.map(({ id }) => id))
  const joined = theirs.map((item) => {
    const before = own.get(item.id)
    return before ? join(before, item) : item
  })
  return [...joined, ...ours.filter(({ id }) => !named.has(id)).map(lacking)]
}
