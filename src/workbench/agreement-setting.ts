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
import { annotatorsNamed, annotatorsOf } from './annotators'
import type { SurveyedDocument } from './surveyed-text'

export type Asked = Params<'agreement.survey'>

/** The same one whenever none is asked for, so that the same annotations have the same intervals. */
const SEED = 1

/**
 * What is to be surveyed, given what was asked and who annotated what. Refuses what cannot be found, and where no
 * document was read by two; what is supposed besides may leave fewer.
 */
export function settingOf(
  asked: Asked,
  documents: readonly SurveyedDocument[],
  codebook: Codebook,
): Outcome<SurveySetting> {
  const annotators = annotatorsIn(documents, asked.annotators)
  if (!annotators.ok) return annotators
  const alone = whyNotTwo(documents, annotators.value, asked.annotators !== undefined)
  if (alone !== undefined) return refuse('missing', alone)
  const unknown = asked.measures?.find((id) => !measureIds.includes(id))
  if (unknown !== undefined)
    return refuse('invalid', `There is no measure “${unknown}”. There is ${measureIds.join(', ')}.`)
  const tags = tagsIn(documents, annotators.value, codebook)
  const whatIf = supposedOf(asked.whatIf ?? asItIs, annotators.value, codebook, tags)
  if (!whatIf.ok) return whatIf
  return ok({
    annotators: annotators.value,
    tags,
    measures: asked.measures?.length ? asked.measures : usualMeasures,
    whatIf: whatIf.value,
    seed: asked.seed ?? SEED,
    draws: asked.draws ?? DRAWS,
    gamma: asked.gamma ?? { position: 1, category: 1 },
  })
}

/** Those who are named, or all but the adjudicator; each once, under the name of their newest set. */
function annotatorsIn(
  documents: readonly SurveyedDocument[],
  wanted: readonly string[] | undefined,
): Outcome<Person[]> {
  const sets = documents.flatMap((document) => document.sets)
  const newest = new Map<string, Person>()
  for (const { annotator } of sets.toSorted((a, b) => (a.created < b.created ? -1 : 1)))
    newest.set(annotator.id, annotator)
  if (wanted === undefined)
    return ok([...newest.values()].filter((annotator) => !isAdjudicated({ annotator })))
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

/** The tags on offer and those that were used all the same, in the order of the codebook. */
function tagsIn(
  documents: readonly SurveyedDocument[],
  annotators: readonly Person[],
  codebook: Codebook,
): string[] {
  const known = new Set(annotators.map(({ id }) => id))
  const used = new Set<string>()
  for (const { surveyed } of documents)
    for (const { annotator, marks } of surveyed.text.readings)
      if (known.has(annotator)) for (const { tag } of marks) used.add(tag)
  const listed = codebook.tags.filter(({ id, retired }) => !retired || used.has(id)).map(({ id }) => id)
  const others = [...used].filter((tag) => !listed.includes(tag)).toSorted()
  return [...listed, ...others]
}

/** With ids in the place of names. */
function supposedOf(
  { leaveOut, merge, ignoreShift }: WhatIf,
  annotators: readonly Person[],
  codebook: Codebook,
  tags: readonly string[],
): Outcome<WhatIf> {
  const left = annotatorsNamed(leaveOut, annotators)
  if (!left.ok) return left
  const idOf = (label: string): string | undefined =>
    tags.includes(label) ? label : tagNamed(codebook, label)?.id
  const merged: WhatIf['merge'] = []
  for (const { tag, into } of merge) {
    const [from, to] = [idOf(tag), idOf(into)]
    if (from === undefined || to === undefined)
      return refuse('missing', `There is no tag “${from === undefined ? tag : into}”.`)
    merged.push({ tag: from, into: to })
  }
  return ok({ leaveOut: left.value.map(({ id }) => id), merge: merged, ignoreShift })
}
