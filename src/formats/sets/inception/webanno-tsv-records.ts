import type { AttributeValue } from '../../../core/codebook/attribute'
import type { ReadAnnotation } from './annotator-files'
import { objectIn } from './cas-spans'
import type { IncomingLink } from '../incoming'
import type { Problems } from '../problems'
import { type Layer, type Value, valuesIn } from './webanno-tsv-layers'
import type { Row } from './webanno-tsv-sentences'

interface Found {
  readonly layer: Layer
  readonly id: string
  readonly place: string
  readonly features: Map<string, string>
  start: number
  end: number
}

interface FoundLink {
  readonly layer: Layer
  readonly place: string
  readonly row: Row
  readonly features: Map<string, string>
  readonly reference: string
  readonly ids?: string
}

/** What the rows of a file say: annotations, which may have several rows, and relations, which have one. */
export class Records {
  readonly #layers: readonly Layer[]
  readonly #name: string
  readonly #problems: Problems
  readonly #found: Found[] = []
  /** By the type of the layer and the number, or the row. */
  readonly #known = new Map<string, Found>()
  readonly #links: FoundLink[] = []
  readonly #passed = new Map<string, number>()
  readonly #width: number

  constructor(layers: readonly Layer[], name: string, problems: Problems) {
    this.#layers = layers
    this.#name = name
    this.#problems = problems
    this.#width = layers.flatMap(({ columns }) => columns).length
  }

  add(row: Row): void {
    if (row.cells.length < this.#width) {
      this.#problems.add(
        row.place,
        `It has ${row.cells.length} columns behind the token; the head of the file declares ${this.#width}.`,
      )
      return
    }
    for (const layer of this.#layers) {
      if (layer.kind === 'span') this.#addSpans(row, layer)
      else if (layer.kind === 'relation') this.#addLinks(row, layer)
    }
  }

  /** The n-th values of all columns are of one annotation. */
  #stacked(row: Row, layer: Layer): { readonly values: Map<string, Value>; readonly id?: string }[] {
    const stacked: { values: Map<string, Value>; id?: string }[] = []
    for (const { kind, name, at } of layer.columns) {
      if (kind === 'slot') continue
      valuesIn(row.cells[at]!).forEach((value, k) => {
        const one = (stacked[k] ??= { values: new Map() })
        if (kind !== 'role') one.values.set(kind === 'source' ? 'BT_' : name, value)
        if (value.id !== undefined && kind !== 'source') one.id ??= value.id
      })
    }
    return stacked
  }

  #addSpans(row: Row, layer: Layer): void {
    this.#stacked(row, layer).forEach(({ values, id }, k) => {
      const known = id === undefined ? undefined : this.#known.get(keyOf(layer.type, id))
      if (known) {
        known.start = Math.min(known.start, row.start)
        known.end = Math.max(known.end, row.end)
      }
      const found = known ?? {
        layer,
        id: String(this.#found.length + 1),
        place: row.place,
        features: wordsOf(values),
        start: row.start,
        end: row.end,
      }
      if (!known) this.#found.push(found)
      if (id !== undefined) this.#known.set(keyOf(layer.type, id), found)
      if (k === 0) this.#known.set(keyOf(layer.type, row.id), found)
    })
  }

  #addLinks(row: Row, layer: Layer): void {
    for (const { values } of this.#stacked(row, layer)) {
      const source = values.get('BT_')
      if (source?.words === undefined) {
        this.#problems.add(row.place, 'It has a relation that does not say where it comes from.')
        continue
      }
      values.delete('BT_')
      const ids = source.id === undefined ? {} : { ids: source.id }
      const features = wordsOf(values)
      this.#links.push({ layer, place: row.place, row, features, reference: source.words, ...ids })
    }
  }

  annotations(): ReadAnnotation[] {
    return this.#found.flatMap(({ layer, id, place, features, start, end }) => {
      if (start >= end) {
        this.#problems.add(place, 'It covers no words.')
        return []
      }
      const { label, note, of, attributes } = saidBy(features, layer.type)
      return [
        {
          place,
          id,
          tag: label,
          pieces: [{ start, end }],
          ...(note === undefined ? {} : { note }),
          ...(of === undefined ? {} : { of }),
          ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
        },
      ]
    })
  }

  links(): IncomingLink[] {
    const isLayer = new Set(this.#layers.filter(({ kind }) => kind === 'span').map(({ type }) => type))
    return this.#links.flatMap(({ layer, place, row, features, reference, ids = '0_0' }, k) => {
      const base = layer.base ?? ''
      if (!isLayer.has(base)) {
        this.#pass(`relation between what is no annotation here (${layer.type})`)
        return []
      }
      const [from = '0', to = '0'] = ids.split('_')
      const source = this.#known.get(keyOf(base, from === '0' ? reference : from))
      const target = this.#known.get(keyOf(base, to === '0' ? row.id : to))
      if (!source || !target) {
        const missing = source ? row.id : reference
        this.#problems.add(
          place,
          `Its relation joins “${missing.slice(0, 40)}”, where there is no such annotation.`,
        )
        return []
      }
      const { label, note, attributes } = saidBy(features, layer.type)
      for (const [name] of attributes) this.#pass(`feature “${name}” of a relation`)
      return [
        {
          place,
          id: `${this.#name} ${k + 1}`,
          type: label,
          from: source.id,
          to: target.id,
          ...(note === undefined ? {} : { note }),
        },
      ]
    })
  }

  /** What was passed over while relations were read, with how often. */
  passedOver(): string[] {
    return [...this.#passed].map(([what, count]) => `${count} × ${what}`)
  }

  #pass(what: string): void {
    this.#passed.set(what, (this.#passed.get(what) ?? 0) + 1)
  }
}

const keyOf = (type: string, at: string): string => `${type}\n${at}`

function wordsOf(values: ReadonlyMap<string, Value>): Map<string, string> {
  const words = new Map<string, string>()
  for (const [name, value] of values) if (value.words !== undefined) words.set(name, value.words)
  return words
}

/** What the features of an annotation mean here; without a label it is called as its layer is. */
function saidBy(
  features: ReadonlyMap<string, string>,
  type: string,
): {
  readonly label: string
  readonly note: string | undefined
  readonly of: string | undefined
  readonly attributes: [string, AttributeValue][]
} {
  const labelled = ['label', 'value', 'identifier'].find((name) => features.get(name))
  const attributes: [string, AttributeValue][] = []
  for (const [name, value] of features) {
    if (name === labelled || name === '' || name === 'note' || name === 'annotationOf') continue
    const others = name === 'attributes' ? objectIn(value) : undefined
    attributes.push(...(others ?? ([[name, value]] as const)))
  }
  return {
    label: labelled === undefined ? type.slice(type.lastIndexOf('.') + 1) : features.get(labelled)!,
    note: features.get('note'),
    of: features.get('annotationOf') || undefined,
    attributes,
  }
}
