import type { Annotation } from '../../core/annotation/annotation'
import type { Interval } from '../../base/intervals'
import { type Codebook, tagById } from '../../core/codebook/codebook'
import { linkTypeNamed, named, plainLabel, tagNamed, valueMeant } from '../../core/codebook/labels'
import {
  type AnnotatedDocument,
  type Capabilities,
  type Chosen,
  type Codec,
  type Exported,
  capabilitiesOf,
} from './codec'
import type { IncomingAnnotation, IncomingDocument, IncomingSets } from './incoming'
import { overlapping } from './losses'
import { placeAll } from './placing'

/**
 * What of an export does not come back when it is read again, as sentences; empty when all that the format claims to
 * hold is there. Asked after every export: a file is not called written before it was read.
 */
export function differencesFrom(
  exported: Exported,
  read: IncomingSets,
  codec: Codec,
  chosen?: Chosen,
): string[] {
  const capabilities = capabilitiesOf(codec, chosen)
  return [
    ...read.problems.map(({ place, message }) => `${place}: ${message}`),
    ...exported.documents.flatMap((document, k) => {
      const back = backOf(document, read.documents, k)
      const title = `“${document.article.title}”`
      if (back)
        return differences(document, back, exported.codebook, capabilities).map((what) => `${title}: ${what}`)
      return document.records.annotations.length > 0 ? [`${title} did not come back.`] : []
    }),
  ]
}

function backOf(
  { article }: AnnotatedDocument,
  documents: readonly IncomingDocument[],
  index: number,
): IncomingDocument | undefined {
  const same = documents.filter(({ id, text }) => id === article.id || text === article.text)
  const inPlace = documents[index]
  return (
    same.find(({ id, name }) => id === article.id || name === article.title) ??
    (inPlace && same.includes(inPlace) ? inPlace : (same[0] ?? inPlace))
  )
}

function differences(
  { article, records }: AnnotatedDocument,
  back: IncomingDocument,
  codebook: Codebook,
  capabilities: Capabilities,
): string[] {
  const found: string[] = []
  const { places } = placeAll(back, { text: article.text, crlf: false, same: true })
  const came = new Map<string, string>()
  const there = new Map<string, number>()
  back.annotations.forEach((annotation, k) => {
    const place = places[k]!
    const ranges = place.how === 'exact' ? place.ranges : []
    const signature = signatureOf(codebook, annotation, ranges, capabilities.attributes, capabilities.notes)
    came.set(annotation.id, signature)
    there.set(signature, (there.get(signature) ?? 0) + 1)
  })
  const crossed = capabilities.overlaps ? new Set<string>() : overlapping(records.annotations)
  const kept = records.annotations.filter(
    ({ id, span }) => (capabilities.pieces || span.length === 1) && !crossed.has(id),
  )
  const sent = new Map<string, string>()
  for (const annotation of kept) {
    const signature = signatureOf(
      codebook,
      annotation,
      annotation.span,
      capabilities.attributes,
      capabilities.notes,
    )
    sent.set(annotation.id, signature)
    const left = there.get(signature) ?? 0
    if (left > 0) there.set(signature, left - 1)
    else found.push(`${called(codebook, annotation)} did not come back as it was.`)
  }
  if (capabilities.verdicts) found.push(...lostVerdicts(records, back))
  if (!capabilities.links) return found
  const links = back.links.map(({ type, from, to }) =>
    [linkTypeNamed(codebook, type)?.id ?? type, came.get(from), came.get(to)].join('\n'),
  )
  for (const { type, from, to } of records.links) {
    if (!sent.has(from) || !sent.has(to)) continue
    const at = links.indexOf([type, sent.get(from), sent.get(to)].join('\n'))
    if (at >= 0) links.splice(at, 1)
    else found.push(`A link “${type}” did not come back.`)
  }
  return found
}

/** Verdicts and answers are found by their ids: only formats of ours hold them. */
function lostVerdicts(records: AnnotatedDocument['records'], back: IncomingDocument): string[] {
  const there = new Set([...(back.verdicts ?? []), ...(back.answers ?? [])].map(({ id }) => id))
  return [...records.verdicts, ...records.answers].flatMap(({ id, by }) =>
    there.has(id) ? [] : [`A verdict or an answer of ${by.name} did not come back.`],
  )
}

/** All that is asked of an annotation when it is compared; attributes and notes only where the format has them. */
function signatureOf(
  codebook: Codebook,
  { tag: label, note = '', attributes = {} }: Pick<IncomingAnnotation, 'tag' | 'note' | 'attributes'>,
  ranges: readonly Interval[],
  withAttributes: boolean,
  withNote: boolean,
): string {
  const tag = tagNamed(codebook, label)
  const said = Object.entries(attributes).map(([key, value]) => {
    const known = tag && named(tag.attributes, key)
    return [known?.id ?? plainLabel(key), known ? (valueMeant(known, value) ?? value) : value].map(String)
  })
  return JSON.stringify([
    tag?.id ?? plainLabel(label),
    ranges.map(({ start, end }) => [start, end]),
    withNote ? note.replace(/\r\n?/g, '\n').trim() : '',
    withAttributes ? said.toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1)) : [],
  ])
}

function called(codebook: Codebook, { tag, span }: Annotation): string {
  const words = span[0]!.exact
  const name = tagById(codebook, tag)?.name ?? tag
  return `${name} “${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`
}
