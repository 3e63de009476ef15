import { type Outcome, ok, refuse } from '../../../base/outcome'
import type { Person } from '../../../core/annotation/set'
import type {
  IncomingAnnotation,
  IncomingComment,
  IncomingDocument,
  IncomingLink,
  IncomingSets,
} from '../incoming'
import type { Problems } from '../problems'
import { codebookOf, codesIn, remarksOnCodes } from './qdpx-codes'
import { type Own, described } from './qdpx-own'
import { type Noted, datesOf, notedOf, notesIn } from './qdpx-notes'
import {
  type ProjectNote,
  type ProjectParts,
  descriptionOf,
  guidIn,
  noteRefsIn,
  plainTextOf,
  present,
} from './qdpx-parts'
import { type SourceAnnotation, annotationsIn, units } from './qdpx-source'
import { type XmlElement, childCalled, childrenCalled, descendantsCalled, parseXml } from './qdpx-xml'
import type { SetFile } from '../set-file'
import { sound } from '../sound'

/** `project.qde` with the files of its sources. */
export interface ProjectFiles {
  /** What its places begin with: `project.qde`, with its archive where there are several. */
  readonly name: string
  readonly project: SetFile
  /** By their names in lower case. */
  readonly sources: ReadonlyMap<string, SetFile>
}

/** Reads one project; what is wrong with a record goes to `problems`, what a person should know to `remarks`. */
export function readProject(
  { name, project, sources }: ProjectFiles,
  problems: Problems,
  remarks: string[],
): Outcome<Pick<IncomingSets, 'documents' | 'codebook'>> {
  const text = project.text
  if (!text.ok) return text
  const parsed = parseXml(text.value, `“${name}”`)
  if (!parsed.ok) return parsed
  const root = parsed.value
  if (root.name !== 'Project') return refuse('invalid', `“${name}” is no REFI-QDA project.`)
  const codes = codesIn(root)
  remarks.push(...remarksOnCodes(codes))
  const at = ({ place }: XmlElement): string => `${name} ${place}`
  const parts: ProjectParts = {
    people: peopleIn(root),
    codes: new Map(codes.map(({ guid, name: label }) => [guid, label])),
    notes: notesIn(root, at),
    files: sources,
    problems,
    remarks,
    at,
  }
  const reading = new Reading(parts)
  const documents = reading.documents(root)
  remarks.push(...passedOver(root, parts))
  const codebook = codebookOf(root, codes)
  return ok({ documents, ...(codebook ? { codebook } : {}) })
}

/** Users by GUID, under the id that they have in the file where they have one of their own. */
function peopleIn(root: XmlElement): Map<string, Person> {
  const people = new Map<string, Person>()
  const taken = new Set<string>()
  for (const user of childrenCalled(childCalled(root, 'Users'), 'User')) {
    const guid = guidIn(user, 'guid')
    if (guid === undefined || people.has(guid)) continue
    const wanted = user.attributes.get('id')?.trim() || guid
    const id = taken.has(wanted) ? guid : wanted
    taken.add(id)
    people.set(guid, { id, name: (user.attributes.get('name')?.trim() || id).slice(0, 200).toWellFormed() })
  }
  return people
}

/** A document while links and comments are added to it. */
interface DraftDocument extends Omit<IncomingDocument, 'annotators'> {
  readonly links: IncomingLink[]
  readonly comments: IncomingComment[]
}

/** One run through the sources and the links of a project. */
class Reading {
  readonly #parts: ProjectParts
  /** By the GUIDs of selections and codings. */
  readonly #ends = new Map<string, { readonly document: DraftDocument; readonly id: string }>()
  /** What links say, by the GUIDs of the notes that say it: some programs keep those and drop the links. */
  readonly #linkNotes = new Map<string, { own: Own<'link'>; note: ProjectNote; document: DraftDocument }>()
  #undirected = 0

  constructor(parts: ProjectParts) {
    this.#parts = parts
  }

