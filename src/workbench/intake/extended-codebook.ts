import type { ChosenKeys } from '../../api/commands'
import { freshTag } from '../../api/fresh-tag'
import type { Attribute, AttributeValue } from '../../core/codebook/attribute'
import type { Codebook, LinkType, Tag } from '../../core/codebook/codebook'
import { linkTypeNamed, named, tagNamed, valueMeant } from '../../core/codebook/labels'
import { freeId, slugOf } from '../../core/codebook/slug'
import type { IncomingSets } from '../../formats/sets/incoming'

/** What an import calls for that the codebook did not have. */
export interface Extended {
  readonly codebook: Codebook
  /** What was added, as sentences; empty when the codebook is the one there was. */
  readonly added: readonly string[]
}

/**
 * Our codebook with whatever the annotations of an import need beside it. What is ours stays as it is: a file never
 * renames or retires anything. Where the file has a codebook of its own, what is new comes from there; otherwise it is
 * made of the labels.
 */
export function extendedCodebook(ours: Codebook, sets: IncomingSets, keys: ChosenKeys): Extended {
  const added: string[] = []
  let codebook = ours
  const needs = needsOf(sets)
  for (const [label, attributes] of needs.tags) {
    const known = tagNamed(codebook, label)
    const theirs = sets.codebook && tagNamed(sets.codebook, label)
    const tag = known ?? newTag(codebook, label, theirs, keys)
    if (!known) added.push(`The tag “${tag.name}” is new.`)
    const said = withAttributes(tag, theirs, attributes)
    added.push(...said.added)
    if (!known || said.added.length > 0) codebook = withTag(codebook, said.tag)
  }
  for (const [label, pairs] of needs.links) {
    if (linkTypeNamed(codebook, label)) continue
    const theirs = sets.codebook && linkTypeNamed(sets.codebook, label)
    const type = newLinkType(codebook, label, theirs, pairs)
    added.push(`The link type “${type.name}” is new.`)
    codebook = { ...codebook, links: [...codebook.links, type] }
  }
  return { codebook: added.length > 0 ? { ...codebook, version: ours.version + 1 } : ours, added }
}

interface Needs {
  /** By label: the attributes that are given to it, each with its different values. */
  readonly tags: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<AttributeValue>>>
  /** By label: the labels at both ends, as JSON of a pair. */
  readonly links: ReadonlyMap<string, ReadonlySet<string>>
}

