import type { Annotation } from '../../../core/annotation/annotation'
import type { Link } from '../../../core/annotation/link'
import type { Person } from '../../../core/annotation/set'
import { type CodePoints, codePoints } from '../../../core/document/offsets'
import type { Forms } from './brat-forms'
import { NOTES, escapeNote, fragmentsOf, isTold, jsonLine } from './brat-lines'
import type { AnnotatedDocument } from '../codec'
import { inOrder } from '../order'
import { SafeNames } from '../safe-names'

export interface Folder {
  readonly folder: string
  /** The name of the annotator. */
  readonly name: string
}

/** The folder of each annotator by their id; none when there is only one. */
export function foldersOf(documents: readonly AnnotatedDocument[]): ReadonlyMap<string, Folder> {
  const people = new Map<string, Person>()
  for (const { records } of documents)
    for (const { annotator } of records.sets)
      if (!people.has(annotator.id)) people.set(annotator.id, annotator)
  if (people.size < 2) return new Map()
  const names = new SafeNames()
  return new Map(
    [...people.values()].map(({ id, name }) => [id, { folder: names.safe(name, 'annotator'), name }]),
  )
}

export interface AnnFile {
  readonly folder: string | undefined
  readonly lines: readonly string[]
}

/** The .ann files of a document, one for each of its annotators. Ids are told apart across all of them. */
export function annFiles(
  { article: { text }, records }: AnnotatedDocument,
  forms: Forms,
  folders: ReadonlyMap<string, Folder>,
): AnnFile[] {
  const { sets, annotations, links } = inOrder(records)
  const folderOf = new Map(sets.map(({ id, annotator }) => [id, folders.get(annotator.id)?.folder]))
  const used = sets.length === 0 ? [undefined] : [...new Set(folderOf.values())]
  const home = (set: string) => (used.includes(folderOf.get(set)) ? folderOf.get(set) : used[0])
  const kept = annotations.filter(({ span }) => fragmentsOf(text, span).length > 0)
  const inFolders = used.flatMap((folder) => kept.filter(({ set }) => home(set) === folder))
  const ids = new Map(inFolders.map(({ id }, k) => [id, `T${k + 1}`]))
  const byId = new Map(kept.map((annotation) => [annotation.id, annotation]))
  const points = codePoints(text)
  let lastLink = 0
  return used.map((folder) => {
    const lines = new AnnLines(text, points, forms, ids)
    for (const annotation of kept) if (home(annotation.set) === folder) lines.addAnnotation(annotation)
    for (const link of links) {
      const ends = [link.from, link.to].flatMap((id) => byId.get(id) ?? [])
      if (home(link.set) !== folder || ends.length < 2) continue
      for (const end of ends) if (home(end.set) !== folder) lines.addCopy(end, home(end.set))
      lines.addLink(link, `R${++lastLink}`)
    }
    return { folder, lines: lines.all }
  })
}

/** The lines of one .ann file, kind by kind. */
class AnnLines {
  readonly #text: string
  readonly #points: CodePoints
  readonly #forms: Forms
  readonly #ids: ReadonlyMap<string, string>
  readonly #texts = new Map<string, string>()
  readonly #relations: string[] = []
  readonly #attributes: string[] = []
  readonly #notes: string[] = []

  constructor(text: string, points: CodePoints, forms: Forms, ids: ReadonlyMap<string, string>) {
    this.#text = text
    this.#points = points
    this.#forms = forms
    this.#ids = ids
  }

  get all(): string[] {
    return [...this.#texts.values(), ...this.#relations, ...this.#attributes, ...this.#notes]
  }

  addAnnotation(annotation: Annotation): void {
    const id = this.#addText(annotation)
    const others: [string, unknown][] = []
    for (const [key, value] of Object.entries(annotation.attributes)) {
      const [form, ...said] = this.#forms.ofValue(annotation.tag, key, value) ?? []
      if (form === undefined) others.push([key, value])
      else this.#attributes.push(`A${this.#attributes.length + 1}\t${[form, id, ...said].join(' ')}`)
    }
    if (others.length > 0) this.#addNote(NOTES.attributes, id, jsonLine(Object.fromEntries(others)))
    if (annotation.note !== '') this.#addNote(NOTES.note, id, escapeNote(annotation.note))
  }

  /** Another annotator's annotation, without what is said of it, so that a link may end at it. */
  addCopy(annotation: Annotation, folder: string | undefined): void {
    if (!this.#texts.has(annotation.id))
      this.#addNote(NOTES.copy, this.#addText(annotation), jsonLine(folder))
  }

  addLink({ type, from, to, note }: Link, id: string): void {
    const ends = `Arg1:${this.#ids.get(from)!} Arg2:${this.#ids.get(to)!}`
    this.#relations.push(`${id}\t${this.#forms.ofLink(type)} ${ends}`)
    if (note !== '') this.#addNote(NOTES.note, id, escapeNote(note))
  }

  #addText({ id: own, tag, span }: Annotation): string {
    const id = this.#ids.get(own)!
    const inPoints = (place: number) => this.#points.fromUtf16(place)
    const fragments = fragmentsOf(this.#text, span)
    const places = fragments.map(({ start, end }) => `${inPoints(start)} ${inPoints(end)}`)
    const words = fragments.map(({ start, end }) => this.#text.slice(start, end))
    this.#texts.set(own, `${id}\t${this.#forms.ofTag(tag)} ${places.join(';')}\t${words.join(' ')}`)
    if (!isTold(this.#text, span)) {
      const exact = span.map(({ start, end }) => [inPoints(start), inPoints(end)])
      this.#addNote(NOTES.span, id, jsonLine(exact))
    }
    return id
  }

  #addNote(type: string, on: string, words: string): void {
    this.#notes.push(`#${this.#notes.length + 1}\t${type} ${on}\t${words}`)
  }
}
