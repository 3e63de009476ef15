import type { Annotation } from '../annotation/annotation'
import type { Link } from '../annotation/link'
import type { Records } from '../change/state'
import { isAdjudicated } from '../review/adjudicated'
import type { Mark, MarkedLink, ReadText, Reading } from './reading'

type Said = Pick<Records, 'sets' | 'annotations' | 'links'>

/**
 * What each annotator marked, as the measures and the comparison see it: whoever has begun a set has read the text.
 * Several sets of one person, from two machines, are one reading. The adjudicated set is left out unless it is named.
 * `annotators` are ids; without them, everybody's.
 */
export function readingsOf({ sets, annotations, links }: Said, annotators?: readonly string[]): Reading[] {
  const whose = new Map(
    sets
      .filter((set) => (annotators ? annotators.includes(set.annotator.id) : !isAdjudicated(set)))
      .map(({ id, annotator }) => [id, annotator.id]),
  )
  const readings = new Map<string, { marks: Mark[]; links: MarkedLink[] }>()
  for (const annotator of whose.values()) readings.set(annotator, { marks: [], links: [] })
  const marked = new Map<string, string>()
  for (const annotation of annotations) {
    const annotator = whose.get(annotation.set)
    if (annotator === undefined) continue
    readings.get(annotator)!.marks.push(markOf(annotation))
    marked.set(annotation.id, annotator)
  }
  for (const link of links) {
    const annotator = whose.get(link.set)
    if (annotator !== undefined && marked.get(link.from) === annotator && marked.get(link.to) === annotator)
      readings.get(annotator)!.links.push(markedLinkOf(link))
  }
  return [...readings].map(([annotator, reading]) => ({ annotator, ...reading }))
}

/** A document as the measures see it. */
export const readTextOf = (
  document: string,
  length: number,
  records: Said,
  annotators?: readonly string[],
): ReadText => ({ document, length, readings: readingsOf(records, annotators) })

export const markOf = ({ id, tag, span }: Annotation): Mark => ({ id, tag, ranges: span })

const markedLinkOf = ({ id, type, from, to }: Link): MarkedLink => ({ id, type, from, to })
