import type { Params } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import { DRAWS } from '../core/agreement/bootstrap'
import { measureIds, usualMeasures } from '../core/agreement/measures'
import type { SurveySetting } from '../core/agreement/survey-plan'
import { type WhatIf, asItIs } from '../core/agreement/what-if'
import type { Person } from '../core/annotation/set'
import type { Codebook } from '../core/codebook/codebook'
import { tagNamed } from '../core/codebook/labels'
import { isAdjudicated } from '../core/review/adjudicated'
import { annotatorNamed, annotatorsNamed, annotatorsOf } from './annotators'
import type { SurveyedDocument } from './surveyed-text'

export type Asked = Params<'agreement.survey'>

/** What is known before any document is looked at. */
export interface Terms {
  readonly asked: Asked
  readonly codebook: Codebook
  /** The tags that anybody has used, by the index. */
  readonly used: ReadonlySet<string>
}

/** The same one whenever none is asked for, so that the same annotations have the same intervals. */
const SEED = 1

/**
 * What is to be surveyed, given what was asked and who annotated what. Refuses what cannot be found, and where no
 * document was read by two; what is supposed besides may leave fewer.
 */
export function settingOf(terms: Terms, documents: readonly SurveyedDocument[]): Outcome<SurveySetting> {
  const { asked } = terms
  const annotators = annotatorsIn(documents, asked.annotators)
  if (!annotators.ok) return annotators
  const alone = whyNotTwo(documents, annotators.value, asked.annotators !== undefined)
  if (alone !== undefined) return refuse('missing', alone)
  const unknown = asked.measures?.find((id) => !measureIds.includes(id))
  if (unknown !== undefined)
    return refuse('invalid', `There is no measure “${unknown}”. There is ${measureIds.join(', ')}.`)
  const tags = tagsIn(documents, terms)
  const merge = mergeOf(terms, tags)
  if (!merge.ok) return merge
  const leaveOut = annotatorsNamed((asked.whatIf ?? asItIs).leaveOut, annotators.value)
  if (!leaveOut.ok) return leaveOut
  return ok(settled(asked, annotators.value, tags, merge.value, leaveOut.value))
}

/**
 * What is to be surveyed of some of the documents while others are still being gathered: the annotators who are there,
 * as far as can be told from these alone. Undefined when nothing can be surveyed.
 */
export function settingOfLot(
  terms: Terms,
  documents: readonly SurveyedDocument[],
): SurveySetting | undefined {
  const { asked } = terms
  const people = annotatorsIn(documents, undefined, true)
  if (!people.ok) return undefined
  const meant = (names: readonly string[]): Person[] =>
    names.flatMap((name) => {
      const found = annotatorNamed(name, people.value)
      return found.ok ? [found.value] : []
    })
  const tags = tagsIn(documents, terms)
  const merge = mergeOf(terms, tags)
  if (!merge.ok || asked.measures?.some((id) => !measureIds.includes(id))) return undefined
  const annotators = asked.annotators
    ? meant(asked.annotators)
    : people.value.filter((annotator) => !isAdjudicated({ annotator }))
  return settled(asked, annotators, tags, merge.value, meant((asked.whatIf ?? asItIs).leaveOut))
}

/** Whether what was taken of a lot of documents is what the setting of all asks of them. */
export function holdsFor(
  setting: SurveySetting,
  lot: SurveySetting,
  documents: readonly SurveyedDocument[],
): boolean {
  const there = new Set(
    documents.flatMap(({ surveyed }) => surveyed.text.readings.map(({ annotator }) => annotator)),
  )
  const asked = ({ annotators, whatIf: { leaveOut } }: SurveySetting): string =>
    annotators
      .map(({ id }) => id)
      .filter((id) => there.has(id) && !leaveOut.includes(id))
      .toSorted()
      .join('\n')
  return asked(setting) === asked(lot) && setting.tags.join('\n') === lot.tags.join('\n')
}

const settled = (
  { measures, whatIf, seed, draws, gamma }: Asked,
  annotators: readonly Person[],
  tags: readonly string[],
  merge: WhatIf['merge'],
  leaveOut: readonly Person[],
): SurveySetting => ({
  annotators,
  tags,
  measures: measures?.length ? measures : usualMeasures,
  whatIf: { leaveOut: leaveOut.map(({ id }) => id), merge, ignoreShift: whatIf?.ignoreShift ?? 0 },
  seed: seed ?? SEED,
  draws: draws ?? DRAWS,
  gamma: gamma ?? { position: 1, category: 1 },
})

/** Those who are named, or all but the adjudicator; each once, under the name of their newest set. */
function annotatorsIn(
  documents: readonly SurveyedDocument[],
  wanted: readonly string[] | undefined,
  withAdjudicator = false,
): Outcome<Person[]> {
  const sets = documents.flatMap((document) => document.sets)
  const newest = new Map<string, Person>()
  for (const { annotator } of sets.toSorted((a, b) => (a.created < b.created ? -1 : 1)))
    newest.set(annotator.id, annotator)
  if (wanted === undefined)
    return ok([...newest.values()].filter((annotator) => withAdjudicator || !isAdjudicated({ annotator })))
  const found = annotatorsNamed(wanted, annotatorsOf(sets))
  return found.ok ? ok(found.value.map(({ id }) => newest.get(id)!)) : found
}

/** Why there is nothing to compare, as a sentence; undefined when there is. */
function whyNotTwo(
  documents: readonly SurveyedDocument[],
  annotators: readonly Person[],
  named: boolean,
): string | undefined {
  const known = new Set(annotators.map(({ id }) => id))
  const isCommon = ({ surveyed }: SurveyedDocument): boolean =>
    surveyed.text.readings.filter(({ annotator }) => known.has(annotator)).length >= 2
  if (documents.some(isCommon)) return undefined
  const [first] = annotators
  if (!first) return 'Nobody has annotated anything here yet, so that there is nothing to compare.'
  if (annotators.length === 1)
    return named
      ? `It takes two annotators to agree, and only ${first.name} is named.`
      : `It takes two annotators to agree, and only ${first.name} has annotated anything here.`
  const names = annotators.map(({ name }) => name).join(', ')
  return `No document here was read by two of ${names}, so that there is nothing to compare.`
}

/** The tags on offer and those that anybody used all the same, in the order of the codebook. */
function tagsIn(documents: readonly SurveyedDocument[], { codebook, used: counted }: Terms): string[] {
  const used = new Set(counted)
  for (const { surveyed } of documents)
    for (const { marks } of surveyed.text.readings) for (const { tag } of marks) used.add(tag)
  const listed = codebook.tags.filter(({ id, retired }) => !retired || used.has(id)).map(({ id }) => id)
  const others = [...used].filter((tag) => !listed.includes(tag)).toSorted()
  return [...listed, ...others]
}

/** With ids in the place of names. */
function mergeOf({ asked, codebook }: Terms, tags: readonly string[]): Outcome<WhatIf['merge']> {
  const idOf = (label: string): string | undefined =>
    tags.includes(label) ? label : tagNamed(codebook, label)?.id
  const merged: WhatIf['merge'] = []
  for (const { tag, into } of (asked.whatIf ?? asItIs).merge) {
    const [from, to] = [idOf(tag), idOf(into)]
    if (from === undefined || to === undefined)
      return refuse('missing', `There is no tag “${from === undefined ? tag : into}”.`)
    merged.push({ tag: from, into: to })
  }
  return ok(merged)
}