function needsOf({ documents }: IncomingSets): Needs {
  const tags = new Map<string, Map<string, Set<AttributeValue>>>()
  const links = new Map<string, Set<string>>()
  for (const document of documents) {
    const labels = new Map(document.annotations.map(({ id, tag }) => [id, tag]))
    for (const { tag, attributes = {} } of document.annotations) {
      const of = entry(tags, tag, () => new Map<string, Set<AttributeValue>>())
      for (const [name, value] of Object.entries(attributes)) entry(of, name, () => new Set()).add(value)
    }
    for (const { type, from, to } of document.links)
      entry(links, type, () => new Set()).add(JSON.stringify([labels.get(from), labels.get(to)]))
  }
  return { tags, links }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

const withTag = (codebook: Codebook, tag: Tag): Codebook => ({
  ...codebook,
  tags: codebook.tags.some(({ id }) => id === tag.id)
    ? codebook.tags.map((known) => (known.id === tag.id ? tag : known))
    : [...codebook.tags, tag],
})

function newTag(codebook: Codebook, label: string, theirs: Tag | undefined, keys: ChosenKeys): Tag {
  const id = freeId(
    theirs?.id ?? (slugOf(label).slice(0, 60) || 'tag'),
    new Set(codebook.tags.map((tag) => tag.id)),
  )
  const fresh = freshTag(codebook, keys, id)
  const key = fresh.key === '' ? unusedSign(codebook) : fresh.key
  return theirs
    ? { ...theirs, id, key, attributes: [], retired: false }
    : { ...fresh, key, name: shortened(label, 60), description: 'From an imported annotation set.' }
}

/** Where no letter is free: a sign that no keyboard has, so that it is in nobody's way. It is tagged from the palette. */
function unusedSign({ tags }: Codebook): string {
  const taken = new Set(tags.map(({ key }) => key))
  let sign = 0x2460 // ①
  while (taken.has(String.fromCharCode(sign))) sign++
  return String.fromCharCode(sign)
}

/** The tag with the attributes and options that are said of it and that it lacks. */
function withAttributes(
  tag: Tag,
  theirs: Tag | undefined,
  said: ReadonlyMap<string, ReadonlySet<AttributeValue>>,
): { readonly tag: Tag; readonly added: string[] } {
  const added: string[] = []
  let attributes = tag.attributes
  for (const [name, values] of said) {
    const known = named(attributes, name)
    const from = theirs && named(theirs.attributes, name)
    if (!known) {
      const taken = new Set(attributes.map(({ id }) => id))
      const attribute = from ? { ...from, retired: false } : newAttribute(name, values, taken)
      attributes = [...attributes, attribute]
      added.push(`The attribute “${attribute.name}” of “${tag.name}” is new.`)
    } else if (known.kind === 'choice') {
      const wider = withOptions(known, from, values)
      if (wider === known) continue
      attributes = attributes.map((attribute) => (attribute.id === known.id ? wider : attribute))
      const more = wider.options.slice(known.options.length).map((option) => `“${option.name}”`)
      added.push(`The attribute “${known.name}” of “${tag.name}” has new values: ${more.join(', ')}.`)
    }
  }
  return { tag: { ...tag, attributes }, added }
}

function newAttribute(
  name: string,
  values: ReadonlySet<AttributeValue>,
  taken: ReadonlySet<string>,
): Attribute {
  const id = freeId(slugOf(name).slice(0, 60) || 'attribute', taken)
  const kind = [...values].every((value) => typeof value === 'number') ? 'number' : 'text'
  return { kind, id, name: shortened(name, 60), description: '', retired: false }
}

type Choice = Extract<Attribute, { readonly kind: 'choice' }>

function withOptions(
  known: Choice,
  from: Attribute | undefined,
  values: ReadonlySet<AttributeValue>,
): Choice {
  const options = [...known.options]
  for (const value of values) {
    if (valueMeant({ ...known, options }, value) !== undefined) continue
    const theirs = from?.kind === 'choice' ? named(from.options, String(value)) : undefined
    const taken = new Set(options.map(({ id }) => id))
    const name = shortened(theirs?.name ?? String(value), 60)
    options.push({ id: freeId(theirs?.id ?? (slugOf(name) || 'value'), taken), name, retired: false })
  }
  return options.length === known.options.length ? known : { ...known, options }
}

function newLinkType(
  codebook: Codebook,
  label: string,
  theirs: LinkType | undefined,
  pairs: ReadonlySet<string>,
): LinkType {
  const ends = [...pairs].flatMap((pair) => {
    const [from, to] = (JSON.parse(pair) as [string?, string?]).map(
      (tag) => tag && tagNamed(codebook, tag)?.id,
    )
    return from && to ? [{ from, to }] : []
  })
  const id = freeId(
    theirs?.id ?? (slugOf(label).slice(0, 60) || 'link'),
    new Set(codebook.links.map((type) => type.id)),
  )
  // Links whose ends have no tag here are not taken; a type must name a pair all the same.
  const first = codebook.tags[0]!.id
  return {
    id,
    name: theirs?.name ?? shortened(label, 60),
    inverse: theirs?.inverse ?? '',
    ends: ends.length > 0 ? ends.slice(0, 100) : [{ from: first, to: first }],
    retired: false,
  }
}

const shortened = (name: string, most: number): string => {
  const plain = name.trim() || '?'
  return plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain
}
