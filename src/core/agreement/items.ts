import { eachRun } from './character-items'
import { type Cluster, alignAll, alignPair } from './alignment'
import type { Pairing } from './comparison'
import { readingsIn } from './in-scheme'
import type { Figure, Scheme } from './measure'
import { kept } from './kept'
import type { Mark, ReadText, Reading } from './reading'

/** Something that annotators put in categories, one each: what the coefficients for nominal data are computed of. */
export interface Item {
  /** How much it counts: a run of characters its length in UTF-16 units, a thing that was found 1. */
  readonly weight: number
  /**
   * The category that each annotator gave it, as its number in the tags of the scheme, or {@link nothingIn}. In the
   * order of the annotators of the scheme, those who did not read the text left out.
   */
  readonly ratings: readonly number[]
}

/** Over what items a coefficient is taken; `coded` is what at least two annotators marked. */
export type Over = 'characters' | 'found' | 'coded'

/** The category of what an annotator read and did not mark. It is the last. */
export const nothingIn = (scheme: Scheme): number => scheme.tags.length

/** How many categories there are: the tags and nothing. */
export const categoriesIn = (scheme: Scheme): number => scheme.tags.length + 1

/**
 * What a coefficient is computed of: items that were rated alike are one, of their weights together. A text that fewer
 * than two annotators of the scheme read has none.
 */
export function itemsOver(over: Over, text: ReadText, scheme: Scheme): readonly Item[] {
  const known = lastItems(text)
  if (known.scheme !== scheme) Object.assign(known, { scheme, characters: undefined, found: undefined })
  switch (over) {
    case 'characters':
      return (known.characters ??= alike(scheme, (add) => eachRun(text, scheme, add)))
    case 'found':
      return (known.found ??= alike(scheme, (add) => {
        for (const { ratings, weight } of foundItems(text, scheme)) add(ratings, weight)
      }))
    case 'coded':
      return coded(itemsOver('found', text, scheme), scheme)
  }
}

/** What was last made of a text: each of several measures asks for the same in turn. */
interface Last {
  scheme?: Scheme
  characters?: readonly Item[] | undefined
  found?: readonly Item[] | undefined
}
const lastItems = kept<ReadText, Last>(() => ({}))

/** Adds up what is rated alike; the ratings that are given may be one array that is used again. */
function alike(
  scheme: Scheme,
  each: (add: (ratings: readonly number[], weight: number) => void) => void,
): Item[] {
  const categories = categoriesIn(scheme)
  const short = categories ** scheme.annotators.length <= Number.MAX_SAFE_INTEGER
  const items = new Map<number | string, { weight: number; readonly ratings: readonly number[] }>()
  each((ratings, weight) => {
    // Who rated is the same for all items of a text, so that the ratings alone tell them apart.
    const key = short ? numberOf(ratings, categories) : ratings.join()
    const item = items.get(key)
    if (item) item.weight += weight
    else items.set(key, { weight, ratings: [...ratings] })
  })
  return [...items.values()]
}

function numberOf(ratings: readonly number[], categories: number): number {
  let number = 0
  for (const category of ratings) number = number * categories + category
  return number
}

/** One item for each thing that at least one annotator found; who read the text and missed it rated it nothing. */
export function foundItems(text: ReadText, scheme: Scheme): Item[] {
  const readings = readingsIn(text, scheme)
  const [mine, theirs] = readings
  return readings.length === 2
    ? pairItems(alignPair(mine!.marks, theirs!.marks), scheme)
    : clusterItems(alignAll(readings), readings, scheme)
}

/** What at least two annotators found, with the tags they gave it; who missed it did not rate it. */
export const codedItems = (text: ReadText, scheme: Scheme): Item[] => coded(foundItems(text, scheme), scheme)

const coded = (found: readonly Item[], scheme: Scheme): Item[] =>
  found
    .map(({ weight, ratings }) => ({
      weight,
      ratings: ratings.filter((category) => category !== nothingIn(scheme)),
    }))
    .filter(({ ratings }) => ratings.length >= 2)

/** One item for each cluster, rated by whose readings these are. */
export function clusterItems(
  clusters: readonly Cluster[],
  readings: readonly Reading[],
  scheme: Scheme,
): Item[] {
  const categories = new Map(scheme.tags.map((tag, category) => [tag, category]))
  return clusters.map(({ marks }) => ({
    weight: 1,
    ratings: readings.map(
      ({ annotator }) => categories.get(marks.get(annotator)?.tag ?? '') ?? nothingIn(scheme),
    ),
  }))
}

/** The same of two annotators, whose clusters are what is paired and what is not. */
function pairItems({ pairs, onlyMine, onlyTheirs }: Pairing, scheme: Scheme): Item[] {
  const categories = new Map(scheme.tags.map((tag, category) => [tag, category]))
  const of = ({ tag }: Mark): number => categories.get(tag)!
  const nothing = nothingIn(scheme)
  return [
    ...pairs.map(({ mine, theirs }) => ({ weight: 1, ratings: [of(mine), of(theirs)] })),
    ...onlyMine.map((mark) => ({ weight: 1, ratings: [of(mark), nothing] })),
    ...onlyTheirs.map((mark) => ({ weight: 1, ratings: [nothing, of(mark)] })),
  ]
}

/**
 * Why there is nothing to say where nobody marked anything, given what fell to each category, nothing last. All
 * characters of what two have read are items, so that without any no text was read by two.
 */
export function silence(perCategory: ArrayLike<number>, over: Over, scheme: Scheme): Figure | undefined {
  const nothing = nothingIn(scheme)
  for (let category = 0; category < nothing; category++) if (perCategory[category]! > 0) return undefined
  const unread = over === 'characters' && perCategory[nothing] === 0
  return { undefined: unread || scheme.annotators.length < 2 ? 'one annotator only' : 'no data' }
}
