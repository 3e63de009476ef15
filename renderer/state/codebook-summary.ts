import type { Attribute } from '../../src/core/codebook/attribute'
import type { Codebook, LinkType, Tag } from '../../src/core/codebook/codebook'
import { same } from './codebook-merging'

interface Item {
  readonly id: string
  readonly name: string
  readonly retired: boolean
}

/** What a draft changes, as sentences without a full stop. None when it changes nothing. */
export function changesBetween(before: Codebook, now: Codebook): string[] {
  return [
    ...(before.name === now.name ? [] : [`The codebook is called “${now.name}”`]),
    ...changesOfList(before.tags, now.tags, 'tag', changesOfTag),
    ...changesOfList(before.links, now.links, 'link type', changesOfLinkType),
  ]
}

/** What is so in both is not told; `within` tells of what is not common to all that can be named and retired. */
function changesOfList<T extends Item>(
  before: readonly T[],
  now: readonly T[],
  what: string,
  within: (before: T, now: T) => string[],
): string[] {
  const known = new Map(before.map((item) => [item.id, item]))
  const common = now.filter(({ id }) => known.has(id))
  return [
    ...now.flatMap((item) => {
      const earlier = known.get(item.id)
      if (!earlier) return [`New ${what} ${quoted(item.name)}`]
      return [
        ...(earlier.name === item.name ? [] : [`${quoted(earlier.name)} becomes ${quoted(item.name)}`]),
        ...(earlier.retired === item.retired
          ? []
          : [`${quoted(item.name)} is ${item.retired ? 'retired' : 'offered again'}`]),
        ...within(earlier, item),
      ]
    }),
    ...(same(
      common.map(({ id }) => id),
      before.map(({ id }) => id),
    )
      ? []
      : [`Another order of ${what}s`]),
  ]
}

function changesOfTag(before: Tag, now: Tag): string[] {
  const looks = (
    [
      ['key', 'key'],
      ['colour', 'colour'],
      ['underline', 'underline'],
      ['glyph', 'sign'],
      ['description', 'description'],
      ['takes', 'what it takes'],
    ] as const
  ).flatMap(([field, called]) => (before[field] === now[field] ? [] : [called]))
  return [
    ...(looks.length === 0 ? [] : [`${quoted(now.name)} has another ${looks.join(', ')}`]),
    ...changesOfList(before.attributes, now.attributes, 'attribute', changesOfAttribute).map(
      (change) => `${now.name}: ${change}`,
    ),
  ]
}

function changesOfAttribute(before: Attribute, now: Attribute): string[] {
  const kind = before.kind === now.kind ? [] : [`${quoted(now.name)} is a ${now.kind}`]
  const description =
    before.description === now.description ? [] : [`${quoted(now.name)} has another description`]
  if (before.kind !== 'choice' || now.kind !== 'choice') return [...kind, ...description]
  const options = changesOfList(before.options, now.options, 'option', () => [])
  return [...description, ...options.map((change) => `${quoted(now.name)}: ${change}`)]
}

const changesOfLinkType = (before: LinkType, now: LinkType): string[] => [
  ...(before.inverse === now.inverse ? [] : [`${quoted(now.name)} reads otherwise from its second end`]),
  ...(same(before.ends, now.ends) ? [] : [`${quoted(now.name)} joins other tags`]),
]

const quoted = (name: string): string => (name.trim() === '' ? 'without a name' : `“${name.trim()}”`)
