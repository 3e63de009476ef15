import type { Attribute, Option } from '../../src/core/codebook/attribute'
import type { Codebook, LinkType, Tag } from '../../src/core/codebook/codebook'

/** Something of a codebook that has a name, can be retired, and stands in an order. */
export type Place =
  | { readonly of: 'tag'; readonly id: string }
  | { readonly of: 'link'; readonly id: string }
  | { readonly of: 'attribute'; readonly tag: string; readonly id: string }
  | { readonly of: 'option'; readonly tag: string; readonly attribute: string; readonly id: string }

type Item = { readonly id: string; readonly retired: boolean }
/** The same change to whichever list a place is in. */
type ListChange = <T extends Item>(list: readonly T[]) => T[]

export const setTag = (codebook: Codebook, id: string, change: Partial<Tag>): Codebook => ({
  ...codebook,
  tags: codebook.tags.map((tag) => (tag.id === id ? { ...tag, ...change } : tag)),
})

export const setLinkType = (codebook: Codebook, id: string, change: Partial<LinkType>): Codebook => ({
  ...codebook,
  links: codebook.links.map((type) => (type.id === id ? { ...type, ...change } : type)),
})

export const setAttribute = (codebook: Codebook, tag: string, id: string, to: Attribute): Codebook =>
  inAttributes(codebook, tag, (attributes) => attributes.map((known) => (known.id === id ? to : known)))

export const setOption = (
  codebook: Codebook,
  { tag, attribute, id }: Extract<Place, { of: 'option' }>,
  change: Partial<Option>,
): Codebook =>
  inOptions(codebook, tag, attribute, (options) =>
    options.map((known) => (known.id === id ? { ...known, ...change } : known)),
  )

/** An attribute as one of another kind; a choice begins with one option to be named. */
export function ofKind(attribute: Attribute, kind: Attribute['kind'], optionId: string): Attribute {
  const { id, name, description, retired } = attribute
  const shared = { id, name, description, retired }
  return kind === 'choice'
    ? { ...shared, kind, options: [{ id: optionId, name: '', retired: false }] }
    : { ...shared, kind }
}

/** One place on or back in its list; stays where it is at the list's end. */
export const moveBy = (codebook: Codebook, place: Place, step: 1 | -1): Codebook =>
  inList(codebook, place, (list) => {
    const at = list.findIndex(({ id }) => id === place.id)
    const moved = list[at]
    const to = at + step
    if (!moved || to < 0 || to >= list.length) return [...list]
    return list.toSpliced(at, 1).toSpliced(to, 0, moved)
  })

export const retire = (codebook: Codebook, place: Place, retired: boolean): Codebook =>
  inList(codebook, place, (list) => list.map((item) => (item.id === place.id ? { ...item, retired } : item)))

/** Takes out what was never saved, with what names it. */
export function remove(codebook: Codebook, place: Place): Codebook {
  const without = inList(codebook, place, (list) => list.filter(({ id }) => id !== place.id))
  if (place.of !== 'tag') return without
  return {
    ...without,
    links: without.links.map((type) => ({
      ...type,
      ends: type.ends.filter(({ from, to }) => from !== place.id && to !== place.id),
    })),
  }
}

/** Adds something at the end of its list. */
export const addTag = (codebook: Codebook, tag: Tag): Codebook => ({
  ...codebook,
  tags: [...codebook.tags, tag],
})

export const addLinkType = (codebook: Codebook, id: string): Codebook => {
  const [first] = codebook.tags.filter(({ retired }) => !retired)
  const ends = first ? [{ from: first.id, to: first.id }] : []
  return { ...codebook, links: [...codebook.links, { id, name: '', inverse: '', ends, retired: false }] }
}

export const addAttribute = (codebook: Codebook, tag: string, id: string): Codebook =>
  inAttributes(codebook, tag, (attributes) => [
    ...attributes,
    { kind: 'text', id, name: '', description: '', retired: false },
  ])

export const addOption = (codebook: Codebook, tag: string, attribute: string, id: string): Codebook =>
  inOptions(codebook, tag, attribute, (options) => [...options, { id, name: '', retired: false }])

function inList(codebook: Codebook, place: Place, change: ListChange): Codebook {
  switch (place.of) {
    case 'tag':
      return { ...codebook, tags: change(codebook.tags) }
    case 'link':
      return { ...codebook, links: change(codebook.links) }
    case 'attribute':
      return inAttributes(codebook, place.tag, change)
    case 'option':
      return inOptions(codebook, place.tag, place.attribute, change)
  }
}

const inAttributes = (
  codebook: Codebook,
  tag: string,
  change: (attributes: readonly Attribute[]) => Attribute[],
): Codebook => ({
  ...codebook,
  tags: codebook.tags.map((known) =>
    known.id === tag ? { ...known, attributes: change(known.attributes) } : known,
  ),
})

const inOptions = (
  codebook: Codebook,
  tag: string,
  attribute: string,
  change: (options: readonly Option[]) => Option[],
): Codebook =>
  inAttributes(codebook, tag, (attributes) =>
    attributes.map((known) =>
      known.id === attribute && known.kind === 'choice'
        ? { ...known, options: change(known.options) }
        : known,
    ),
  )
