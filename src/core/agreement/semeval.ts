import { type Comparison, comparisonOf } from './comparison'
import { ratio } from './f1'
import { everyTwo } from './in-scheme'
import { kept } from './kept'
import type { Measure } from './measure'
import type { Mark } from './reading'

/** How the marks of a system answer those of the gold standard; every mark is counted once. */
export interface Matches {
  readonly sameBoundarySameTag: number
  readonly sameBoundaryOtherTag: number
  readonly overlapSameTag: number
  readonly overlapOtherTag: number
  readonly missing: number
  readonly spurious: number
}

/** The four readings of one matching: what has to be the same for a pair to be correct. */
export const SEMEVAL_SCHEMES = ['strict', 'exact', 'partial', 'type'] as const
export type SemevalScheme = (typeof SEMEVAL_SCHEMES)[number]

/** The categories of MUC: correct, incorrect, partial, missing, spurious. */
export interface SemevalCounts {
  readonly correct: number
  readonly incorrect: number
  readonly partial: number
  readonly missing: number
  readonly spurious: number
}

/** Undefined where nothing could be got right: precision without a system's marks, recall without gold ones. */
export interface Scores {
  readonly precision: number | undefined
  readonly recall: number | undefined
  readonly f1: number | undefined
}

/**
 * Marks of two annotators, of which `gold` is taken as right, matched one to one as `alignPair` does it. One shared
 * unit is enough, as in the task, for marks with different tags as well.
 */
export const semevalMatches = (gold: readonly Mark[], system: readonly Mark[]): Matches =>
  matchesOf(comparisonOf(gold, system))

const matchesOf = kept((comparison: Comparison): Matches => {
  const matched = comparison.matched(0)
  const met = [0, 0, 0, 0]
  for (const { exact, sameTag } of matched) met[2 * exact + sameTag]!++
  const [overlapOtherTag, overlapSameTag, sameBoundaryOtherTag, sameBoundarySameTag] = met as [
    number,
    number,
    number,
    number,
  ]
  return {
    sameBoundarySameTag,
    sameBoundaryOtherTag,
    overlapSameTag,
    overlapOtherTag,
    missing: comparison.rows.length - matched.length,
    spurious: comparison.columns.length - matched.length,
  }
})

/** The counts of one scheme (Segura-Bedmar et al. 2013, SemEval-2013 task 9.1, pp. 341–350). */
export function semevalCounts(matches: Matches, scheme: SemevalScheme): SemevalCounts {
  const { sameBoundarySameTag: same, sameBoundaryOtherTag, overlapSameTag, overlapOtherTag } = matches
  const { missing, spurious } = matches
  const overlap = overlapSameTag + overlapOtherTag
  const paired = same + sameBoundaryOtherTag + overlap
  const correct = {
    strict: same,
    exact: same + sameBoundaryOtherTag,
    partial: same + sameBoundaryOtherTag,
    type: same + overlapSameTag,
  }[scheme]
  const partial = scheme === 'partial' ? overlap : 0
  return { correct, incorrect: paired - correct - partial, partial, missing, spurious }
}

/** P = (COR + ½·PAR) / ACT, R = (COR + ½·PAR) / POS, F1 = 2·(COR + ½·PAR) / (ACT + POS). */
export function semevalScores(counts: SemevalCounts): Scores {
  const { points, possible, actual } = worth(counts)
  const share = (whole: number): number | undefined => (whole === 0 ? undefined : points / whole)
  return { precision: share(actual), recall: share(possible), f1: share((possible + actual) / 2) }
}

function worth({ correct, incorrect, partial, missing, spurious }: SemevalCounts) {
  const paired = correct + incorrect + partial
  return { points: correct + partial / 2, possible: paired + missing, actual: paired + spurious }
}

/**
 * F1 of one scheme as agreement. Who is taken as right only exchanges precision and recall, and missing and
 * spurious; F1 stays. For more than two annotators the counts of every two are added up (micro average). The tally
 * is 2·(COR + ½·PAR), ACT + POS, and the number of comparisons.
 */
const semevalMeasure = (scheme: SemevalScheme, same: string): Measure => ({
  id: `semeval-${scheme}`,
  name: `SemEval F1, ${scheme}`,
  answers: `How much of what two people marked is the same, counted as in SemEval-2013, where ${same}?`,
  source: 'Segura-Bedmar, Martínez & Herrero-Zazo 2013, SemEval-2013 task 9, pp. 341–350',
  compares: 'any',
  tally(text, of) {
    const tally = new Float64Array(3)
    for (const [gold, system] of everyTwo(text, of, ({ marks }) => marks)) {
      const { points, possible, actual } = worth(semevalCounts(semevalMatches(gold, system), scheme))
      tally[0]! += 2 * points
      tally[1]! += possible + actual
      tally[2]! += 1
    }
    return tally
  },
  figure: ([points, all, comparisons]) => ratio(points!, all!, comparisons!),
})

export const semevalMeasures: readonly Measure[] = [
  semevalMeasure('strict', 'the boundaries and the tag have to be the same'),
  semevalMeasure('exact', 'the boundaries have to be the same and the tag does not count'),
  semevalMeasure('partial', 'an overlap counts half and the tag does not count'),
  semevalMeasure('type', 'the tag has to be the same and some overlap is enough'),
]
