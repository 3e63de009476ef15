import type { Disagreement } from '../../../src/core/agreement/disagreements'
import type { Survey } from '../../../src/core/agreement/survey-result'
import type { DifferencesBehind } from '../../state/agreement'
import type { CaseFilter } from '../../state/reviewing'

type Place = DifferencesBehind['places'][number]
type Counts = Survey['split']['all']

/** Kinds of difference as they are told apart here: whichever of two missed it, it was missed. */
export const KINDS = ['missed', 'boundary', 'tag', 'attributes', 'link'] as const
export type Kind = (typeof KINDS)[number]

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  missed: 'Missed by one',
  boundary: 'Boundary',
  tag: 'Tag',
  attributes: 'Attributes',
  link: 'Link',
}

const COUNTED: Readonly<Record<Kind, readonly Disagreement[]>> = {
  missed: ['missedByFirst', 'missedBySecond'],
  boundary: ['boundaryDiffers'],
  tag: ['tagDiffers'],
  attributes: ['attributesDiffer'],
  link: ['linkDiffers'],
}

/** What the review calls them; of two who are compared, one alone has what the other missed. */
const LISTED: Readonly<Record<Kind, NonNullable<CaseFilter['difference']>>> = {
  missed: 'alone',
  boundary: 'boundary',
  tag: 'tag',
  attributes: 'attributes',
  link: 'link',
}

export const countOf = (counts: Counts, kind: Kind): number =>
  COUNTED[kind].reduce((sum, one) => sum + counts[one], 0)

export const differing = (counts: Counts): number =>
  KINDS.reduce((sum, kind) => sum + countOf(counts, kind), 0)

/** Two annotators, as one word. */
export const pairKey = (first: string, second: string): string => [first, second].toSorted().join('\n')

/** The differences of two annotators, or of every two, in all documents. */
export function behindPairs(
  { split }: Survey,
  name: string,
  { pair, kind }: { readonly pair?: string | undefined; readonly kind?: Kind } = {},
): DifferencesBehind {
  const places = split.byPair
    .filter(({ first, second }) => pair === undefined || pairKey(first, second) === pair)
    .flatMap(({ first, second, byDocument }) =>
      byDocument.map(({ document, counts }): Place => ({
        document,
        annotators: [first, second],
        count: kind === undefined ? differing(counts) : countOf(counts, kind),
      })),
    )
  return { name, places: sorted(places), filter: filterOf(kind) }
}

const filterOf = (kind?: Kind, tag?: string): CaseFilter => ({
  scope: kind === undefined && tag !== undefined ? 'all' : 'differences',
  ...(kind === undefined ? {} : { difference: LISTED[kind] }),
  ...(tag === undefined ? {} : { tag }),
})

/** The cases that two annotators, or every two, gave these tags; null is nothing. */
export function behindTags(
  { confusion }: Survey,
  name: string,
  {
    pair,
    first,
    second,
  }: { readonly pair?: string | undefined; first: string | null; second: string | null },
): DifferencesBehind {
  const places = confusion.byPair
    .filter((one) => pair === undefined || pairKey(one.first, one.second) === pair)
    .flatMap((one) =>
      one.cells
        .filter(
          (cell) =>
            (cell.first === first && cell.second === second) ||
            // Of every two, who said which does not count.
            (pair === undefined && cell.first === second && cell.second === first),
        )
        .flatMap(({ documents }) =>
          documents.map(({ document, count }): Place => ({
            document,
            annotators: [one.first, one.second],
            count,
          })),
        ),
    )
  const tag = first ?? second ?? undefined
  const kind = first === second ? undefined : first === null || second === null ? 'missed' : 'tag'
  return { name, places: sorted(added(places)), filter: filterOf(kind, tag) }
}

/** Of one document and the same two annotators there is one place. */
function added(places: readonly Place[]): Place[] {
  const sums = new Map<string, Place>()
  for (const place of places) {
    const key = [place.document, ...place.annotators].join('\n')
    sums.set(key, { ...place, count: place.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums.values()]
}

const sorted = (places: readonly Place[]): Place[] =>
  places.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
