import type { Interval } from '../../base/intervals'
import type { NewId } from '../../base/id'
import type { Annotation } from '../annotation/annotation'
import type { AnnotationSet, Person } from '../annotation/set'
import { describeSpan } from '../annotation/span'
import type { Codebook, Tag } from '../codebook/codebook'
import type { Change, Edit } from './change'
import { invertAll } from './invert'
import type { DocumentState } from './state'

/** Who edits, when, and under which codebook; time and ids are given so that edits can be tested exactly. */
export interface Author {
  readonly person: Person
  readonly codebook: Codebook
  readonly now: () => string
  readonly newId: NewId
}

/** An edit of these changes by `author`, now. */
export const editOf = (author: Author, name: string, changes: readonly Change[]): Edit => ({
  id: author.newId('edit'),
  name,
  author: author.person.id,
  at: author.now(),
  changes: [...changes],
})

/** The set of `person` in this document, if they have begun one. */
export const setOf = (state: DocumentState, person: Person): AnnotationSet | undefined =>
  [...state.sets.values()].find(({ annotator }) => annotator.id === person.id)

/** The set of whoever edits, with the change that begins it when there is none yet. */
export function ownSet(
  state: DocumentState,
  author: Author,
): { readonly set: AnnotationSet; readonly begun: readonly Change[] } {
  const mine = setOf(state, author.person)
  if (mine) return { set: mine, begun: [] }
  const set = {
    id: author.newId('set'),
    annotator: author.person,
    codebook: author.codebook.id,
    created: author.now(),
  }
  return { set, begun: [{ of: 'set', kind: 'add', record: set }] }
}

/** An annotation that begins now. `ranges` are in order and do not touch. */
export function newAnnotation(
  text: string,
  author: Author,
  {
    set,
    tag,
    ranges,
    attributes,
  }: Pick<Annotation, 'set' | 'tag' | 'attributes'> & {
    readonly ranges: readonly Interval[]
  },
): Annotation {
  const at = author.now()
  return {
    id: author.newId('ann'),
    set,
    tag,
    span: describeSpan(text, ranges),
    note: '',
    attributes,
    codebook: author.codebook.version,
    created: at,
    modified: at,
  }
}

/**
 * Tags one span, whose ranges are in order and do not touch, and says of it what `attributes` say. The annotator's
 * first tag begins their set.
 */
export function tagSpan(
  state: DocumentState,
  author: Author,
  tag: Tag,
  ranges: readonly Interval[],
  attributes: Annotation['attributes'] = {},
): { readonly edit: Edit; readonly annotation: Annotation } {
  const { set, begun } = ownSet(state, author)
  const annotation = newAnnotation(state.text, author, { set: set.id, tag: tag.id, ranges, attributes })
  const name = `Tag as ${tag.name.toLowerCase()}`
  return { edit: editOf(author, name, [...begun, added(annotation)]), annotation }
}

/** Gives an annotation another tag; its id, note and links stay. */
export function retag(author: Author, annotation: Annotation, tag: Tag): Edit {
  const to = { ...annotation, tag: tag.id, codebook: author.codebook.version, modified: author.now() }
  return editOf(author, `Change to ${tag.name.toLowerCase()}`, [replaced(annotation, to)])
}

/** Writes the note of an annotation; an empty one takes it away. */
export function annotate(author: Author, annotation: Annotation, note: string): Edit {
  const name = note === '' ? 'Remove note' : annotation.note === '' ? 'Add note' : 'Change note'
  return editOf(author, name, [replaced(annotation, { ...annotation, note, modified: author.now() })])
}

/** Removes an annotation with its links and all comments, so that undoing brings all of them back. */
export const untag = (state: DocumentState, author: Author, annotation: Annotation, tagName: string): Edit =>
  editOf(author, `Remove ${tagName.toLowerCase()}`, [
    ...removalOfWhatHangsOn(state, new Set([annotation.id])),
    removed(annotation),
  ])

/** What must be removed before these annotations can be: their links, the comments on them and on those links. */
export function removalOfWhatHangsOn(state: DocumentState, ids: ReadonlySet<string>): Change[] {
  const links = [...state.links.values()].filter(({ from, to }) => ids.has(from) || ids.has(to))
  const gone = new Set([...ids, ...links.map(({ id }) => id)])
  return [
    ...removalOfComments(state, gone),
    ...links.map((record): Change => ({ of: 'link', kind: 'remove', record })),
  ]
}

/** What takes the comments on these annotations and links away. */
export const removalOfComments = ({ comments }: DocumentState, on: ReadonlySet<string>): Change[] =>
  [...comments.values()]
    .filter((comment) => on.has(comment.on))
    .map((record) => ({ of: 'comment', kind: 'remove', record }))

/** The edit that takes `edit` back. It keeps the name of what it undoes: “Undo Tag as claim”. */
export const undoEdit = (author: Author, edit: Edit): Edit => ({
  ...editOf(author, edit.name, invertAll(edit.changes)),
  undoes: edit.id,
})

/** The edit that does `edit` again after it was undone. */
export const redoEdit = (author: Author, edit: Edit): Edit => ({
  ...editOf(author, edit.name, edit.changes),
  redoes: edit.id,
})

export const added = (record: Annotation): Change => ({ of: 'annotation', kind: 'add', record })

export const removed = (record: Annotation): Change => ({ of: 'annotation', kind: 'remove', record })

export const replaced = (from: Annotation, to: Annotation): Change => ({
  of: 'annotation',
  kind: 'replace',
  from,
  to,
})
