import { z } from 'zod'
import { type Outcome, ok, refuse } from '../../../base/outcome'
import { type ReadFile, documentsOf } from './annotator-files'
import {
  type Cas,
  type FeatureStructure,
  type FeatureValue,
  casCapabilities,
  casConventions,
  casesOf,
} from './cas'
import { type ReadCas, readCas } from './cas-reader'
import type { ReadStructure } from './cas-spans'
import { SOFA } from './cas-types'
import type { Codec } from '../codec'
import { Problems } from '../problems'
import type { SetFile } from '../set-file'
import { zipOf } from '../zip'

/**
 * UIMA CAS as JSON (JSON serialization of the Apache UIMA CAS, draft 0.4), one file a document and annotator in a zip.
 * Writes DKPro sentences and tokens, a span layer and a relation layer as INCEpTION imports them, notes and attributes
 * as features; dates, comments and versions of the codebook are lost. Reads any such file: every layer of spans and of
 * relations; sentences, tokens and metadata are not taken as annotations.
 */
export const casJson: Codec = {
  id: 'cas-json',
  name: 'UIMA CAS JSON',
  extension: 'zip',
  mediaType: 'application/zip',
  specification: 'UIMA CAS JSON 0.4',
  capabilities: casCapabilities,
  conventions: casConventions!,
  reader: {
    recognises: ({ head }) => /^\uFEFF?\s*\{\s*"%[A-Z_]+"\s*:/.test(head),
    read(files) {
      const problems = new Problems()
      const remarks: string[] = []
      const read: ReadFile[] = []
      let refused: Outcome<never> | undefined
      for (const file of files) {
        const cas = casIn(file, problems)
        if (cas.ok) read.push(readCas(cas.value, file.name, problems, (sentence) => remarks.push(sentence)))
        else {
          refused ??= cas
          problems.add(file.name, cas.refusal.message)
        }
      }
      if (read.length === 0) return refused ?? refuse('unreadable', 'There is no file of UIMA CAS JSON here.')
      return ok({ documents: documentsOf(read, 'kept', problems), problems: problems.list, remarks })
    },
  },
  write(exported) {
    const encoder = new TextEncoder()
    return zipOf(
      Object.fromEntries(
        casesOf(exported).files.map(({ path, cas }) => [`${path}.json`, encoder.encode(jsonOf(cas))]),
      ),
    )
  },
}

/** One feature structure a line, so that two files can be compared. */
function jsonOf({ types, structures }: Cas): string {
  const described = types.map(({ name, superType, features }) => {
    const ranges = features.map((feature) => [
      feature.name,
      { '%NAME': feature.name, '%RANGE': feature.range },
    ])
    return [name, { '%NAME': name, '%SUPER_TYPE': superType, ...Object.fromEntries(ranges) }]
  })
  const members = structures.filter(({ type }) => type !== SOFA).map(({ id }) => Number(id))
  const lines = structures.map((structure) => `    ${JSON.stringify(structureOf(structure))}`)
  return `{
  "%TYPES": ${JSON.stringify(Object.fromEntries(described), null, 2).replaceAll('\n', '\n  ')},
  "%FEATURE_STRUCTURES": [
${lines.join(',\n')}
  ],
  "%VIEWS": { "_InitialView": { "%SOFA": 1, "%MEMBERS": ${JSON.stringify(members)} } }
}
`
}

const structureOf = ({ id, type, features }: FeatureStructure): object => ({
  '%ID': Number(id),
  '%TYPE': type,
  ...Object.fromEntries(
    [...features].map(([name, value]) =>
      typeof value === 'object' ? [`@${name}`, Number(value.ref)] : [name, value],
    ),
  ),
})

const file = z.object({
  '%FEATURE_STRUCTURES': z.array(z.unknown()),
  '%VIEWS': z.unknown().optional(),
})

function casIn(from: SetFile, problems: Problems): Outcome<ReadCas> {
  const json = from.json
  if (!json.ok) return json
  const parsed = file.safeParse(json.value)
  if (!parsed.success)
    return refuse('invalid', `“${from.name}” is no UIMA CAS JSON: it has no list of “%FEATURE_STRUCTURES”.`)
  const structures = parsed.data['%FEATURE_STRUCTURES'].flatMap((value, k) =>
    structureIn(value, `${from.name} %FEATURE_STRUCTURES[${k}]`, problems),
  )
  return ok({ structures: withUniqueIds(structures, problems), members: membersIn(parsed.data['%VIEWS']) })
}

function withUniqueIds(structures: readonly ReadStructure[], problems: Problems): ReadStructure[] {
  const seen = new Set<string>()
  return structures.filter(({ id, place }) => {
    const isNew = !seen.has(id)
    if (!isNew) problems.add(place, `Its “%ID” ${id} is that of another structure.`)
    seen.add(id)
    return isNew
  })
}

const structureHead = z.looseObject({ '%ID': z.union([z.number(), z.string()]), '%TYPE': z.string() })

function structureIn(value: unknown, place: string, problems: Problems): ReadStructure[] {
  const checked = problems.checked(structureHead, value, place)
  if (!checked) return []
  const features = new Map<string, FeatureValue>()
  const passedOver: string[] = []
  // Not the checked copy: a feature may be called `__proto__`.
  for (const [key, one] of Object.entries(value as object)) {
    const name = /^[@#^]/.test(key) ? key.slice(1) : key
    if (key.startsWith('%') || one === null) continue
    if (key.startsWith('@') && (typeof one === 'number' || typeof one === 'string'))
      if (['sofa', 'Governor', 'Dependent'].includes(name)) features.set(name, { ref: String(one) })
      else passedOver.push(name)
    else if (key.startsWith('^')) passedOver.push(key)
    else if (name === key && (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean'))
      features.set(name, one)
    else passedOver.push(name)
  }
  return [{ id: String(checked['%ID']), type: checked['%TYPE'], features, place, passedOver }]
}

const view = z.object({ '%SOFA': z.union([z.number(), z.string()]), '%MEMBERS': z.array(z.unknown()) })

function membersIn(views: unknown): Map<string, Set<string>> {
  const members = new Map<string, Set<string>>()
  if (typeof views !== 'object' || views === null) return members
  for (const one of Object.values(views)) {
    const parsed = view.safeParse(one)
    if (parsed.success)
      members.set(String(parsed.data['%SOFA']), new Set(parsed.data['%MEMBERS'].map(String)))
  }
  return members
}
