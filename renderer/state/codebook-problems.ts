import { type ChosenKeys, commandsFor } from '../../src/api/commands'
import { holdersOf } from '../../src/api/key-bindings'
import type { Attribute } from '../../src/core/codebook/attribute'
import { type Codebook, type LinkType, type Tag, offeredTags } from '../../src/core/codebook/codebook'
import type { Place } from './codebook-edits'

/** Why a codebook cannot be saved as it is: a sentence, and the field that it is about. */
export interface Problem {
  readonly at: string
  readonly message: string
}

/** Where in the form a problem is shown; `field` is a name of the record's, such as `key`. */
export function fieldOf(place: Place | undefined, field: string): string {
  if (!place) return field
  const within =
    place.of === 'option' ? [place.tag, place.attribute] : place.of === 'attribute' ? [place.tag] : []
  return JSON.stringify([place.of, ...within, place.id, field])
}

/** Everything that must be put right before a draft can be saved, in the order of the form. */
export function problemsOf(codebook: Codebook, chosen: ChosenKeys): Problem[] {
  const { tags, links, name } = codebook
  const offered = offeredTags(codebook)
  return [
    ...(blank(name) ? [{ at: 'name', message: 'The codebook needs a name.' }] : []),
    ...(offered.length === 0 ? [{ at: 'tags', message: 'At least one tag must be offered.' }] : []),
    ...tags.flatMap((tag) => problemsOfTag(codebook, tag, chosen)),
    ...links.flatMap((type) => problemsOfLinkType(codebook, type)),
  ]
}

function problemsOfTag(codebook: Codebook, tag: Tag, chosen: ChosenKeys): Problem[] {
  const place: Place = { of: 'tag', id: tag.id }
  const at = (field: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ at: fieldOf(place, field), message }]
  return [
    ...at('name', problemOfName(codebook.tags, tag, 'A tag')),
    ...at('key', tag.retired ? undefined : problemOfKey(codebook, tag, chosen)),
    ...at('glyph', tag.retired ? undefined : problemOfGlyph(codebook, tag)),
    ...at(
      'colour',
      /^#[0-9a-f]{6}$/.test(tag.colour) ? undefined : 'A colour is # and six digits from 0 to f.',
    ),
    ...tag.attributes.flatMap((attribute) => problemsOfAttribute(tag, attribute)),
  ]
}

function problemOfKey(codebook: Codebook, tag: Tag, chosen: ChosenKeys): string | undefined {
  if (!/^\p{L}$/u.test(tag.key))
    return 'A key is one letter: Shift and Alt with it do something of their own.'
  const same = offeredTags(codebook).find(
    ({ id, key }) => id !== tag.id && key.toUpperCase() === tag.key.toUpperCase(),
  )
  if (same) return `“${same.name}” has this key.`
  const commands = commandsFor(codebook, chosen)
  for (const id of [`tag.${tag.id}`, `shrink.${tag.id}`, `lock.${tag.id}`]) {
    const keys = commands.find((command) => command.id === id)?.keys ?? []
    const [holder] = holdersOf(commands, id, keys)
    const key = keys.find((one) => holder?.keys.includes(one))
    if (holder) return `${key} is “${holder.name.replace('…', '')}”.`
  }
  return undefined
}

function problemOfGlyph(codebook: Codebook, { id, glyph }: Tag): string | undefined {
  if (blank(glyph)) return 'A tag needs a sign, so that it is known without its colour.'
  if (glyph.length > 2) return 'A sign is one character.'
  const same = offeredTags(codebook).find((other) => other.id !== id && other.glyph === glyph)
  return same && `“${same.name}” has this sign.`
}

function problemsOfAttribute(tag: Tag, attribute: Attribute): Problem[] {
  const place: Place = { of: 'attribute', tag: tag.id, id: attribute.id }
  const name = problemOfName(tag.attributes, attribute, 'An attribute')
  const own = name === undefined ? [] : [{ at: fieldOf(place, 'name'), message: name }]
  if (attribute.kind !== 'choice') return own
  const { options } = attribute
  return [
    ...own,
    ...(options.some(({ retired }) => !retired)
      ? []
      : [{ at: fieldOf(place, 'options'), message: 'A choice needs an option to choose.' }]),
    ...options.flatMap((option) => {
      const message = problemOfName(options, option, 'An option')
      const where: Place = { of: 'option', tag: tag.id, attribute: attribute.id, id: option.id }
      return message === undefined ? [] : [{ at: fieldOf(where, 'name'), message }]
    }),
  ]
}

function problemsOfLinkType(codebook: Codebook, type: LinkType): Problem[] {
  const place: Place = { of: 'link', id: type.id }
  const at = (field: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ at: fieldOf(place, field), message }]
  const pairs = type.ends.map(({ from, to }) => JSON.stringify([from, to]))
  return [
    ...at('name', problemOfName(codebook.links, type, 'A link type')),
    ...at('ends', type.ends.length === 0 ? 'A link type needs a pair of tags that it may join.' : undefined),
    ...at('ends', new Set(pairs).size < pairs.length ? 'The same pair of tags is there twice.' : undefined),
  ]
}

interface Named {
  readonly id: string
  readonly name: string
}

function problemOfName(list: readonly Named[], { id, name }: Named, what: string): string | undefined {
  if (blank(name)) return `${what} needs a name.`
  if (name.trim().length > 60) return 'A name has at most 60 characters.'
  return list.some((other) => other.id !== id && folded(other.name) === folded(name))
    ? 'Another one has this name.'
    : undefined
}

const blank = (words: string): boolean => words.trim() === ''
const folded = (name: string): string => name.trim().toLowerCase()
