import type { Attribute, AttributeValue } from './attribute'
import type { Codebook, LinkType, Tag } from './codebook'

interface Named {
  readonly id: string
  readonly name: string
}

/**
 * The one of `list` that a label of another tool means: by id, by name, or by either when case and what stands between
 * the words are passed over, as in `ATTRIBUTED_TO` for “attributed to”.
 */
export function named<T extends Named>(list: readonly T[], label: string): T | undefined {
  const plain = plainLabel(label)
  return (
    list.find(({ id }) => id === label) ??
    list.find(({ name }) => name === label) ??
    list.find(({ id, name }) => plain !== '' && (plainLabel(id) === plain || plainLabel(name) === plain))
  )
}

export const tagNamed = ({ tags }: Codebook, label: string): Tag | undefined => named(tags, label)

export const linkTypeNamed = ({ links }: Codebook, label: string): LinkType | undefined => named(links, label)

/** A label without case and marks: `attributed to`. */
export const plainLabel = (label: string): string =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The value as this attribute has it: the id of the option that is meant, a number where one is wanted. */
export function valueMeant(attribute: Attribute, value: AttributeValue): AttributeValue | undefined {
  if (attribute.kind === 'choice') return named(attribute.options, String(value))?.id
  if (attribute.kind === 'text') return String(value)
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
