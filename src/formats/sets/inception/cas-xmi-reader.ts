import type { SaxesTagNS } from 'saxes'
import { type Outcome, ok, refuse } from '../../../base/outcome'
import type { FeatureValue } from './cas'
import { SOFA } from './cas-types'
import type { ReadCas } from './cas-reader'
import type { ReadStructure } from './cas-spans'
import type { Problems } from '../problems'
import type { SetFile } from '../set-file'
import { type XmlListener, walkXml } from '../xml'

/** Of each type, its super-type and the types of its features. */
export type TypeRanges = Map<
  string,
  { readonly superType: string; readonly ranges: ReadonlyMap<string, string> }
>

export const isTypeSystem = ({ head }: SetFile): boolean => /<(\w+:)?typeSystemDescription[\s>]/.test(head)

export const isXmi = ({ head, extension }: SetFile): boolean =>
  /<([\w.-]+:)?XMI\s/.test(head) &&
  head.includes('"http://www.omg.org/XMI"') &&
  (extension === 'xmi' || /"http:\/\/\/uima\/t?cas\.ecore"/.test(head))

const DEEPEST = 50 // XMI of UIMA has three levels, a type system six

/** Goes through a file of UIMA; `line` is where an element’s opening tag ends. */
function walk(file: SetFile, listener: XmlListener): Outcome<true> {
  const source = file.text
  if (!source.ok) return source
  const trouble = walkXml(source.value, listener, DEEPEST)
  return trouble === undefined
    ? ok(true)
    : refuse('unreadable', `“${file.name}” cannot be read as XML: ${trouble}.`)
}

/** The types that a `TypeSystem.xml` describes. */
export function typesIn(file: SetFile): Outcome<TypeRanges> {
  const types: TypeRanges = new Map()
  let name = ''
  let superType = ''
  let feature = ''
  let isFeature = false
  let words = ''
  let ranges = new Map<string, string>()
  const walked = walk(file, {
    open({ local }) {
      words = ''
      if (local === 'typeDescription') ranges = new Map()
      if (local === 'featureDescription') isFeature = true
    },
    text: (more) => void (words += more),
    close({ local }) {
      const value = words.trim()
      words = ''
      if (local === 'name' && isFeature) feature = value
      else if (local === 'name') name = value
      else if (local === 'supertypeName') superType = value
      else if (local === 'rangeTypeName') ranges.set(feature, value)
      else if (local === 'featureDescription') isFeature = false
      else if (local === 'typeDescription') types.set(name, { superType, ranges })
    },
  })
  return walked.ok ? ok(types) : walked
}

const XMI = 'http://www.omg.org/XMI'

/** The feature structures of an XMI; without types all values are words, but for those that every annotation has. */
export function xmiIn(file: SetFile, types: TypeRanges, problems: Problems): Outcome<ReadCas> {
  const structures: ReadStructure[] = []
  const members = new Map<string, Set<string>>()
  const seen = new Set<string>()
  let current: {
    readonly place: string
    readonly severals: Set<string>
    readonly values: Map<string, string>
  }
  let root = ''
  const take = (tag: SaxesTagNS): void => {
    const { place, severals, values } = current
    const type = typeOf(tag)
    const id = Object.values(tag.attributes).find(({ uri, local }) => uri === XMI && local === 'id')?.value
    if (type === 'uima.cas.View')
      members.set(
        values.get('sofa') ?? '',
        new Set((values.get('members') ?? '').split(/\s+/).filter(Boolean)),
      )
    else if (id === undefined) problems.add(place, 'It has no “xmi:id”.')
    else if (seen.has(id))
      problems.add(place, `Its “xmi:id” ${id.slice(0, 60)} is that of another structure.`)
    else if (type !== 'uima.cas.NULL') {
      seen.add(id)
      const { features, passedOver } = featuresOf(type, values, types)
      structures.push({ id, type, place, features, passedOver: [...passedOver, ...severals] })
    }
  }
  const walked = walk(file, {
    open(tag, { depth, line }) {
      if (depth === 1) root = tag.local
      // The values of a feature that has several are elements within that of its structure.
      if (depth === 3) current.severals.add(tag.local)
      if (depth !== 2) return
      const plain = Object.values(tag.attributes).filter(({ prefix }) => prefix === '')
      const values = new Map(plain.map(({ local, value }) => [local, value]))
      current = { place: `${file.name} line ${line}`, severals: new Set(), values }
    },
    close(tag, { depth }) {
      if (depth === 2) take(tag)
    },
  })
  if (!walked.ok) return walked
  if (root !== 'XMI')
    return refuse('invalid', `“${file.name}” is no XMI: its outermost element is “${root}”.`)
  return ok({ structures, members })
}

/** `webanno.custom.Span` for `custom:Span` of `http:///webanno/custom.ecore`. */
function typeOf({ uri, local }: SaxesTagNS): string {
  const space = uri
    .replace(/^http:\/\/\//, '')
    .replace(/\.ecore$/, '')
    .replaceAll('/', '.')
  return space === '' || space === 'uima.noNamespace' ? local : `${space}.${local}`
}

function featuresOf(
  type: string,
  values: ReadonlyMap<string, string>,
  types: TypeRanges,
): Pick<ReadStructure, 'features' | 'passedOver'> {
  const features = new Map<string, FeatureValue>()
  const passedOver: string[] = []
  for (const [name, value] of values) {
    const range = type === SOFA ? undefined : (BUILT_IN.get(name) ?? rangeOf(type, name, types))
    const read = valueOf(value, range, types)
    if (read === undefined) passedOver.push(name)
    else features.set(name, read)
  }
  return { features, passedOver }
}

const BUILT_IN = new Map([
  ['sofa', 'reference'],
  ['begin', 'uima.cas.Integer'],
  ['end', 'uima.cas.Integer'],
  ['Governor', 'reference'],
  ['Dependent', 'reference'],
])

/** Undefined for what refers to other structures or holds several values; what has no known type is words. */
function valueOf(value: string, range: string | undefined, types: TypeRanges): FeatureValue | undefined {
  if (range === 'reference') return { ref: value }
  if (range === undefined || range === 'uima.cas.String' || superTypeOf(range, types) === 'uima.cas.String')
    return value
  if (range === 'uima.cas.Boolean') return value === 'true'
  if (!/^uima\.cas\.(Integer|Short|Byte|Long|Float|Double)$/.test(range)) return undefined
  const number = value.trim() === '' ? NaN : Number(value)
  return Number.isFinite(number) ? number : value
}

/** The type of a feature, which a type may have from one above it. */
function rangeOf(type: string, feature: string, types: TypeRanges): string | undefined {
  let at: string | undefined = type
  for (let k = 0; k < DEEPEST && at !== undefined; k++) {
    const range = types.get(at)?.ranges.get(feature)
    if (range !== undefined) return range
    at = superTypeOf(at, types)
  }
  return undefined
}

const superTypeOf = (type: string, types: TypeRanges): string | undefined => types.get(type)?.superType
