import type { Codebook } from '../../src/core/codebook/codebook'
import { freeId, slugOf } from '../../src/core/codebook/slug'

/**
 * Until it is saved, what is new in a draft has an id that tells so; it gets its lasting one from the name that it
 * has then, so that a name can be typed without the id remembering its first letter.
 */
const PROVISIONAL = /^new:\d+$/

export const isProvisional = (id: string): boolean => PROVISIONAL.test(id)

/** A provisional id that nothing in the codebook has. */
export function provisionalId(codebook: Codebook): string {
  const taken = new Set(idsOf(codebook))
  let count = 1
  while (taken.has(`new:${count}`)) count++
  return `new:${count}`
}

const idsOf = ({ tags, links }: Codebook): string[] => [
  ...links.map(({ id }) => id),
  ...tags.flatMap(({ id, attributes }) => [
    id,
    ...attributes.flatMap((attribute) => [
      attribute.id,
      ...(attribute.kind === 'choice' ? attribute.options.map((option) => option.id) : []),
    ]),
  ]),
]

/** The codebook as it is saved: lasting ids for what is new, and names without blanks at their ends. */
export function withLastingIds(codebook: Codebook): Codebook {
  const tags = lasting(codebook.tags, 'tag')
  const renamed = new Map(codebook.tags.map(({ id }, k) => [id, tags[k]!.id]))
  return {
    ...codebook,
    name: codebook.name.trim(),
    tags: tags.map((tag) => ({
      ...tag,
      attributes: lasting(tag.attributes, 'attribute').map((attribute) =>
        attribute.kind === 'choice'
          ? { ...attribute, options: lasting(attribute.options, 'option') }
          : attribute,
      ),
    })),
    links: lasting(codebook.links, 'link').map((type) => ({
      ...type,
      inverse: type.inverse.trim(),
      ends: type.ends.map(({ from, to }) => ({
        from: renamed.get(from) ?? from,
        to: renamed.get(to) ?? to,
      })),
    })),
  }
}

function lasting<T extends { readonly id: string; readonly name: string }>(
  list: readonly T[],
  kind: string,
): T[] {
  const taken = new Set(list.map(({ id }) => id))
  return list.map((item) => {
    const name = item.name.trim()
    if (!isProvisional(item.id)) return { ...item, name }
    const id = freeId(slugOf(name) || kind, taken)
    taken.add(id)
    return { ...item, id, name }
  })
}
