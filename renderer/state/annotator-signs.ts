import type { AnnotationSet, Person } from '../../src/core/annotation/set'
import { adjudicator } from '../../src/core/review/adjudicated'

/** How an annotator is told apart where there is room for a letter or two. */
export interface Sign {
  readonly id: string
  readonly name: string
  readonly sign: string
}

/**
 * A sign for each annotator: the first letter of the name, or more where that is another's already; a tick for what was
 * settled.
 */
export function signsOf(people: readonly Person[]): ReadonlyMap<string, Sign> {
  const taken = new Set<string>()
  return new Map(
    people.map(({ id, name }) => {
      const wanted = id === adjudicator.id ? ['✓'] : candidates(name)
      const sign = wanted.find((one) => !taken.has(one)) ?? String(taken.size + 1)
      taken.add(sign)
      return [id, { id, name, sign }]
    }),
  )
}

function candidates(name: string): string[] {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  const letters = words.map((word) => Array.from(word.toLocaleUpperCase('en'))[0]!)
  const [first = '?'] = letters
  const rest = Array.from(words[0] ?? '').slice(1)
  return [
    first,
    ...(letters.length > 1 ? [first + letters.at(-1)!] : []),
    ...rest.map((letter) => first + letter),
  ]
}

/** Whose sets these are, each once: whoever sits here first, then by name, what was settled last. */
export function annotatorsIn(sets: readonly AnnotationSet[], mine: string): Person[] {
  const rank = ({ id }: Person): number => (id === mine ? 0 : id === adjudicator.id ? 2 : 1)
  const people = new Map(sets.map(({ annotator }) => [annotator.id, annotator]))
  return [...people.values()].toSorted(
    (a, b) => rank(a) - rank(b) || (`${a.name}\n${a.id}` < `${b.name}\n${b.id}` ? -1 : 1),
  )
}

/** The signs of those whose sets these are, by the ids of the sets; none where all are one person's. */
export function signsOfSets(sets: ReadonlyMap<string, AnnotationSet>): ReadonlyMap<string, Sign> {
  const people = new Map([...sets.values()].map(({ annotator }) => [annotator.id, annotator]))
  if (people.size < 2) return new Map()
  const signs = signsOf([...people.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  return new Map([...sets.values()].map(({ id, annotator }) => [id, signs.get(annotator.id)!]))
}

/** Signs that tell nothing, in an order that is another for each case, so that nobody can be recognised. */
export function blindSigns(annotators: readonly string[], caseId: string): ReadonlyMap<string, Sign> {
  const order = annotators.toSorted((a, b) => scatter(caseId + a) - scatter(caseId + b))
  return new Map(order.map((id, k) => [id, { id, name: `Annotator ${k + 1}`, sign: String(k + 1) }]))
}

/** A number that looks as if it had nothing to do with the words (FNV-1a). */
function scatter(words: string): number {
  let hash = 0x811c9dc5
  for (let k = 0; k < words.length; k++) hash = Math.imul(hash ^ words.charCodeAt(k), 0x01000193)
  return hash >>> 0
}
