import { expect } from 'vitest'
import { expectOk } from '../base/outcome'
import type { Interval } from '../base/intervals'
import type { Annotation } from '../core/annotation/annotation'
import type { Link } from '../core/annotation/link'
import { compareSpans, quoteOf } from '../core/annotation/span'
import type { Person } from '../core/annotation/set'
import { applyAll } from '../core/change/apply'
import { type Edit, edit as editSchema } from '../core/change/change'
import type { Author } from '../core/change/edits'
import { invertAll } from '../core/change/invert'
import { type DocumentState, stateOf } from '../core/change/state'
import { newsCodebook } from '../core/codebook/news'
import { adjudicator } from '../core/review/adjudicated'
import type { Case } from '../core/review/cases'
import { reviewOf } from '../core/review/standing'
import { ada, annotationOf, ben, countingIds, linkOf, setBy, time } from './records'

export const cleo: Person = { id: 'person-cleo', name: 'Cleo' }
/** She reviews, and marks nothing herself. */
export const dora: Person = { id: 'person-dora', name: 'Dora' }

const PEOPLE = { ada, ben, cleo }
type Name = keyof typeof PEOPLE

/**
 * What several people marked in one text, as `{ ada: '[claim kind=fact Fares rise], said [source the mayor]' }`. Their
 * annotations are `ada-1`, `ada-2`, in the order in which they begin; brackets may stand in brackets. Links are written
 * `ada-1 attributed-to ada-2`, belong to the annotator of their first end and are `ada-link-1`, `ada-link-2`.
 */
export function reviewed(
  readings: Readonly<Partial<Record<Name, string>>>,
  links: readonly string[] = [],
): DocumentState {
  const read = Object.entries(readings).map(([name, source]) => readingOf(name as Name, source))
  const [first, ...others] = read
  for (const { text } of others) if (text !== first!.text) throw new Error(`other words in “${text}”`)
  return stateOf(first!.text, {
    sets: read.map(({ person }) => setBy(person)),
    annotations: read.flatMap(({ annotations }) => annotations),
    links: linksOf(links),
    comments: [],
    verdicts: [],
    answers: [],
  })
}

/** The state with what further people marked. */
export function joined(state: DocumentState, arriving: DocumentState): DocumentState {
  return {
    ...state,
    sets: new Map([...arriving.sets, ...state.sets]),
    annotations: new Map([...arriving.annotations, ...state.annotations]),
    links: new Map([...arriving.links, ...state.links]),
  }
}

interface Said {
  readonly tag: string
  readonly attributes: Annotation['attributes']
  readonly range: Interval
}

function readingOf(name: Name, source: string) {
  const found: Said[] = []
  const open: { readonly place: number; readonly start: number; readonly said: string }[] = []
  let text = ''
  for (const part of source.split(/(\[[a-z]+ (?:[a-z]+=\S+ )*|\])/)) {
    if (part.startsWith('[')) open.push({ place: found.push(undefined!) - 1, start: text.length, said: part })
    else if (part === ']') {
      const { place, start, said } = open.pop()!
      found[place] = { ...sayingOf(said), range: { start, end: text.length } }
    } else text += part
  }
  const person = PEOPLE[name]
  const annotations = found.map(({ tag, attributes, range }, k) =>
    annotationOf(`${name}-${k + 1}`, tag, text, [range], { set: setBy(person).id, attributes }),
  )
  return { person, text, annotations }
}

function sayingOf(opening: string): Omit<Said, 'range'> {
  const [tag, ...pairs] = opening.slice(1).trim().split(' ')
  return { tag: tag!, attributes: Object.fromEntries(pairs.map((pair) => pair.split('='))) }
}

function linksOf(lines: readonly string[]): Link[] {
  const newId: Partial<Record<Name, number>> = {}
  return lines.map((line) => {
    const [from, type, to] = line.split(' ')
    const name = from!.split('-')[0] as Name
    const number = (newId[name] = (newId[name] ?? 0) + 1)
    return linkOf(`${name}-link-${number}`, type!, from!, to!, { set: setBy(PEOPLE[name]).id })
  })
}

/** Cases as lines: `ada-1 ben-1: tag, boundary`. */
export const linesOf = (cases: readonly Case[]): string[] =>
  cases.map(({ members, differences }) => {
    const ids = [...members.values()].map(({ id }) => id)
    return `${ids.join(' ')}: ${differences.join(', ')}`
  })

/** What was settled, as lines: `claim “Fares rise”`, and after those `“Fares rise” attributed-to “the mayor”`. */
export function goldOf({ sets, annotations, links }: DocumentState): string[] {
  const ours = (record: Annotation | Link) => sets.get(record.set)!.annotator.id === adjudicator.id
  const quoted = (id: string) => `“${quoteOf(annotations.get(id)!.span)}”`
  return [
    ...[...annotations.values()]
      .filter(ours)
      .toSorted((a, b) => compareSpans(a.span, b.span))
      .map(({ id, tag }) => `${tag} ${quoted(id)}`),
    ...[...links.values()].filter(ours).map(({ from, type, to }) => `${quoted(from)} ${type} ${quoted(to)}`),
  ]
}

/** The verdicts that count, as lines: `ada-1: accept`, with the rule by which they were given. */
export const verdictsOf = (state: DocumentState): string[] =>
  [...reviewOf(state).verdicts.values()]
    .map(({ judged, decision, rule }) => `${judged.id}: ${decision}${rule ? `, ${rule}` : ''}`)
    .toSorted()

/** Everybody who works on one document: ids that count on, and a clock that is a second later at every look. */
export function authors(codebook = newsCodebook): (person: Person) => Author {
  const count = countingIds()
  const newId = (kind: string) => count(`${kind}-new`)
  let second = 100
  return (person) => ({ person, codebook, now: () => time(++second), newId })
}

/** Does it, has it written down and read, takes it back, and gives the state in between. */
export function performed(state: DocumentState, edit: Edit): DocumentState {
  expect(editSchema.parse(JSON.parse(JSON.stringify(edit)))).toEqual(edit)
  const after = expectOk(applyAll(state, edit.changes))
  expect(expectOk(applyAll(after, invertAll(edit.changes)))).toEqual(state)
  return after
}
