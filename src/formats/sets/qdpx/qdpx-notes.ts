import type { AttributeValue } from '../../../core/codebook/attribute'
import type { IncomingComment } from '../incoming'
import { type Own, described } from './qdpx-own'
import {
  type ProjectNote,
  type ProjectParts,
  descriptionOf,
  guidIn,
  momentIn,
  plainTextOf,
  present,
} from './qdpx-parts'
import { writable } from '../xml'
import { type XmlElement, childCalled, childrenCalled } from './qdpx-xml'

/** What the notes on an annotation or a link say. */
export interface Noted {
  readonly words: string
  readonly attributes: Readonly<Record<string, AttributeValue>> | undefined
  readonly comments: readonly IncomingComment[]
  /** Notes of ours that say what a link says, by their GUIDs. */
  readonly links: ReadonlyMap<string, { readonly own: Own<'link'>; readonly note: ProjectNote }>
}

/** An annotation or a link that notes are on. */
export interface NotedRecord {
  readonly id: string
  /** GUID of whose it is. */
  readonly annotator?: string | undefined
  /** What is said of it elsewhere than in notes. */
  readonly words?: string
  readonly notes: Iterable<string>
}

export function notesIn(root: XmlElement, at: ProjectParts['at']): Map<string, ProjectNote> {
  const notes = new Map<string, ProjectNote>()
  for (const element of childrenCalled(childCalled(root, 'Notes'), 'Note')) {
    const guid = guidIn(element, 'guid')
    if (guid === undefined || notes.has(guid)) continue
    notes.set(guid, {
      element,
      place: at(element),
      author: guidIn(element, 'creatingUser'),
      description: descriptionOf(element),
      used: false,
    })
  }
  return notes
}

/**
 * What is noted of a record. A note by somebody else than the annotator is taken as a comment, one by the annotator, or
 * by nobody, as the note; several are one after the other.
 */
export function notedOf({ id, annotator, words = '', notes }: NotedRecord, parts: ProjectParts): Noted {
  const said = words === '' ? [] : [words]
  const comments: IncomingComment[] = []
  const links = new Map<string, { own: Own<'link'>; note: ProjectNote }>()
  let attributes: Noted['attributes']
  for (const guid of notes) {
    const note = parts.notes.get(guid)
    if (!note) continue
    const { description } = note
    const link = described('link', description)
    const given = described('attributes', description)
    if (link) links.set(guid, { own: link, note })
    else if (given) attributes ??= given.values
    else if (!described('pieces', description) && !(note.used && described('comment', description))) {
      const comment = commentIn(note, guid, id, annotator, parts)
      if (comment) comments.push(comment)
      else said.push(...wordsOf(note, described('note', description)?.words, parts))
    }
    note.used = true
  }
  return { words: said.join('\n\n'), attributes, comments, links }
}

function commentIn(
  note: ProjectNote,
  guid: string,
  on: string,
  annotator: string | undefined,
  parts: ProjectParts,
): IncomingComment | undefined {
  const own = described('comment', note.description)
  const author = note.author === undefined ? undefined : parts.people.get(note.author)
  const isForeign = author !== undefined && annotator !== undefined && note.author !== annotator
  if (!own && (!isForeign || described('note', note.description))) return undefined
  const [words] = wordsOf(note, own?.words, parts)
  if (words === undefined) return undefined
  return {
    place: note.place,
    // One note may be on several things, and a comment is on one.
    id: own?.id ?? (note.used ? `${guid} on ${on}` : guid),
    on: own?.on ?? on,
    words,
    ...present({ author, ...datesOf(note) }),
  }
}

export const datesOf = ({ element }: ProjectNote) => ({
  created: momentIn(element, 'creationDateTime'),
  modified: momentIn(element, 'modifiedDateTime'),
})

/** The words of a note, or nothing; `own` are those that XML could not hold, while nobody has changed what it could. */
function wordsOf(note: ProjectNote, own: string | undefined, { files, problems }: ProjectParts): string[] {
  const text = plainTextOf(note.element, files)
  if (!text.ok) {
    if (!note.used) problems.add(note.place, `A note was passed over. ${text.refusal.message}`)
    return []
  }
  const words = own !== undefined && writable(own) === text.value ? own : text.value
  return words.trim() === '' ? [] : [words]
}
