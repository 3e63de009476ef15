import type { SurveySetting } from '../core/agreement/survey-plan'
import type { Decision } from '../core/review/verdict'
import type { Adjudication } from '../formats/methods-report/methods'
import type { SurveyedDocument } from './surveyed-text'

/** How what annotators differ in was decided in these documents: by which rules, and by whom one by one. */
export function adjudicationOf(documents: readonly SurveyedDocument[]): Adjudication {
  const byRule = { unanimous: 0, majority: 0, alone: 0 }
  const byHand = new Map<string, { readonly name: string; readonly decisions: Record<Decision, number> }>()
  for (const { verdicts } of documents) {
    for (const { rule, by, decision } of verdicts) {
      if (rule !== undefined) byRule[rule]++
      else {
        const person = byHand.get(by.id) ?? {
          name: by.name,
          decisions: { accept: 0, reject: 0, fix: 0, discuss: 0 },
        }
        person.decisions[decision]++
        byHand.set(by.id, person)
      }
    }
  }
  return { byRule, byHand: [...byHand.values()] }
}

/** The versions of the codebook under which the annotators who are compared worked, the oldest first. */
export function versionsOf(
  documents: readonly SurveyedDocument[],
  { annotators }: Pick<SurveySetting, 'annotators'>,
): number[] {
  const used = documents.flatMap(({ versions }) =>
    annotators.flatMap(({ id }) => [...(versions.get(id) ?? [])]),
  )
  return [...new Set(used)].toSorted((a, b) => a - b)
}
