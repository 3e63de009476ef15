import type { Annotation } from '../../../core/annotation/annotation'
import type { Comment } from '../../../core/annotation/comment'
import type { Link } from '../../../core/annotation/link'
import { type Piece, quoteOf } from '../../../core/annotation/span'
import type { Records } from '../../../core/change/state'
import { nameOfValue } from '../../../core/codebook/attribute'
import { type Codebook, linkTypeById, tagById } from '../../../core/codebook/codebook'
import type { Article } from '../../../core/document/article'
import { type CodePoints, codePoints } from '../../../core/document/offsets'
import { describe, guidOf } from './qdpx-own'
import { writable } from '../xml'
import { type XmlNode, node, withoutUnwritable } from './qdpx-xml'

export const userGuid = (id: string): string => guidOf('person', id)
export const codeGuid = (codebook: Codebook, tag: string): string => guidOf('tag', codebook.id, tag)
const sourceGuid = ({ id }: Article): string => guidOf('document', id)
/** The name of its text in the archive. */
export const fileOf = (article: Article): string => `${sourceGuid(article)}.txt`

/** One document as the parts of a project that it goes into. */
export class WrittenDocument {
  readonly article: Article
  readonly records: Records
  readonly #codebook: Codebook
  readonly #points: CodePoints
  readonly #userOf: ReadonlyMap<string, string>
  readonly #words: ReadonlyMap<string, string>
  readonly #linksFrom: ReadonlyMap<string, readonly Link[]>
  readonly #commentsOn: ReadonlyMap<string, readonly Comment[]>

  constructor(article: Article, records: Records, codebook: Codebook) {
    this.article = article
    this.records = records
    this.#codebook = codebook
    this.#points = codePoints(article.text)
    this.#userOf = new Map(records.sets.map(({ id, annotator }) => [id, userGuid(annotator.id)]))
    this.#words = new Map(records.annotations.map(({ id, span }) => [id, quoteOf(span)]))
    this.#linksFrom = grouped(records.links, ({ from }) => from)
    this.#commentsOn = grouped(records.comments, ({ on }) => on)
  }

