import type { ComparedCase } from '../api/compared-case'
import type { Person } from '../core/annotation/set'
import type { Difference } from '../core/review/cases'
import { oneLine, plural, table } from './text'

/** How many there are of each kind that there is, the most frequent first. */
export type Kinds = Partial<Record<Difference, number>>

/** Annotations and links by the gravest of their differences, so that the numbers add up. */
export interface Counts {
  readonly annotations: Kinds
  readonly links: Kinds
}

export interface Compared {
  readonly id: string
  readonly title: string
  readonly cases: readonly ComparedCase[]
  readonly counts: Counts
}

export interface Comparison {
  readonly annotators: readonly Person[]
  readonly documents: readonly Compared[]
  readonly counts: Counts
  /** How many documents not both have annotated. */
  readonly left: number
}

export function countKinds(cases: readonly ComparedCase[]): Counts {
  const of = (kind: ComparedCase['kind']): Kinds => {
    const counts = new Map<Difference, number>()
    for (const { kind: own, differences } of cases)
      if (own === kind) counts.set(differences[0]!, (counts.get(differences[0]!) ?? 0) + 1)
    return Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a))
  }
  return { annotations: of('annotation'), links: of('link') }
}

/** Both versions of each difference below each other, so that the eye finds what is not the same. */
export function textOf({ annotators, documents, counts, left }: Comparison): string {
  const lines = documents.flatMap((document) => [
    `${document.title}  ${document.id}`,
    ...document.cases.flatMap((one) => linesOf(one, annotators)),
    `  ${countsInWords(document.counts)}`,
    '',
  ])
  const total = `${plural(documents.length, 'document', 'documents')}: ${countsInWords(counts)}`
  const others = `${plural(left, 'document is', 'documents are')} not annotated by both`
  return [...lines, total, ...(left > 0 ? [others] : [])].join('\n')
}

function countsInWords({ annotations, links }: Counts): string {
  const [own, linked] = [kindsInWords(annotations), kindsInWords(links)]
  return (own || 'no annotations') + (linked === '' ? '' : `; links: ${linked}`)
}

const kindsInWords = (kinds: Kinds): string =>
  Object.entries(kinds)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')

function linesOf(one: ComparedCase, annotators: readonly Person[]): string[] {
  const { start, end } = placeOf(one)
  const what = one.kind === 'link' ? `link, ${one.differences.join(', ')}` : one.differences.join(', ')
  const versions = annotators.map(({ id, name }) => [`    ${name}`, ...versionOf(one, id)])
  return [`  ${start}–${end}  ${what}`, ...table(versions)]
}

/** From where the first version begins to where the last one ends. */
function placeOf(one: ComparedCase): { readonly start: number; readonly end: number } {
  const ranges =
    one.kind === 'link'
      ? one.members.flatMap(({ from, to }) => [...from.ranges, ...to.ranges])
      : one.members.flatMap((member) => member.ranges)
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  }
}

function versionOf(one: ComparedCase, annotator: string): string[] {
  if (one.kind === 'link') {
    const link = one.members.find((member) => member.annotator === annotator)
    return link ? [link.type, `${quoted(link.from.quote)} → ${quoted(link.to.quote)}`] : ['–']
  }
  const member = one.members.find((candidate) => candidate.annotator === annotator)
  if (!member) return ['–']
  const said = one.differences.includes('attributes') ? differing(one.members, member.attributes) : ''
  return [member.tag, quoted(member.quote) + said]
}

type Attributes = Extract<ComparedCase, { kind: 'annotation' }>['members'][number]['attributes']

/** What this version says where others say something else. */
function differing(members: readonly { readonly attributes: Attributes }[], own: Attributes): string {
  const ids = new Set(members.flatMap(({ attributes }) => Object.keys(attributes)))
  const apart = [...ids].filter((id) => members.some(({ attributes }) => attributes[id] !== own[id]))
  return `  ${apart.map((id) => `${id}=${own[id] === undefined ? '' : oneLine(String(own[id]))}`).join(' ')}`
}

const quoted = (words: string): string => `“${oneLine(words)}”`
