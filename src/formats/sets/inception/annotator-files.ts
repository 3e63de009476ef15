import type { Annotation } from '../../../core/annotation/annotation'
import type { Link } from '../../../core/annotation/link'
import { type Person, person } from '../../../core/annotation/set'
import type { Unit } from '../../../core/document/offsets'
import type { Article } from '../../../core/document/article'
import type { AnnotatedDocument } from '../codec'
import type { IncomingAnnotation, IncomingDocument, IncomingLink } from '../incoming'
import { inOrder } from '../order'
import type { Problems } from '../problems'
import { sound } from '../sound'

/** The name of the file of a document as it is before anybody has annotated it, as INCEpTION has it. */
const NOBODY = 'INITIAL_CAS'

/** One annotator's work on one document, for formats that hold it in a file: `<document>/<annotator>`. */
export interface AnnotatorFile {
  /** Without its extension; both names hold letters, digits, `-`, `_` and `.` only. */
  readonly path: string
  readonly article: Article
  /** Absent when the document has no set. */
  readonly annotator?: Person
  readonly annotations: readonly Annotation[]
  readonly links: readonly Link[]
  /** Annotations of others at which links of this annotator end, by the name of the file that they are of. */
  readonly borrowed: ReadonlyMap<Annotation, string>
}

/** The files of an export, in its order; the records in theirs. */
export function annotatorFilesOf(documents: readonly AnnotatedDocument[]): AnnotatorFile[] {
  const folders = new SafeNames('document')
  const names = new SafeNames('annotator')
  const nameOf = new Map<string, string>()
  const fileOf = ({ id, name }: Person): string => {
    const known = nameOf.get(id) ?? names.next(name)
    nameOf.set(id, known)
    return known
  }
  return documents.flatMap(({ article, records }) => {
    const { sets, annotations, links } = inOrder(records)
    const folder = folders.next(article.title)
    const owner = new Map(sets.map(({ id, annotator }) => [id, annotator]))
    const ownerOf = ({ set }: Annotation | Link): Person => owner.get(set) ?? { id: set, name: set }
    const people = new Map(
      [...owner.values(), ...[...annotations, ...links].map(ownerOf)].map((one) => [one.id, one]),
    )
    if (people.size === 0)
      return [{ path: `${folder}/${NOBODY}`, article, annotations, links, borrowed: new Map() }]
    const byId = new Map(annotations.map((one) => [one.id, one]))
    const own = groupedBy(annotations, (one) => ownerOf(one).id)
    const ownLinks = groupedBy(links, (one) => ownerOf(one).id)
    return [...people.values()].map((annotator): AnnotatorFile => {
      const mine = ownLinks.get(annotator.id) ?? []
      const ends = mine.flatMap(({ from, to }) => [byId.get(from), byId.get(to)])
      const borrowed = new Map<Annotation, string>()
      for (const end of ends)
        if (end && ownerOf(end).id !== annotator.id) borrowed.set(end, fileOf(ownerOf(end)))
      return {
        path: `${folder}/${fileOf(annotator)}`,
        article,
        annotator,
        annotations: own.get(annotator.id) ?? [],
        links: mine,
        borrowed,
      }
    })
  })
}

/** Names of files that every system can hold, each once whatever the case. */
class SafeNames {
  readonly #taken = new Set<string>()
  readonly #otherwise: string

  constructor(otherwise: string) {
    this.#otherwise = otherwise
  }

  next(name: string): string {
    const plain = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '_')
    const trimmed = plain.match(/^[._]*(.{0,60})/u)![1]!.replace(/[._]+$/, '') || this.#otherwise
    const safe = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(trimmed) ? `_${trimmed}` : trimmed
    let next = safe
    for (let k = 2; this.#taken.has(next.toLowerCase()); k++) next = `${safe}-${k}`
    this.#taken.add(next.toLowerCase())
    return next
  }
}

export interface ReadAnnotation extends IncomingAnnotation {
  /** The name of the file of which it is, when it is here only because a link ends at it. */
  readonly of?: string
}

/** What one file says; ids mean something only within it. */
export interface ReadFile {
  /** With its folders. */
  readonly name: string
  /** Id of its document, and its title, where the file says them. */
  readonly id?: string
  readonly title?: string
  readonly annotator?: Person
  /** Its text, as far as it is known exactly. */
  readonly text?: string
  /** Its text as far as it is known at all, by which two files are known to be of one document. */
  readonly like: string
  readonly units: readonly Unit[]
  readonly annotations: readonly ReadAnnotation[]
  readonly links: readonly IncomingLink[]
}

/**
 * The documents of these files. Files of one folder that have one text are annotators' files of one document, named as
 * the folder is; files of one folder that differ in their texts are documents.
 */