  source(): XmlNode {
    const { id, hash, title, imported } = this.article
    return node(
      'TextSource',
      {
        guid: sourceGuid(this.article),
        name: title,
        plainTextPath: `internal://${fileOf(this.article)}`,
        creationDateTime: imported,
      },
      [
        node('Description', {}, describe('article', { id, hash })),
        ...this.records.annotations.flatMap((annotation) =>
          annotation.span.map((piece, k) => this.#selection(annotation, piece, k)),
        ),
      ],
    )
  }

  notes(): XmlNode[] {
    const { annotations, links, comments } = this.records
    return [
      ...annotations.flatMap((annotation) => [
        ...this.#ownNote(annotation),
        ...this.#attributesNote(annotation),
        ...this.#piecesNote(annotation),
      ]),
      ...links.flatMap((link) => [this.#linkNote(link), ...this.#ownNote(link)]),
      ...comments.map((comment) => this.#commentNote(comment)),
    ]
  }

  links(): XmlNode[] {
    return this.records.links.map((link) =>
      node(
        'Link',
        {
          guid: this.#guid('link', link.id),
          name: this.#typeName(link),
          direction: 'OneWay',
          originGUID: this.#guid('selection', link.from, 0),
          targetGUID: this.#guid('selection', link.to, 0),
        },
        [refTo(this.#guid('link-note', link.id)), ...this.#noteRefs(link)],
      ),
    )
  }

  #selection(annotation: Annotation, piece: Piece, k: number): XmlNode {
    const { id, tag, codebook, span } = annotation
    const made = this.#made(annotation)
    const { modifiedDateTime: _, ...coded } = made
    return node(
      'PlainTextSelection',
      {
        guid: this.#guid('selection', id, k),
        name: nameOf(piece),
        startPosition: this.#points.fromUtf16(piece.start),
        endPosition: this.#points.fromUtf16(piece.end),
        ...made,
      },
      [
        node('Description', {}, describe('annotation', { id, codebook })),
        node('Coding', { guid: this.#guid('coding', id, k), ...coded }, [
          node('CodeRef', { targetGUID: codeGuid(this.#codebook, tag) }),
        ]),
        ...(k === 0 ? this.#firstRefs(annotation) : []),
        ...(span.length > 1 ? [refTo(this.#guid('pieces', id))] : []),
      ],
    )
  }

  /** Notes stand at the first piece only, so that nobody sees one twice. */
  #firstRefs(annotation: Annotation): XmlNode[] {
    const { id, attributes } = annotation
    return [
      ...this.#noteRefs(annotation),
      ...(Object.keys(attributes).length > 0 ? [refTo(this.#guid('attributes', id))] : []),
      ...(this.#linksFrom.get(id) ?? []).map((link) => refTo(this.#guid('link-note', link.id))),
    ]
  }

  #noteRefs({ id, note }: Annotation | Link): XmlNode[] {
    return [
      ...(note === '' ? [] : [refTo(this.#guid('note', id))]),
      ...(this.#commentsOn.get(id) ?? []).map((comment) => refTo(this.#guid('comment', comment.id))),
    ]
  }

  #ownNote(record: Annotation | Link): XmlNode[] {
    const { id, note } = record
    if (note === '') return []
    const own = describe('note', { on: id, ...unwritten(note) })
    return [noteNode(this.#guid('note', id), 'Note', note, own, this.#made(record))]
  }

  #attributesNote(annotation: Annotation): XmlNode[] {
    const { id, tag, attributes } = annotation
    const entries = Object.entries(attributes)
    if (entries.length === 0) return []
    const known = tagById(this.#codebook, tag)?.attributes ?? []
    const lines = entries.map(([key, value]) => {
      const attribute = known.find((one) => one.id === key)
      return `${attribute?.name ?? key}: ${nameOfValue(attribute, value)}`
    })
    const own = describe('attributes', { on: id, values: attributes })
    return [
      noteNode(this.#guid('attributes', id), 'Attributes', lines.join('\n'), own, this.#made(annotation)),
    ]
  }

  #piecesNote(annotation: Annotation): XmlNode[] {
    const { id, span } = annotation
    if (span.length === 1) return []
    const words = `One annotation in ${span.length} pieces: “${quoteOf(span)}”`
    const own = describe('pieces', { on: id })
    return [noteNode(this.#guid('pieces', id), 'Pieces', words, own, this.#made(annotation))]
  }

  #linkNote(link: Link): XmlNode {
    const { id, from, to } = link
    const type = this.#typeName(link)
    const words = `“${this.#words.get(from) ?? from}” ${type} “${this.#words.get(to) ?? to}”`
    const own = describe('link', { id, type, from, to })
    return noteNode(this.#guid('link-note', id), `Link: ${type}`, words, own, this.#made(link))
  }

  #commentNote({ id, on, author, words, created, modified }: Comment): XmlNode {
    const own = describe('comment', { id, on, ...unwritten(words) })
    return noteNode(this.#guid('comment', id), 'Comment', words, own, {
      creatingUser: userGuid(author.id),
      creationDateTime: created,
      modifiedDateTime: modified,
    })
  }

  #made({ set, created, modified }: Annotation | Link) {
    return {
      creatingUser: this.#userOf.get(set),
      creationDateTime: created,
      modifiedDateTime: modified,
    }
  }

  #typeName({ type }: Link): string {
    return linkTypeById(this.#codebook, type)?.name ?? type
  }

  #guid(kind: string, id: string, piece?: number): string {
    return guidOf(kind, this.article.id, id, ...(piece === undefined ? [] : [piece]))
  }
}

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

const refTo = (guid: string): XmlNode => node('NoteRef', { targetGUID: guid })

const noteNode = (
  guid: string,
  name: string,
  words: string,
  description: string,
  made: XmlNode['attributes'],
): XmlNode =>
  node('Note', { guid, name, ...made }, [
    node('Description', {}, description),
    node('PlainTextContent', {}, words),
  ])

/** The words themselves, for where XML can only hold others. */
const unwritten = (words: string): { readonly words?: string } => (writable(words) === words ? {} : { words })

const LONGEST_NAME = 200 // a name is shown in a list

/**
 * The words of a selection as its name; a long one is cut, and ends in `…`. What XML cannot hold is left out rather than
 * replaced: a name of another length is not taken for the words.
 */
function nameOf({ exact }: Piece): string {
  const characters = Array.from(withoutUnwritable(exact))
  return characters.length > LONGEST_NAME
    ? `${characters.slice(0, LONGEST_NAME).join('')}…`
    : characters.join('')
}
