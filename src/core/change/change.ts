import { z } from 'zod'
import { id } from '../../base/id'
import { annotation } from '../annotation/annotation'
import { comment } from '../annotation/comment'
import { link } from '../annotation/link'
import { annotationSet } from '../annotation/set'
import { passage } from './passage'
import { offset } from '../document/text'
import { answer } from '../review/answer'
import { verdict } from '../review/verdict'

/** What can happen to one kind of record. A change carries both sides, so that its inverse needs no state. */
function changesOf<N extends string, R extends z.ZodType>(of: N, record: R) {
  return z.discriminatedUnion('kind', [
    z.object({ of: z.literal(of), kind: z.literal('add'), record }),
    z.object({ of: z.literal(of), kind: z.literal('remove'), record }),
    z.object({ of: z.literal(of), kind: z.literal('replace'), from: record, to: record }),
  ])
}

/**
 * A correction of the text: the words at `start` give way to others. Annotations before and after it come along by
 * themselves; one that holds some of these words, or has the place inside it, must be removed before and added again
 * after, in the same edit, so that an edit can be inverted without knowing how words were carried over.
 */
export const textChange = z.object({
  of: z.literal('text'),
  kind: z.literal('replace'),
  /** Offset in the text before the change. */
  start: offset,
  from: passage,
  to: passage,
})
export type TextChange = z.infer<typeof textChange>

/** Everything that can happen to a document. */
export const change = z.discriminatedUnion('of', [
  changesOf('set', annotationSet),
  changesOf('annotation', annotation),
  changesOf('link', link),
  changesOf('comment', comment),
  changesOf('verdict', verdict),
  changesOf('answer', answer),
  textChange,
])
export type Change = z.infer<typeof change>

/** When a version of a record came about, ISO 8601 in UTC to the millisecond, so that clocks compare as text. */
const clock = z.iso.datetime({ precision: 3 })

function stampOf<N extends string, R extends z.ZodType>(of: N, record: R) {
  return z.object({
    of: z.literal(of),
    id,
    /** When it was last made or changed. */
    at: clock,
    /** When it was last removed; it is removed unless `at` is later. */
    gone: clock.optional(),
    /** The clocks of the versions that gave way to these. */
    past: z.array(clock),
    /** Its last version, where the document does not hold it. */
    record: record.optional(),
  })
}

/** Which version of a record is known, with those before it, so that versions of several people can be told apart. */
export const stamp = z.discriminatedUnion('of', [
  stampOf('set', annotationSet),
  stampOf('annotation', annotation),
  stampOf('link', link),
  stampOf('comment', comment),
  stampOf('verdict', verdict),
  stampOf('answer', answer),
])
export type Stamp = z.infer<typeof stamp>

/**
 * A named, authored, dated group of changes: what a person did, and what undo takes back. An edit that undoes or
 * redoes another one is an ordinary edit that says so.
 */
export const edit = z.object({
  id,
  /** As it follows “Undo”: “Tag as claim”. */
  name: z.string().min(1).max(200),
  /** Id of the person. */
  author: id,
  at: z.iso.datetime(),
  changes: z.array(change).min(1),
  undoes: id.optional(),
  redoes: id.optional(),
  /** Of an edit that merges: which versions of records are known by it, in the place of its own time. */
  stamps: z.array(stamp).optional(),
})
export type Edit = z.infer<typeof edit>
