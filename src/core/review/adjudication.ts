import type { Annotation } from '../annotation/annotation'
import type { Comment } from '../annotation/comment'
import type { Link } from '../annotation/link'
import type { AnnotationSet } from '../annotation/set'
import type { Change } from '../change/change'
import type { Author } from '../change/edits'
import type { DocumentState } from '../change/state'
import { isAdjudicated, newAdjudicatedSet } from './adjudicated'
import { linkKey, sayTheSame } from './cases'
import { Groups } from './groups'

/** The adjudicated annotations and links of a document while they are made; each step is added to the changes. */
export class Adjudication {
  readonly #author: Author
  readonly #changes: Change[]
  readonly #annotations = new Map<string, Annotation>()
  readonly #links = new Map<string, Link>()
  readonly #byPlace = new Groups<string, Annotation>()
  readonly #byEnds = new Groups<string, Link>()
  /** Everybody's links by the annotations they join: one may end at what was settled. */
  readonly #linksAt = new Groups<string, Link>()
  readonly #comments: Groups<string, Comment>
  #set: AnnotationSet | undefined

  constructor(state: DocumentState, author: Author, changes: Change[]) {
    this.#author = author
    this.#changes = changes
    this.#comments = Groups.by(state.comments.values(), ({ on }) => on)
    const sets = [...state.sets.values()].filter(isAdjudicated)
    this.#set = sets[0]
    const ours = new Set(sets.map(({ id }) => id))
    for (const record of state.annotations.values()) if (ours.has(record.set)) this.#keepAnnotation(record)
    for (const record of state.links.values()) {
      if (ours.has(record.set)) this.#keepLink(record)
      for (const end of [record.from, record.to]) this.#linksAt.add(end, record)
    }
  }

  find(id: string): Annotation | Link | undefined {
    return this.#annotations.get(id) ?? this.#links.get(id)
  }

  /** Everybody's links that begin or end at an annotation. */
  linksAt(annotationId: string): Link[] {
    return this.#linksAt.of(annotationId)
  }

  /**
   * The adjudicated annotation that says what `holds` says: the one there is, the first of `free` mended, which are
   * ids of those that may become another, or a new one.
   */
  annotationLike(holds: Annotation, free: readonly string[]): Annotation {
    const alike = this.#byPlace.of(placeOf(holds)).filter((record) => sayTheSame(record, holds))
    const known = alike.find(({ id }) => free.includes(id)) ?? alike[0]
    if (known) return known
    const mended = free.flatMap((id) => this.#annotations.get(id) ?? [])[0]
    return mended ? this.#mend(mended, holds) : this.#add(holds)
  }

  /** The adjudicated link of this type between adjudicated annotations: the one there is, or a new one. */
  linkLike(holds: Link, from: string, to: string): Link {
    const [known] = this.#byEnds.of(linkKey({ type: holds.type, from, to }, this.#author.codebook))
    if (known) return known
    const set = this.#setId()
    const at = this.#author.now()
    const record = { ...holds, id: this.#author.newId('link'), set, from, to, created: at, modified: at }
    this.#changes.push({ of: 'link', kind: 'add', record })
    this.#keepLink(record)
    for (const end of [from, to]) this.#linksAt.add(end, record)
    return record
  }

  /** Removes a record with the comments on it. An annotation must have no links any more. */
  remove(record: Annotation | Link): void {
    for (const comment of this.#comments.of(record.id))
      this.#changes.push({ of: 'comment', kind: 'remove', record: comment })
    if ('span' in record) {
      this.#changes.push({ of: 'annotation', kind: 'remove', record })
      this.#annotations.delete(record.id)
      this.#byPlace.delete(placeOf(record), record)
    } else {
      this.#changes.push({ of: 'link', kind: 'remove', record })
      this.#links.delete(record.id)
      this.#byEnds.delete(linkKey(record, this.#author.codebook), record)
      for (const end of [record.from, record.to]) this.#linksAt.delete(end, record)
    }
  }

  /** It keeps its id, and so its links. */
  #mend(from: Annotation, { tag, span, note, attributes, codebook }: Annotation): Annotation {
    const to = { ...from, tag, span, note, attributes, codebook, modified: this.#author.now() }
    this.#changes.push({ of: 'annotation', kind: 'replace', from, to })
    this.#byPlace.delete(placeOf(from), from)
    this.#keepAnnotation(to)
    return to
  }

  #add(holds: Annotation): Annotation {
    const set = this.#setId()
    const at = this.#author.now()
    const record = { ...holds, id: this.#author.newId('ann'), set, created: at, modified: at }
    this.#changes.push({ of: 'annotation', kind: 'add', record })
    this.#keepAnnotation(record)
    return record
  }

  #keepAnnotation(record: Annotation): void {
    this.#annotations.set(record.id, record)
    this.#byPlace.add(placeOf(record), record)
  }

  #keepLink(record: Link): void {
    this.#links.set(record.id, record)
    this.#byEnds.add(linkKey(record, this.#author.codebook), record)
  }

  #setId(): string {
    if (!this.#set) {
      this.#set = newAdjudicatedSet(this.#author.codebook.id, this.#author.now())
      this.#changes.push({ of: 'set', kind: 'add', record: this.#set })
    }
    return this.#set.id
  }
}

/** The same for annotations that may say the same. */
const placeOf = ({ tag, span }: Annotation): string =>
  `${tag} ${span.map(({ start, end }) => `${start}-${end}`).join(' ')}`
