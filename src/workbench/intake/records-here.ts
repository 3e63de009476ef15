import type { Interval } from '../../base/intervals'
import type { Annotation } from '../../core/annotation/annotation'
import type { Comment } from '../../core/annotation/comment'
import type { Link } from '../../core/annotation/link'
import type { AnnotationSet, Person } from '../../core/annotation/set'
import type { Span } from '../../core/annotation/span'
import type { Records } from '../../core/change/state'

/** An id that two annotators' files have for different records; the second one's is signed. */
export const signed = (id: string, { annotator }: AnnotationSet): string =>
  `${id}@${annotator.id}`.slice(0, 200)

/** The records of a document, found by what they say. Each is found once, so that twins in a file are two here. */
export class RecordsHere {
  readonly #ids: Set<string>
  readonly #byId: ReadonlyMap<string, Annotation | Link | Comment>
  readonly #byWhat = new Map<string, (Annotation | Link | Comment)[]>()
  readonly #found = new Set<string>()

  constructor({ sets, annotations, links, comments }: Records) {
    this.#ids = new Set([...sets, ...annotations, ...links, ...comments].map(({ id }) => id))
    this.#byId = new Map([...annotations, ...links, ...comments].map((record) => [record.id, record]))
    for (const one of annotations) this.#file(annotationKey(one.set, one.tag, one.span), one)
    for (const one of links) this.#file(linkKey(one.set, one.type, one.from, one.to), one)
    for (const one of comments) this.#file(commentKey(one.on, one.author, one.words), one)
  }

  has(id: string): boolean {
    return this.#ids.has(id)
  }

  take(id: string): void {
    this.#ids.add(id)
  }

  annotation(id: string | undefined, set: AnnotationSet, tag: string, span: Span): Annotation | undefined {
    const known = this.#known(id, set, (record): record is Annotation => 'span' in record)
    return known ?? (this.#next(annotationKey(set.id, tag, span)) as Annotation | undefined)
  }

  link(id: string | undefined, set: AnnotationSet, type: string, from: string, to: string): Link | undefined {
    const known = this.#known(id, set, (record): record is Link => 'type' in record)
    return known ?? (this.#next(linkKey(set.id, type, from, to)) as Link | undefined)
  }

  comment(id: string | undefined, on: string, author: Person, words: string): Comment | undefined {
    const known = id === undefined ? undefined : this.#byId.get(id)
    if (known && 'words' in known && known.on === on) return this.#find(known)
    return this.#next(commentKey(on, author, words)) as Comment | undefined
  }

  /** The record of this id in this set, signed or not. */
  #known<R extends Annotation | Link>(
    id: string | undefined,
    set: AnnotationSet,
    isKind: (record: Annotation | Link | Comment) => record is R,
  ): R | undefined {
    if (id === undefined) return undefined
    for (const candidate of [id, signed(id, set)]) {
      const record = this.#byId.get(candidate)
      if (record && isKind(record) && record.set === set.id && !this.#found.has(record.id))
        return this.#find(record)
    }
    return undefined
  }

  #next(key: string): Annotation | Link | Comment | undefined {
    const record = this.#byWhat.get(key)?.find(({ id }) => !this.#found.has(id))
    return record && this.#find(record)
  }

  #find<R extends { readonly id: string }>(record: R): R {
    this.#found.add(record.id)
    return record
  }

  #file(key: string, record: Annotation | Link | Comment): void {
    const filed = this.#byWhat.get(key)
    if (filed) filed.push(record)
    else this.#byWhat.set(key, [record])
  }
}

const annotationKey = (set: string, tag: string, span: readonly Interval[]): string =>
  JSON.stringify(['annotation', set, tag, ...span.flatMap(({ start, end }) => [start, end])])

const linkKey = (set: string, type: string, from: string, to: string): string =>
  JSON.stringify(['link', set, type, from, to])

const commentKey = (on: string, author: Person, words: string): string =>
  JSON.stringify(['comment', on, author.name, words])
