import { person } from '../../../core/annotation/set'
import { type AttributeValue, attributeValue } from '../../../core/codebook/attribute'
import { NOTES, unescapeNote } from './brat-lines'
import { type Said, type TextBound, exactPieces, fragmentsIn, wordsOf } from './brat-pieces'
import type { IncomingAnnotation, IncomingLink } from '../incoming'
import type { Problems } from '../problems'
import { numberedLines, parseJson } from '../set-file'

const LONGEST_NOTE = 100_000

/** How the lines are to be understood, as far as the configuration beside them tells. */
export interface Settings {
  /** What a type is called. */
  label(type: string): string
  /** Whether notes may be escaped, as ours are. */
  readonly escaped: boolean
}

/** What one .ann file holds. */
export interface Ann {
  readonly annotations: readonly IncomingAnnotation[]
  readonly links: readonly IncomingLink[]
  /** The ids of annotations that are another annotator's, with the name of that one's folder. */
  readonly copies: ReadonlyMap<string, string>
  /** How many lines there are of each kind that has no place here, and where the first one is. */
  readonly passedOver: ReadonlyMap<'E' | 'N', { readonly count: number; readonly place: string }>
}

/** Reads the lines of an .ann file; `text` is the text beside it, when there is one. */
export function readAnn(
  name: string,
  content: string,
  text: string | undefined,
  settings: Settings,
  problems: Problems,
): Ann {
  const lines = new Lines(settings, problems)
  for (const { line, number } of numberedLines(content))
    if (line.trim() !== '') lines.take(line, `${name} line ${number}`, number)
  return lines.all(name, text)
}

class Lines {
  readonly #settings: Settings
  readonly #problems: Problems
  readonly #texts: TextBound[] = []
  readonly #links: IncomingLink[] = []
  readonly #known = new Set<string>()
  readonly #attributes: (Said<AttributeValue> & { readonly on: string; readonly name: string })[] = []
  readonly #notes: (Said<string> & { readonly on: string; readonly type: string })[] = []
  readonly #passedOver = new Map<'E' | 'N', { count: number; place: string }>()

  constructor(settings: Settings, problems: Problems) {
    this.#settings = settings
    this.#problems = problems
  }

  take(line: string, place: string, number: number): void {
    const [id = '', head = '', ...rest] = line.split('\t')
    const kind = id.trim()[0] ?? ''
    const words = rest.join('\t')
    if (kind === 'T') this.#takeText(id.trim(), head, words, place)
    else if (kind === 'R') this.#takeRelation(id.trim(), head, place)
    else if (kind === 'A' || kind === 'M') this.#takeAttribute(head, place)
    else if (kind === '#') this.#takeNote(head, words, place)
    else if (kind === '*') this.#takeEquivalence(head, place, number)
    else if (kind === 'E' || kind === 'N') {
      const passed = this.#passedOver.get(kind)
      if (passed) passed.count++
      else this.#passedOver.set(kind, { count: 1, place })
    } else
      this.#problems.add(place, 'It begins with none of T, R, A, M, #, *, E and N, as a line of brat does.')
  }