export function documentsOf(
  files: readonly ReadFile[],
  ids: IncomingDocument['ids'],
  problems: Problems,
): IncomingDocument[] {
  const texts = new Map<string, Set<string>>()
  for (const { name, like } of files)
    texts.set(folderOf(name), (texts.get(folderOf(name)) ?? new Set()).add(like))
  const isAnnotators = ({ name }: ReadFile): boolean =>
    folderOf(name) !== '' && texts.get(folderOf(name))!.size === 1
  const documents = groupedBy(files, (file) =>
    file.id !== undefined
      ? `id\n${file.id}\n${file.like}`
      : isAnnotators(file)
        ? `folder\n${folderOf(file.name)}`
        : `file\n${file.name}`,
  )
  return [...documents.values()].map((group) => {
    const named = isAnnotators(group[0]!)
      ? group.map((file) => {
          const stem = stemOf(file.name)
          return file.annotator || stem === NOBODY ? file : { ...file, annotator: { id: stem, name: stem } }
        })
      : group
    return sound(documentOf(named, ids, isAnnotators(group[0]!)), problems)
  })
}

function documentOf(
  files: readonly ReadFile[],
  ids: IncomingDocument['ids'],
  isFolder: boolean,
): IncomingDocument {
  const first = files[0]!
  const people = new Map<string, Person>()
  for (const { annotator } of files) if (isPerson(annotator)) people.set(annotator.id, annotator)
  const idOf = namer(ids, files.length > 1)
  const annotations: IncomingAnnotation[] = []
  const take = (file: ReadFile, read: ReadAnnotation, annotator?: Person): string => {
    const { of: _, ...annotation } = read
    const id = idOf(file, annotation.id)
    annotations.push({ ...annotation, id, ...(isPerson(annotator) ? { annotator: annotator.id } : {}) })
    return id
  }
  const given = new Map(files.map((file) => [file, new Map<string, string>()]))
  const theirs = new Map<string, string[]>()
  const isAnyBorrowed = files.some((file) => file.annotations.some(({ of }) => of !== undefined))
  for (const file of files)
    for (const annotation of file.annotations.filter(({ of }) => of === undefined)) {
      const id = take(file, annotation, file.annotator)
      given.get(file)!.set(annotation.id, id)
      for (const key of isAnyBorrowed ? likenesses(stemOf(file.name), annotation, ids) : [])
        if (theirs.has(key)) theirs.get(key)!.push(id)
        else theirs.set(key, [id])
    }
  for (const file of files) {
    const met = new Map<string, number>()
    for (const annotation of file.annotations) {
      if (annotation.of === undefined) continue
      const key = likenesses(annotation.of, annotation, ids).find((one) => theirs.has(one)) ?? ''
      // Of several that are alike in all, the first stands for the first.
      const there = theirs.get(key)?.[met.get(key) ?? 0]
      met.set(key, (met.get(key) ?? 0) + 1)
      const owner = people.get(annotation.of) ?? { id: annotation.of, name: annotation.of }
      if (there === undefined && isPerson(owner)) people.set(owner.id, owner)
      given.get(file)!.set(annotation.id, there ?? take(file, annotation, owner))
    }
  }
  const links = files.flatMap((file) =>
    file.links.map((link) => ({
      ...link,
      id: idOf(file, link.id),
      from: given.get(file)!.get(link.from) ?? link.from,
      to: given.get(file)!.get(link.to) ?? link.to,
      ...(isPerson(file.annotator) ? { annotator: file.annotator.id } : {}),
    })),
  )
  const text = files.find((file) => file.text !== undefined)?.text
  return {
    place: isFolder ? folderOf(first.name) : first.name,
    ...(first.id === undefined ? {} : { id: first.id }),
    name: first.title || (isFolder ? folderOf(first.name).split('/').at(-1)! : stemOf(first.name)),
    ...(text === undefined ? {} : { text }),
    units: first.units,
    ids,
    annotators: [...people.values()],
    annotations,
    links,
    comments: [],
  }
}

const isPerson = (one: Person | undefined): one is Person => person.safeParse(one).success

/** Gives records their ids: numbers, or those of their files, told apart where two files use the same. */
function namer(ids: IncomingDocument['ids'], several: boolean): (file: ReadFile, id: string) => string {
  const owner = new Map<string, ReadFile>()
  let last = 0
  return (file, id) => {
    if (ids === 'made-up') return String(++last)
    // An id that one file uses twice stays, and is a problem; two files know nothing of each other.
    const other = several && owner.has(id) && owner.get(id) !== file
    if (other) return `${stemOf(file.name)}/${id}`
    owner.set(id, file)
    return id
  }
}

/** By what an annotation of this file is known again in another file: its id, where it has one, or all else. */
function likenesses(
  stem: string,
  { id, tag, pieces, note = '', attributes = {} }: IncomingAnnotation,
  ids: IncomingDocument['ids'],
): string[] {
  const places = pieces.map(({ start, end }) => [start, end])
  const alike = JSON.stringify([stem, tag, places, note, Object.entries(attributes)])
  return ids === 'kept' ? [JSON.stringify([stem, id]), alike] : [alike]
}

const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')))

const stemOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]*$/, '')

function groupedBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
