import type { Person } from '../../../core/annotation/set'
import type { ClaimFacts, Entry } from './report-entry'
import type { ReportTag } from './report-tags'

/** How much there is of what, in one article or in all. */
export interface Counts {
  readonly annotations: number
  readonly tags: readonly { readonly tag: ReportTag; readonly count: number }[]
  /** `byTag` has one number for each of `tags`. */
  readonly annotators: readonly {
    readonly person: Person
    readonly byTag: readonly number[]
    readonly total: number
  }[]
  /** The choices that were made at least once. */
  readonly values: readonly ValueCounts[]
  readonly links: readonly { readonly name: string; readonly count: number }[]
  /** The claims, and those of them that nobody is said to make; absent where the codebook has no attribution. */
  readonly attribution?: { readonly claims: number; readonly without: readonly Entry[] }
}

export interface ValueCounts {
  readonly tag: ReportTag
  /** The name of the attribute. */
  readonly name: string
  /** In the order of the options; those that were not chosen are left out. */
  readonly values: readonly { readonly name: string; readonly count: number }[]
  /** How many annotations of the tag do not have it. */
  readonly unsaid: number
}

export interface Counted {
  readonly tags: readonly ReportTag[]
  readonly annotators: readonly Person[]
  readonly entries: readonly Entry[]
  readonly claims: readonly ClaimFacts[] | undefined
  readonly linkNames: readonly string[]
}

export function countsOf({ tags, annotators, entries, claims, linkNames }: Counted): Counts {
  const byTag = tally(entries.map(({ tag }) => tag.id))
  const byPerson = new Map<string, Entry[]>()
  for (const entry of entries) {
    const theirs = byPerson.get(entry.by.id)
    if (theirs) theirs.push(entry)
    else byPerson.set(entry.by.id, [entry])
  }
  const people = new Map([...annotators, ...entries.map(({ by }) => by)].map((person) => [person.id, person]))
  return {
    annotations: entries.length,
    tags: tags.map((tag) => ({ tag, count: byTag.get(tag.id) ?? 0 })),
    annotators: [...people.values()].map((person) => {
      const theirs = byPerson.get(person.id) ?? []
      const counts = tally(theirs.map(({ tag }) => tag.id))
      return { person, byTag: tags.map(({ id }) => counts.get(id) ?? 0), total: theirs.length }
    }),
    values: tags.flatMap((tag) => valuesOf(tag, entries)),
    links: [...tally(linkNames)].map(([name, count]) => ({ name, count })),
    ...(claims
      ? {
          attribution: {
            claims: claims.length,
            without: claims.filter(({ sources }) => sources.length === 0).map(({ entry }) => entry),
          },
        }
      : {}),
  }
}

function valuesOf(tag: ReportTag, all: readonly Entry[]): ValueCounts[] {
  const entries = all.filter((entry) => entry.tag === tag)
  return (tag.known?.attributes ?? []).flatMap((attribute) => {
    if (attribute.kind !== 'choice') return []
    const said = tally(entries.flatMap(({ said: values }) => values.get(attribute.id) ?? []))
    if (said.size === 0) return []
    const names = new Set([...attribute.options.map(({ name }) => name), ...said.keys()])
    const values = [...names].flatMap((name) => ({ name, count: said.get(name) ?? 0 }))
    const total = values.reduce((sum, { count }) => sum + count, 0)
    return [
      {
        tag,
        name: attribute.name,
        values: values.filter(({ count }) => count > 0),
        unsaid: entries.length - total,
      },
    ]
  })
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
