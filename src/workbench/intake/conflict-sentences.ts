import { equal } from '../../base/equal'
import type { Reply } from '../../api/contract'
import type { Annotation } from '../../core/annotation/annotation'
import type { Link } from '../../core/annotation/link'
import { sameRanges } from '../../core/annotation/ranges'
import { quoteOf } from '../../core/annotation/span'
import { nameOfValue } from '../../core/codebook/attribute'
import { type Codebook, linkTypeById, tagById } from '../../core/codebook/codebook'
import type { Conflict } from '../../core/review/conflicts'
import { type Entry, type Ledger, keyOf } from '../../core/review/ledger'

export type ToldConflict = Reply<'sets.import'>['documents'][number]['conflicts']['first'][number]

const LONGEST = 200 // units of a note or a remark; enough to know it by

/** Says conflicts for people; `known` is whatever is known of the records that they speak of. */
export class ConflictTeller {
  readonly #codebook: Codebook
  readonly #known: Ledger

  constructor(codebook: Codebook, known: Ledger) {
    this.#codebook = codebook
    this.#known = known
  }

  tell(conflict: Conflict): ToldConflict {
    const { of, id, mine, theirs, stands } = conflict
    const one = { of, record: mine ?? theirs! } as Entry
    return {
      id,
      what: `${this.#kindOf(one)} by ${this.#whose(one)}`,
      words: shortened(this.#wordsOf(one)),
      mine: this.#said(of, mine, theirs),
      theirs: this.#said(of, theirs, mine),
      stands,
      why: whyOf(conflict),
    }
  }

  #kindOf(entry: Entry): string {
    switch (entry.of) {
      case 'annotation':
        return tagById(this.#codebook, entry.record.tag)?.name ?? entry.record.tag
      case 'link':
        return capital(this.#typeOf(entry.record))
      case 'comment':
        return 'Comment'
      case 'verdict':
        return 'Verdict'
      case 'answer':
        return 'Answer'
      case 'set':
        return 'Set'
    }
  }

  #whose({ of, record }: Entry): string {
    switch (of) {
      case 'annotation':
      case 'link':
        return this.#annotatorOf(record.set)
      case 'comment':
        return record.author.name
      case 'verdict':
      case 'answer':
        return record.by.name
      case 'set':
        return record.annotator.name
    }
  }

  #annotatorOf(set: string): string {
    const entry = this.#known.get(keyOf('set', set))
    return entry?.of === 'set' ? entry.record.annotator.name : set
  }

  /** What it is on, or what it says. */
  #wordsOf({ of, record }: Entry): string {
    switch (of) {
      case 'annotation':
        return quoteOf(record.span)
      case 'link':
        return this.#endsOf(record)
      case 'verdict':
        return 'span' in record.judged ? quoteOf(record.judged.span) : this.#endsOf(record.judged)
      case 'comment':
      case 'answer':
        return record.words
      case 'set':
        return record.annotator.name
    }
  }

  #endsOf({ from, to }: Pick<Link, 'from' | 'to'>): string {
    return [from, to].map((end) => this.#quoteOf(end)).join(' → ')
  }

  #quoteOf(annotation: string): string {
    const entry = this.#known.get(keyOf('annotation', annotation))
    return entry?.of === 'annotation' ? quoteOf(entry.record.span) : annotation
  }

  #typeOf({ type }: Pick<Link, 'type'>): string {
    return linkTypeById(this.#codebook, type)?.name ?? type
  }

  /** How a version is where it differs from the other, or all in all where there is no other. */
  #said(of: Entry['of'], version: Entry['record'] | undefined, other: Entry['record'] | undefined): string {
    if (!version) return 'Removed'
    const parts = this.#parts({ of, record: version } as Entry, other)
    return parts.length > 0 ? capital(parts.join(', ')) : 'Changed'
  }

  #parts({ of, record }: Entry, other: Entry['record'] | undefined): string[] {
    switch (of) {
      case 'annotation':
        return this.#annotationParts(record, other as Annotation | undefined)
      case 'link':
        return this.#linkParts(record, other as Link | undefined)
      case 'verdict':
        return [record.decision, ...(record.reason === '' ? [] : [`“${shortened(record.reason)}”`])]
      case 'answer':
        return [record.kind, ...(record.words === '' ? [] : [`“${shortened(record.words)}”`])]
      case 'comment':
        return [`“${shortened(record.words)}”`]
      case 'set':
        return []
    }
  }

  #annotationParts(one: Annotation, other: Annotation | undefined): string[] {
    const tag = tagById(this.#codebook, one.tag)
    const parts: string[] = []
    if (one.tag !== other?.tag) parts.push(`tagged as ${(tag?.name ?? one.tag).toLowerCase()}`)
    if (!other || !sameRanges(one.span, other.span)) parts.push(`on “${shortened(quoteOf(one.span))}”`)
    const ids = new Set([...Object.keys(one.attributes), ...Object.keys(other?.attributes ?? {})])
    for (const id of ids) {
      const value = one.attributes[id]
      if (equal(value, other?.attributes[id])) continue
      const known = tag?.attributes.find((attribute) => attribute.id === id)
      const name = (known?.name ?? id).toLowerCase()
      parts.push(value === undefined ? `no ${name}` : `${name}: ${shortened(nameOfValue(known, value))}`)
    }
    return [...parts, ...noteParts(one.note, other?.note)]
  }

  #linkParts(one: Link, other: Link | undefined): string[] {
    const parts: string[] = []
    if (one.type !== other?.type) parts.push(this.#typeOf(one).toLowerCase())
    if (one.from !== other?.from || one.to !== other.to) parts.push(`“${shortened(this.#endsOf(one))}”`)
    return [...parts, ...noteParts(one.note, other?.note)]
  }
}

const noteParts = (note: string, other = ''): string[] =>
  note === other ? [] : [note === '' ? 'no note' : `the note “${shortened(note)}”`]

function whyOf({ why, mine, mineAt, theirsAt }: Conflict): string {
  if (why === 'later') return `The later one stands: ${moment(mineAt)} here, ${moment(theirsAt)} there (UTC).`
  return mine
    ? 'It was removed there, but something here needs it.'
    : 'It was removed here, but something that comes from there needs it.'
}

const moment = (clock: string): string => clock.slice(0, 19).replace('T', ' ')

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`

const shortened = (words: string): string =>
  words.length > LONGEST ? `${words.slice(0, LONGEST).toWellFormed()}…` : words
