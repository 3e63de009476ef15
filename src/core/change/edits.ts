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

const editOf = (author: Author, name: string, changes: Change[]): Edit => ({
  id: author.newId('edit'),
  name,
  author: author.person.id,
  at: author.now(),
  changes,
})

/** The set of `person` in this document, if they have begun one. */
export const setOf = (state: DocumentState, person: Person): AnnotationSet | undefined =>
  [...state.sets.values()].find(({ annotator }) => annotator.id === person.id)

/** Tags one span, whose ranges are in order and do not touch. The annotator's first tag begins their set. */
export function tagSpan(
  state: DocumentState,
  author: Author,
  tag: Tag,
  ranges: readonly Interval[],
): { readonly edit: Edit; readonly annotation: Annotation } {
  const at = author.now()
  const mine = setOf(state, author.person)
  const set = mine ?? {
    id: author.newId('set'),
    annotator: author.person,
    codebook: author.codebook.id,
    created: at,
  }
  const annotation: Annotation = {
    id: author.newId('ann'),
    set: set.id,
    tag: tag.id,
    span: describeSpan(state.text, ranges),
    note: '',
    attributes: {},
    codebook: author.codebook.version,
    created: at,
    modified: at,
  }
  const changes: Change[] = [{ of: 'annotation', kind: 'add', record: annotation }]
  if (!mine) changes.unshift({ of: 'set', kind: 'add', record: set })
  return { edit: editOf(author, `Tag as ${tag.name.toLowerCase()}`, changes), annotation }
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

/** Removes an annotation with the links that end at it, so that undoing brings all of them back. */
export function untag(state: DocumentState, author: Author, annotation: Annotation, tagName: string): Edit {
  const links = [...state.links.values()].filter(
    ({ from, to }) => from === annotation.id || to === annotation.id,
  )
  return editOf(author, `Remove ${tagName.toLowerCase()}`, [
    ...links.map((record): Change => ({ of: 'link', kind: 'remove', record })),
    { of: 'annotation', kind: 'remove', record: annotation },
  ])
}

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

const replaced = (from: Annotation, to: Annotation): Change => ({
  of: 'annotation',
  kind: 'replace',
  from,
  to,
})
