import { id as idSchema } from '../../base/id'
import type { IncomingDocument } from './incoming'
import type { Problems } from './problems'

/**
 * The document without what hangs in the air, each named as a problem: records whose id is no id or is taken, whose
 * annotator is unknown, links of which an end is not there or that end where they begin, comments on nothing. Every
 * reader's documents go through it, so that whoever comes after need not ask again.
 */
export function sound(document: IncomingDocument, problems: Problems): IncomingDocument {
  const annotators = new Set(document.annotators.map(({ id }) => id))
  const taken = new Set<string>()
  const isNew = ({ id, place }: { readonly id: string; readonly place: string }): boolean => {
    const good = idSchema.safeParse(id).success
    if (!good) problems.add(place, `${JSON.stringify(id.slice(0, 60))} is no id.`)
    else if (taken.has(id)) problems.add(place, `Its id “${id}” is that of another record.`)
    if (!good || taken.has(id)) return false
    taken.add(id)
    return true
  }
  const signed = <R extends { readonly annotator?: string; readonly place: string }>(record: R): R => {
    if (record.annotator === undefined || annotators.has(record.annotator)) return record
    problems.add(record.place, `Its annotator “${record.annotator}” is not named in the file.`)
    const { annotator: _, ...rest } = record
    return rest as R
  }
  const annotations = document.annotations.filter(isNew).map(signed)
  const ends = new Set(annotations.map(({ id }) => id))
  const links = document.links
    .filter(({ from, to, place }) => {
      const missing = [from, to].find((end) => !ends.has(end))
      if (missing !== undefined) problems.add(place, `It links “${missing}”, which could not be read.`)
      else if (from === to) problems.add(place, 'It links an annotation to itself.')
      return missing === undefined && from !== to
    })
    .filter(isNew)
    .map(signed)
  const comments = document.comments
    .filter(({ on, place }) => {
      if (taken.has(on)) return true
      problems.add(place, `It is on “${on}”, which could not be read.`)
      return false
    })
    .filter(isNew)
  const verdicts = document.verdicts?.filter(isNew)
  const answers = document.answers
    ?.filter(({ on, place }) => {
      if (verdicts?.some(({ id }) => id === on)) return true
      problems.add(place, `It answers “${on}”, which could not be read.`)
      return false
    })
    .filter(isNew)
  return {
    ...document,
    annotations,
    links,
    comments,
    ...(verdicts ? { verdicts } : {}),
    ...(answers ? { answers } : {}),
  }
}