  #takeText(id: string, head: string, words: string, place: string): void {
    const blank = head.indexOf(' ')
    const fragments = blank > 0 ? fragmentsIn(head.slice(blank + 1)) : undefined
    if (!fragments) {
      this.#problems.add(
        place,
        'After its id it must have a type and two places, as in “T1⇥Claim 2 7⇥Crime”.',
      )
      return
    }
    const exacts = words === '' ? [] : wordsOf(words, fragments)
    if (!exacts) {
      this.#problems.add(place, 'Its words are not as long as its places say; correct one of them.')
      return
    }
    const pieces = fragments.map(({ start, end }, k) => {
      const exact = exacts[k]
      return exact === undefined ? { start, end } : { start, end, exact }
    })
    this.#known.add(id)
    this.#texts.push({
      place,
      id,
      type: head.slice(0, blank),
      pieces: pieces.toSorted((a, b) => a.start - b.start),
    })
  }

  #takeRelation(id: string, head: string, place: string): void {
    const [type, ...given] = head.trim().split(/\s+/)
    const ends = given.map((end) => ({
      role: end.slice(0, Math.max(0, end.lastIndexOf(':'))),
      on: end.slice(end.lastIndexOf(':') + 1),
    }))
    if (!type || ends.length !== 2) {
      this.#problems.add(place, 'It must have a type and two ends, as in “R1⇥supports Arg1:T1 Arg2:T2”.')
      return
    }
    if (ends[0]!.role === 'Arg2' && ends[1]!.role === 'Arg1') ends.reverse()
    this.#known.add(id)
    this.#links.push({ place, id, type: this.#settings.label(type), from: ends[0]!.on, to: ends[1]!.on })
  }

  #takeEquivalence(head: string, place: string, number: number): void {
    const [type, ...members] = head.trim().split(/\s+/)
    if (!type || members.length < 2) {
      this.#problems.add(place, 'It must have a type and at least two members, as in “*⇥Equiv T1 T2”.')
      return
    }
    const meant = type === 'Equiv' ? 'same-as' : this.#settings.label(type)
    for (const [k, to] of members.slice(1).entries())
      this.#links.push({ place, id: `*${number}-${k + 1}`, type: meant, from: members[k]!, to })
  }

  #takeAttribute(head: string, place: string): void {
    const [name, on, ...value] = head.trim().split(/\s+/)
    if (!name || !on) this.#problems.add(place, 'It must have a name and a target, as in “A1⇥Kind T1 fact”.')
    else {
      const what = value.length === 0 ? true : value.join(' ')
      this.#attributes.push({ place, on, name: this.#settings.label(name), what })
    }
  }

  #takeNote(head: string, words: string, place: string): void {
    const [type, on] = head.trim().split(/\s+/)
    if (type && on) this.#notes.push({ place, on, type, what: words })
    else this.#problems.add(place, 'It must have a type and a target, as in “#1⇥AnnotatorNotes T1⇥why”.')
  }

  all(name: string, text: string | undefined): Ann {
    const attributes = new Map<string, Map<string, AttributeValue>>()
    const notes = new Map<string, string[]>()
    const spans = new Map<string, Said<unknown>>()
    const copies = new Map<string, string>()
    const texts = new Set(this.#texts.map(({ id }) => id))
    const isOn = (on: string, known: ReadonlySet<string>, place: string): boolean => {
      if (known.has(on)) return true
      const what = on.startsWith('E')
        ? 'an event, which is not read'
        : 'nothing that was read and can have it'
      this.#problems.add(place, `It is on “${on.slice(0, 60)}”, which is ${what}.`)
      return false
    }
    const give = (on: string, key: string, value: unknown, place: string) => {
      const held = attributes.get(on) ?? new Map<string, AttributeValue>()
      const good = attributeValue.safeParse(value)
      if (!good.success || key === '' || key.length > 100)
        this.#problems.add(
          place,
          `“${key.slice(0, 60)}” is no attribute with a word, a number, or yes or no.`,
        )
      else if (held.has(key)) this.#problems.add(place, `“${key}” is said twice of “${on}”.`)
      else attributes.set(on, held.set(key, good.data))
    }
    for (const { on, name: key, what, place } of this.#attributes)
      if (isOn(on, texts, place)) give(on, key, what, place)
    for (const { on, type, what, place } of this.#notes) {
      if (!isOn(on, this.#known, place)) continue
      const json = isOurs(type) && texts.has(on) ? parseJson(what, 'What it says') : undefined
      if (!json) {
        const note = this.#settings.escaped ? unescapeNote(what) : what
        const said = type === NOTES.note ? note : `${type}: ${note}`
        const before = notes.get(on)
        if (before) before.push(said)
        else notes.set(on, [said])
      } else if (!json.ok) this.#problems.add(place, json.refusal.message)
      else if (type === NOTES.span) spans.set(on, { place, what: json.value })
      else if (type === NOTES.copy) {
        if (isName(json.value)) copies.set(on, json.value)
        else this.#problems.add(place, 'It must be the name of a folder, as in "Ben".')
      } else if (typeof json.value === 'object' && json.value !== null && !Array.isArray(json.value))
        for (const [key, value] of Object.entries(json.value)) give(on, key, value, place)
      else this.#problems.add(place, 'It must be an object of attributes, as in {"Value": 12}.')
    }
    const noteOf = (id: string, place: string): { note?: string } => {
      const note = notes.get(id)?.join('\n') ?? ''
      if (note.length <= LONGEST_NOTE) return note === '' ? {} : { note }
      this.#problems.add(place, `Its note has more than ${LONGEST_NOTE} characters and was left out.`)
      return {}
    }
    const exact = text === undefined ? undefined : exactPieces(name, text, this.#texts, spans, this.#problems)
    return {
      annotations: this.#texts.map(({ place, id, type, pieces }, k) => ({
        place,
        id,
        tag: this.#settings.label(type),
        pieces: exact?.[k] ?? pieces,
        ...noteOf(id, place),
        ...(attributes.has(id) ? { attributes: Object.fromEntries(attributes.get(id)!) } : {}),
      })),
      links: this.#links.map((link) => ({ ...link, ...noteOf(link.id, link.place) })),
      copies,
      passedOver: this.#passedOver,
    }
  }
}

const isOurs = (type: string): boolean => type !== NOTES.note && Object.values<string>(NOTES).includes(type)

const isName = (value: unknown): value is string =>
  typeof value === 'string' && person.shape.id.safeParse(value).success
