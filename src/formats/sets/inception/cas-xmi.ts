import { type Outcome, ok, refuse } from '../../../base/outcome'
import { type ReadFile, documentsOf } from './annotator-files'
import { type Cas, type FeatureStructure, casCapabilities, casConventions, casesOf } from './cas'
import { readCas } from './cas-reader'
import { SOFA, type TypeDescription } from './cas-types'
import { type TypeRanges, isTypeSystem, isXmi, typesIn, xmiIn } from './cas-xmi-reader'
import type { Codec } from '../codec'
import { Problems } from '../problems'
import { zipOf } from '../zip'
import { writable } from '../xml'

/**
 * UIMA CAS as XMI 2.0 in XML 1.0, one file a document and annotator in a zip, with the types in `TypeSystem.xml`.
 * Writes and loses what `casJson` does, and characters that XML forbids, which are written as U+FFFD so that places
 * stay right. Reads any such file; types, where they are given, tell numbers from words.
 */
export const casXmi: Codec = {
  id: 'cas-xmi',
  name: 'UIMA CAS XMI',
  extension: 'zip',
  mediaType: 'application/zip',
  specification: 'UIMA CAS, XMI 2.0',
  capabilities: casCapabilities,
  conventions: casConventions!,
  reader: {
    recognises: (file) => isXmi(file) || isTypeSystem(file),
    read(files) {
      const problems = new Problems()
      const remarks: string[] = []
      const read: ReadFile[] = []
      let refused: Outcome<never> | undefined
      const pass = <T>(name: string, outcome: Outcome<T>): T | undefined => {
        if (outcome.ok) return outcome.value
        refused ??= outcome
        problems.add(name, outcome.refusal.message)
        return undefined
      }
      const types: TypeRanges = new Map()
      for (const file of files.filter(isTypeSystem))
        for (const [type, description] of pass(file.name, typesIn(file)) ?? []) types.set(type, description)
      for (const file of files.filter((one) => !isTypeSystem(one))) {
        const cas = pass(file.name, xmiIn(file, types, problems))
        if (cas) read.push(readCas(cas, file.name, problems, (sentence) => remarks.push(sentence)))
      }
      if (read.length === 0) return refused ?? refuse('unreadable', 'There is no .xmi file here, only types.')
      return ok({ documents: documentsOf(read, 'kept', problems), problems: problems.list, remarks })
    },
  },
  write(exported) {
    const { types, files } = casesOf(exported)
    const encoder = new TextEncoder()
    return zipOf({
      'TypeSystem.xml': encoder.encode(typeSystemOf(types)),
      ...Object.fromEntries(files.map(({ path, cas }) => [`${path}.xmi`, encoder.encode(xmiOf(cas))])),
    })
  },
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

function typeSystemOf(types: readonly TypeDescription[]): string {
  const described = types.map(({ name, superType, features }) => {
    const list = features.map(
      (feature) => `        <featureDescription>
          <name>${feature.name}</name>
          <description/>
          <rangeTypeName>${feature.range}</rangeTypeName>
        </featureDescription>`,
    )
    return `    <typeDescription>
      <name>${name}</name>
      <description/>
      <supertypeName>${superType}</supertypeName>
      <features>
${list.join('\n')}
      </features>
    </typeDescription>`
  })
  return `${HEAD}<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
  <types>
${described.join('\n')}
  </types>
</typeSystemDescription>
`
}

function xmiOf({ types, structures }: Cas): string {
  const prefixes = new Map([['uima.cas', 'cas']])
  for (const { name } of types) {
    const space = spaceOf(name)
    // The last word of the name, and a number where it is another's.
    const word = space.slice(space.lastIndexOf('.') + 1)
    const taken = new Set(prefixes.values())
    if (!prefixes.has(space)) prefixes.set(space, taken.has(word) ? `${word}${prefixes.size}` : word)
  }
  const spaces = [...prefixes].map(
    ([space, prefix]) => ` xmlns:${prefix}="http:///${space.replaceAll('.', '/')}.ecore"`,
  )
  const element = ({ id, type, features }: FeatureStructure): string => {
    const values = [...features].map(
      ([name, value]) => ` ${name}="${typeof value === 'object' ? value.ref : attributeText(String(value))}"`,
    )
    return `  <${prefixes.get(spaceOf(type))}:${type.slice(spaceOf(type).length + 1)} xmi:id="${id}"${values.join('')}/>\n`
  }
  const [sofa, ...others] = structures
  const members = others.map(({ id }) => id).join(' ')
  return `${HEAD}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"${spaces.join('')} xmi:version="2.0">
  <cas:NULL xmi:id="0"/>
${others.map(element).join('')}${sofa?.type === SOFA ? element(sofa) : ''}  <cas:View sofa="${sofa?.id}" members="${members}"/>
</xmi:XMI>
`
}

const spaceOf = (type: string): string => type.slice(0, type.lastIndexOf('.'))

/** A value between double quotes, line ends and tabs as references, which a parser would else make blanks. */
const attributeText = (value: string): string =>
  writable(value).replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
