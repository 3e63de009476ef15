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
})
export type Edit = z.infer<typeof edit>