  documents(root: XmlElement): IncomingDocument[] {
    const sources = childCalled(root, 'Sources')?.children ?? []
    const drafts = sources.flatMap((source) => this.#source(source) ?? [])
    for (const link of childrenCalled(childCalled(root, 'Links'), 'Link')) this.#link(link)
    for (const { own, note, document } of this.#linkNotes.values())
      document.links.push({ ...own, place: note.place, ...this.#made(note) })
    if (this.#undirected > 0)
      this.#parts.remarks.push(
        `${counted(this.#undirected, 'link')} ${this.#undirected === 1 ? 'has' : 'have'} no direction in the file: what is read goes from origin to target.`,
      )
    return drafts.map((draft) =>
      sound({ ...draft, annotators: this.#annotatorsOf(draft) }, this.#parts.problems),
    )
  }

  #source(source: XmlElement): DraftDocument | undefined {
    const { problems, remarks, files, at } = this.#parts
    const name = source.attributes.get('name')?.trim() ?? ''
    const called = name === '' ? 'A source without a name' : `“${name}”`
    if (source.name !== 'TextSource') {
      const codings = descendantsCalled(source, 'Coding').length
      const kind = KINDS.get(source.name) ?? 'not a text'
      remarks.push(`${called} is ${kind} and was passed over, with ${counted(codings, 'coding')}.`)
      return undefined
    }
    const text = plainTextOf(source, files)
    if (!text.ok) {
      problems.add(at(source), `${called} was passed over. ${text.refusal.message}`)
      return undefined
    }
    const { annotations, ends } = annotationsIn(source, name, text.value, this.#parts)
    const noted = annotations.map((annotation) => notedOf(annotation, this.#parts))
    const own = described('article', descriptionOf(source))
    const document: DraftDocument = {
      place: at(source),
      ...own,
      name,
      text: text.value,
      units,
      ids: 'kept',
      annotations: annotations.map((annotation, k) => this.#annotation(annotation, noted[k]!)),
      links: [],
      comments: noted.flatMap(({ comments }) => comments),
    }
    for (const { links } of noted)
      for (const [guid, link] of links) this.#linkNotes.set(guid, { ...link, document })
    for (const [guid, id] of ends) if (!this.#ends.has(guid)) this.#ends.set(guid, { document, id })
    return document
  }

  #annotation(annotation: SourceAnnotation, { words, attributes }: Noted): IncomingAnnotation {
    const { id, place, tag, annotator, created, modified, codebook, pieces } = annotation
    return {
      id,
      place,
      tag,
      pieces: pieces.toSorted((a, b) => a.start! - b.start!),
      ...present({ annotator: this.#personId(annotator), created, modified, codebook, attributes }),
      ...(words === '' ? {} : { note: words }),
    }
  }

  #link(link: XmlElement): void {
    const { problems, at } = this.#parts
    const [from, to] = ['originGUID', 'targetGUID'].map((end) => this.#ends.get(guidIn(link, end) ?? ''))
    const type = link.attributes.get('name')?.trim() || 'linked'
    if (!from || !to) return problems.add(at(link), `“${type}” links something that is no coded selection.`)
    const { document } = from
    if (document !== to.document) return problems.add(at(link), `“${type}” links two documents.`)
    const refs = noteRefsIn(link)
    const guid = refs.find((ref) => this.#linkNotes.get(ref)?.document === document)
    const ours = guid === undefined ? undefined : this.#linkNotes.get(guid)
    if (guid !== undefined) this.#linkNotes.delete(guid)
    const id = ours?.own.id ?? guidIn(link, 'guid') ?? `link-${document.links.length + 1}`
    const { words, comments } = notedOf({ id, notes: refs }, this.#parts)
    if (link.attributes.get('direction') !== 'OneWay') this.#undirected++
    document.comments.push(...comments)
    document.links.push({
      id,
      place: at(link),
      type,
      from: from.id,
      to: to.id,
      ...(ours ? this.#made(ours.note) : {}),
      ...(words === '' ? {} : { note: words }),
    })
  }

  #made(note: ProjectNote) {
    return present({ annotator: this.#personId(note.author), ...datesOf(note) })
  }

  /** One who is not among the users is named by the GUID, and found to be unknown. */
  #personId(guid: string | undefined): string | undefined {
    return guid === undefined ? undefined : (this.#parts.people.get(guid)?.id ?? guid)
  }

  #annotatorsOf({ annotations, links }: DraftDocument): Person[] {
    const used = new Set([...annotations, ...links].map(({ annotator }) => annotator))
    return [...this.#parts.people.values()].filter(({ id }) => used.has(id))
  }
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['PDFSource', 'a PDF'],
  ['PictureSource', 'a picture'],
  ['AudioSource', 'a recording'],
  ['VideoSource', 'a video'],
])

/** What of a project has no place in annotation sets, as remarks. */
function passedOver(root: XmlElement, { notes }: ProjectParts): string[] {
  const lists = [
    ['Variables', 'Variable', 'variable'],
    ['Cases', 'Case', 'case'],
    ['Sets', 'Set', 'set'],
    ['Graphs', 'Graph', 'graph'],
  ] as const
  const counts = lists
    .map(([list, item, name]) => ({ name, count: childrenCalled(childCalled(root, list), item).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => counted(count, name))
  const unread = [...notes.values()].filter(({ used }) => !used).length
  const coded = [...notes.values()].filter(({ element }) => childCalled(element, 'PlainTextSelection')).length
  return [
    ...(counts.length > 0 ? [`What else the project holds was passed over: ${counts.join(', ')}.`] : []),
    ...(unread > 0
      ? [`${counted(unread, 'note')} on no annotation and no link ${were(unread)} passed over.`]
      : []),
    ...(coded > 0 ? [`The codings in ${counted(coded, 'note')} were passed over.`] : []),
  ]
}

const were = (count: number): string => (count === 1 ? 'was' : 'were')

const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`
