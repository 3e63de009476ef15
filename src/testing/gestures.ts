import * as fc from 'fast-check'
import type { Change, Edit } from '../core/change/change'
import { type Author, annotate, retag, tagSpan, untag } from '../core/change/edits'
import type { DocumentState } from '../core/change/state'
import { linkOf } from './records'

/** What a person might do next, before it is known what there is to do it to. */
export interface Gesture {
  readonly kind: 'tag' | 'retag' | 'annotate' | 'untag' | 'link' | 'unlink'
  readonly numbers: readonly [number, number, number]
}

export const anyGesture: fc.Arbitrary<Gesture> = fc.record({
  kind: fc.constantFrom('tag', 'tag', 'retag', 'annotate', 'untag', 'link', 'unlink'),
  numbers: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
})

/** The edit that a gesture makes of a state; undefined when there is nothing to do it to. */
export function editBy(author: Author, state: DocumentState, { kind, numbers }: Gesture): Edit | undefined {
  const [first, second, third] = numbers
  const annotations = [...state.annotations.values()]
  const one = pick(annotations, first)
  const other = pick(annotations, second)
  const tag = pick(author.codebook.tags, third)!
  switch (kind) {
    case 'tag': {
      const start = first % state.text.length
      const end = start + 1 + (second % (state.text.length - start))
      return tagSpan(state, author, tag, [{ start, end }]).edit
    }
    case 'retag':
      return one && retag(author, one, tag)
    case 'annotate':
      return one && annotate(author, one, `note ${third % 3}`)
    case 'untag':
      return one && untag(state, author, one, tag.name)
    case 'link':
      if (!one || !other || one === other) return undefined
      return editOf(author, 'Link', [
        {
          of: 'link',
          kind: 'add',
          record: linkOf(author.newId('link'), 'same-as', one.id, other.id, { set: one.set }),
        },
      ])
    case 'unlink': {
      const record = pick([...state.links.values()], first)
      return record && editOf(author, 'Unlink', [{ of: 'link', kind: 'remove', record }])
    }
    default:
      return kind satisfies never
  }
}

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length]

const editOf = (author: Author, name: string, changes: Change[]): Edit => ({
  id: author.newId('edit'),
  name,
  author: author.person.id,
  at: author.now(),
  changes,
})
