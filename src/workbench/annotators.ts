import { type Outcome, ok, refuse } from '../base/outcome'
import type { AnnotationSet, Person } from '../core/annotation/set'
import { plainLabel } from '../core/codebook/labels'

/**
 * Those whose sets these are. Somebody who was renamed in between is there once under each name, and found by
 * either.
 */
export function annotatorsOf(sets: Iterable<AnnotationSet>): Person[] {
  const people = new Map<string, Person>()
  for (const { annotator } of sets) people.set(JSON.stringify([annotator.id, annotator.name]), annotator)
  return [...people.values()]
}

/**
 * The annotators that are meant by ids or names, each once, in that order. A name is found whatever its case, as an
 * import finds it. Refuses, and says who there is, when one is not there.
 */
export function annotatorsNamed(wanted: readonly string[], people: readonly Person[]): Outcome<Person[]> {
  const found = new Map<string, Person>()
  for (const words of wanted) {
    const one = annotatorNamed(words, people)
    if (!one.ok) return one
    found.set(one.value.id, one.value)
  }
  return ok([...found.values()])
}

export function annotatorNamed(words: string, people: readonly Person[]): Outcome<Person> {
  const plain = plainLabel(words)
  const [found] = [
    people.filter(({ id }) => id === words),
    people.filter(({ name }) => name === words),
    people.filter(({ name }) => plain !== '' && plainLabel(name) === plain),
  ].filter(({ length }) => length > 0)
  const [one] = found ?? []
  if (!found || !one) return refuse('missing', `No annotator here is called “${words}”. ${thereAre(people)}`)
  const ids = new Set(found.map(({ id }) => id))
  return ids.size === 1
    ? ok(one)
    : refuse(
        'invalid',
        `Several annotators are called “${words}”. Name the one that is meant by its id: ${[...ids].join(', ')}.`,
      )
}

function thereAre(people: readonly Person[]): string {
  const names = [...new Set(people.map(({ name }) => name))]
  const [last, ...others] = names.toReversed()
  if (last === undefined) return 'Nobody has annotated anything.'
  return others.length === 0
    ? `There is ${last}.`
    : `There are ${others.toReversed().join(', ')} and ${last}.`
}
