import { overlapping } from './alignment'
import { counted, f1Measure, inBoth, markKey, type Shared } from './f1'
import { linkedPlaces } from './linked-places'
import type { Mark, MarkedLink, Reading } from './reading'

/*
 * Agreement on links hangs on when two links have the same ends. Each measure here is one convention; in all of them
 * links must have the same type and the same direction, and one link answers one. F1 as for annotations.
 */

/** The same for links that join the same two marks in the same direction and are of the same type. */
const linkKey = ({ type, from, to }: MarkedLink, nameOf: (id: string) => string): string =>
  `${nameOf(from)}\n${nameOf(to)}\n${type}` // no id has a line end

/** Both ends have the same ranges and the same tag. */
export const linksExact = f1Measure(
  {
    id: 'links-exact',
    name: 'Link F1, exact ends',
    answers:
      'Of the links two people made, what share did both make with the same type between annotations with exactly ' +
      'the same boundaries and tags?',
    source: 'F1 as in Hripcsak & Rothschild 2005, with links as decisions',
  },
  ({ marks, links }) => {
    const keys = new Map(marks.map((mark) => [mark.id, markKey(mark)]))
    return { count: links.length, keys: counted(links.map((link) => linkKey(link, (id) => keys.get(id)!))) }
  },
  (mine, theirs) => ({ both: inBoth(mine.keys, theirs.keys), mine: mine.count, theirs: theirs.count }),
)

/** Both ends overlap and have the same tag. */
export const linksOverlap = f1Measure(
  {
    id: 'links-overlap',
    name: 'Link F1, overlapping ends',
    answers:
      'Of the links two people made, what share has a partner of the same type between annotations that overlap and ' +
      'have the same tags?',
    source: 'F1 as in Hripcsak & Rothschild 2005, with links as decisions',
  },
  (reading) => reading,
  (mine, theirs) => ({
    both: mostPairs(candidates(mine, theirs)),
    mine: mine.links.length,
    theirs: theirs.links.length,
  }),
)

/** The ends were matched with each other when all annotations were matched, whatever their tags. */
export const linksAligned = f1Measure(
  {
    id: 'links-aligned',
    name: 'Link F1, matched ends',
    answers:
      'After the annotations of two people were matched one to one, what share of their links joins the same matched ' +
      'annotations with the same type?',
    source: 'F1 as in Hripcsak & Rothschild 2005, with links as decisions',
  },
  (reading) => reading,
  (mine, theirs) => ({
    both: matchedLinks(mine, theirs).both,
    mine: mine.links.length,
    theirs: theirs.links.length,
  }),
)

/** As {@link linksAligned}, of those links only that the other could have made, having marked both ends. */
export const linksGivenEnds = f1Measure(
  {
    id: 'links-given-ends',
    name: 'Link F1, given both ends',
    answers:
      'Of the links whose two ends both people marked, what share did both make with the same type? What was missed ' +
      'with the annotations is not counted again.',
    source: 'F1 as in Hripcsak & Rothschild 2005, with links as decisions',
  },
  (reading) => reading,
  matchedLinks,
)

/** The links with both ends matched on the other side, and how many of them are the same. */
function matchedLinks(mine: Reading, theirs: Reading): Shared {
  if (mine.links.length === 0 && theirs.links.length === 0) return { both: 0, mine: 0, theirs: 0 }
  const places = linkedPlaces(mine, theirs)
  const [myKeys, theirKeys] = [named(mine.links, places.mine), named(theirs.links, places.theirs)]
  return { both: inBoth(counted(myKeys), counted(theirKeys)), mine: myKeys.length, theirs: theirKeys.length }
}

const named = (links: readonly MarkedLink[], places: ReadonlyMap<string, number>): string[] =>
  links
    .filter(({ from, to }) => places.has(from) && places.has(to))
    .map((link) => linkKey(link, (id) => String(places.get(id))))

/** For each link of mine, those of theirs of the same type whose ends overlap its ends and have the same tags. */
function candidates(mine: Reading, theirs: Reading): MarkedLink[][] {
  if (mine.links.length === 0 || theirs.links.length === 0) return []
  const answers = new Map<string, Set<string>>()
  for (const pair of overlapping(mine.marks, theirs.marks))
    if (sameTag(pair.mine, pair.theirs)) add(answers, pair.mine.id, pair.theirs.id)
  const leaving = new Map<string, Set<MarkedLink>>()
  for (const link of theirs.links) add(leaving, link.from, link)
  return mine.links.map(({ type, from, to }) =>
    [...(answers.get(from) ?? [])]
      .flatMap((id) => [...(leaving.get(id) ?? [])])
      .filter((link) => link.type === type && answers.get(to)?.has(link.to)),
  )
}

const sameTag = (mine: Mark, theirs: Mark): boolean => mine.tag === theirs.tag

function add<V>(sets: Map<string, Set<V>>, key: string, value: V): void {
  const held = sets.get(key)
  if (held) held.add(value)
  else sets.set(key, new Set([value]))
}

/** How many can be given a partner of their own: augmenting paths (Kuhn 1955). */
function mostPairs(partners: readonly (readonly MarkedLink[])[]): number {
  const takenBy = new Map<MarkedLink, number>()
  const place = (k: number, tried: Set<MarkedLink>): boolean =>
    partners[k]!.some((partner) => {
      if (tried.has(partner)) return false
      tried.add(partner)
      const holder = takenBy.get(partner)
      if (holder !== undefined && !place(holder, tried)) return false
      takenBy.set(partner, k)
      return true
    })
  return partners.filter((_, k) => place(k, new Set())).length
}
