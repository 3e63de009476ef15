import type { AttributeValue } from '../../../core/codebook/attribute'
import { tagById } from '../../../core/codebook/codebook'
import { named, plainLabel } from '../../../core/codebook/labels'
import type { Exported } from '../codec'
import { SafeNames } from '../safe-names'

/** What is in A lines of an attribute: no values when it is only there or not. */
interface Use {
  readonly tags: Set<string>
  readonly values: Set<string>
}

/** What tags, link types and attributes are called in the files, where brat allows letters, digits, - and _ only. */
export class Forms {
  readonly #codebook: Exported['codebook']
  readonly #names = new SafeNames()
  readonly #forms = new Map<string, string>()
  /** The name behind each form. */
  readonly labels = new Map<string, string>()
  /** The attributes that have A lines, by their forms. */
  readonly attributes = new Map<string, Use>()
  /** The tags and the link types of the codebook, and those that are used without being in it, by their forms. */
  readonly tags: readonly string[]
  readonly links: readonly string[]

  constructor({ codebook, documents }: Exported) {
    this.#codebook = codebook
    const annotations = documents.flatMap(({ records }) => records.annotations)
    const links = documents.flatMap(({ records }) => records.links)
    this.tags = [
      ...new Set([...codebook.tags.map(({ id }) => id), ...annotations.map(({ tag }) => tag)]),
    ].map((id) => this.ofTag(id))
    this.links = [...new Set([...codebook.links.map(({ id }) => id), ...links.map(({ type }) => type)])].map(
      (id) => this.ofLink(id),
    )
    for (const tag of codebook.tags)
      for (const attribute of tag.attributes)
        for (const option of attribute.kind === 'choice' ? attribute.options : [])
          this.#use(tag.id, attribute.id, option.id)
    for (const { tag, attributes } of annotations)
      for (const [key, value] of Object.entries(attributes)) if (value === true) this.#use(tag, key, value)
  }

  ofTag(id: string): string {
    return this.#of('tag', id, nameIn(this.#codebook.tags, id))
  }

  ofLink(id: string): string {
    return this.#of('link', id, nameIn(this.#codebook.links, id))
  }

  /** The attribute and the value as an A line has them; undefined when one cannot hold them. */
  ofValue(
    tag: string,
    key: string,
    value: AttributeValue,
  ): readonly [form: string, value?: string] | undefined {
    const attributes = tagById(this.#codebook, tag)?.attributes ?? []
    const known = named(attributes, key)
    if (!known) {
      if (value !== true || formOf(key, key) !== key) return undefined
      const form = this.#of('attribute', key, key)
      return form === key && !this.attributes.get(form)?.values.size ? [form] : undefined
    }
    const option = known.kind === 'choice' ? known.options.find(({ id }) => id === value) : undefined
    if (known.kind !== 'choice' || !option) return undefined
    const form = formOf(option.name, option.id)
    // It must lead back to this option of this attribute.
    if (named(known.options, form) !== option || named(attributes, known.name) !== known) return undefined
    return [this.#of('attribute', known.name, known.name, known.id), form]
  }

  #use(tag: string, key: string, value: AttributeValue): void {
    const [form, said] = this.ofValue(tag, key, value) ?? []
    if (form === undefined) return
    const use = this.attributes.get(form) ?? { tags: new Set(), values: new Set() }
    use.tags.add(this.ofTag(tag))
    if (said !== undefined) use.values.add(said)
    this.attributes.set(form, use)
  }

  #of(kind: string, key: string, name: string, id = key): string {
    const known = this.#forms.get(`${kind} ${key}`)
    if (known !== undefined) return known
    const form = this.#names.unique(formOf(name, id) || kind)
    this.#forms.set(`${kind} ${key}`, form)
    this.labels.set(form, name)
    return form
  }
}

/** The name by which it is found again: its id when another one's name or id is the same. */
function nameIn(list: readonly { readonly id: string; readonly name: string }[], id: string): string {
  const known = list.find((item) => item.id === id)
  return known && named(list, known.name) === known ? known.name : id
}

/** A label in the letters that brat allows: of the name while it is still that name, else of the id. */
function formOf(name: string, id: string): string {
  const [ofName, ofId] = [form(name), form(id)]
  if (plainLabel(ofName) === plainLabel(name)) return ofName
  return plainLabel(ofId) === plainLabel(id) ? ofId : ofName
}

const form = (label: string): string => label.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-|-$/g, '')
