import type { Attribute } from './attribute'
import type { Codebook, LinkType, Tag } from './codebook'

/**
 * What keeps `next` from following `current`, a sentence each, with its place; empty when it may. What annotations may
 * have been given is never left out, since they would lose their meaning: it is retired instead, even when nobody has
 * used it yet, so that no document has to be looked at.
 */
export const problemsOfNext = (current: Codebook, next: Codebook): string[] => [
  ...(next.id === current.id ? [] : [`id: it must stay “${current.id}”.`]),
  ...(next.version === current.version + 1
    ? []
    : [`version: expected ${current.version + 1}, since the codebook is at ${current.version}.`]),
  ...leftOut(current, next),
  ...problemsWithin(next),
]

/** What is wrong with a codebook by itself, a sentence each, with its place. */
export const problemsWithin = (codebook: Codebook): string[] => {
  const { tags, links } = codebook
  const known = new Set(tags.map(({ id }) => id))
  const offered = tags.flatMap((tag, at) =>
    tag.retired ? [] : [{ place: `tags[${at}].key`, value: tag.key }],
  )
  return [
    ...doubledIds('tags', tags),
    ...doubledNames('tags', tags),
    ...doubles(offered.map(({ place, value }) => ({ place, value: value.toLowerCase(), shown: value }))),
    ...(offered.length > 0 ? [] : ['tags: at least one must not be retired.']),
    ...tags.flatMap(({ attributes }, at) => problemsOfAttributes(`tags[${at}]`, attributes)),
    ...doubledIds('links', links),
    ...doubledNames('links', links),
    ...links.flatMap((type, at) => problemsOfEnds(`links[${at}]`, type, known)),
  ]
}

function leftOut(current: Codebook, next: Codebook): string[] {
  return [
    ...missing('tags', current.tags, next.tags),
    ...missing('links', current.links, next.links),
    ...next.tags.flatMap((tag, at) => leftOutOfTag(`tags[${at}]`, byId(current.tags, tag.id), tag)),
  ]
}

function leftOutOfTag(place: string, before: Tag | undefined, tag: Tag): string[] {
  if (!before) return []
  return [
    ...missing(`${place}.attributes`, before.attributes, tag.attributes),
    ...tag.attributes.flatMap((attribute, at) =>
      leftOutOfAttribute(`${place}.attributes[${at}]`, byId(before.attributes, attribute.id), attribute),
    ),
  ]
}

function leftOutOfAttribute(place: string, before: Attribute | undefined, attribute: Attribute): string[] {
  if (!before) return []
  if (before.kind !== attribute.kind)
    return [`${place}.kind: it must stay “${before.kind}”, because values were given to “${before.name}”.`]
  return before.kind === 'choice' && attribute.kind === 'choice'
    ? missing(`${place}.options`, before.options, attribute.options)
    : []
}

interface Named {
  readonly id: string
  readonly name: string
  readonly retired: boolean
}

const byId = <R extends { readonly id: string }>(list: readonly R[], id: string): R | undefined =>
  list.find((known) => known.id === id)

function missing(place: string, before: readonly Named[], after: readonly Named[]): string[] {
  const kept = new Set(after.map(({ id }) => id))
  return before.flatMap(({ id, name }) =>
    kept.has(id) ? [] : [`${place}: “${name}” (${id}) is left out. Retire it instead.`],
  )
}

function problemsOfAttributes(place: string, attributes: readonly Attribute[]): string[] {
  return [
    ...doubledIds(`${place}.attributes`, attributes),
    ...doubledNames(`${place}.attributes`, attributes),
    ...attributes.flatMap((attribute, at) => {
      if (attribute.kind !== 'choice') return []
      const options = `${place}.attributes[${at}].options`
      const none = !attribute.retired && attribute.options.every(({ retired }) => retired)
      return [
        ...doubledIds(options, attribute.options),
        ...doubledNames(options, attribute.options),
        ...(none ? [`${options}: at least one must not be retired.`] : []),
      ]
    }),
  ]
}

function problemsOfEnds(place: string, { ends }: LinkType, known: ReadonlySet<string>): string[] {
  const strange = ends.flatMap((end, at) =>
    (['from', 'to'] as const).flatMap((side) =>
      known.has(end[side]) ? [] : [`${place}.ends[${at}].${side}: there is no tag “${end[side]}”.`],
    ),
  )
  const pairs = ends.map(({ from, to }, at) => ({
    place: `${place}.ends[${at}]`,
    value: JSON.stringify([from, to]),
    shown: `${from} → ${to}`,
  }))
  return [...strange, ...doubles(pairs)]
}

const doubledIds = (place: string, list: readonly Named[]): string[] =>
  doubles(list.map(({ id }, at) => ({ place: `${place}[${at}].id`, value: id, shown: id })))

/** Of names only those count that are offered: what was retired keeps its name, and another may have it. */
const doubledNames = (place: string, list: readonly Named[]): string[] =>
  doubles(
    list.flatMap(({ name, retired }, at) =>
      retired ? [] : [{ place: `${place}[${at}].name`, value: name.trim().toLowerCase(), shown: name }],
    ),
  )

interface Place {
  readonly place: string
  readonly value: string
  readonly shown: string
}

function doubles(places: readonly Place[]): string[] {
  const first = new Map<string, string>()
  return places.flatMap(({ place, value, shown }) => {
    const before = first.get(value)
    if (before === undefined) first.set(value, place)
    return before === undefined ? [] : [`${place}: “${shown}” is at ${before} already.`]
  })
}
