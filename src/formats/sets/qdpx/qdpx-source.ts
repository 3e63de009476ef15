import { type Unit, positionsIn } from '../../../core/document/offsets'
import { canonical } from '../../../core/document/text'
import { sameWords } from '../counting'
import type { IncomingPiece } from '../incoming'
import { described } from './qdpx-own'
import { type ProjectParts, descriptionOf, guidIn, momentIn, noteRefsIn } from './qdpx-parts'
import { type XmlElement, childCalled, childrenCalled } from './qdpx-xml'

/** The units in which positions are counted: the specification's, and the one of programs that do not know better. */
export const units: readonly Unit[] = ['code-points', 'utf-16']

/** An annotation while its selections are gathered. */
export interface SourceAnnotation {
  readonly id: string
  readonly place: string
  readonly tag: string
  readonly annotator: string | undefined
  readonly created: string | undefined
  readonly modified: string | undefined
  readonly codebook: number | undefined
  readonly pieces: IncomingPiece[]
  /** GUIDs of the notes on it. */
  readonly notes: Set<string>
  /** What its selection is described with, where that is no description of ours. */
  readonly words: string
}

/** What the selections of a source say. */
export interface SourceAnnotations {
  readonly annotations: readonly SourceAnnotation[]
  /** The ids of annotations by the GUIDs of their selections and codings, which links refer to. */
  readonly ends: ReadonlyMap<string, string>
}

/** The codings of a text's selections as annotations; selections that carry the id of one annotation are its pieces. */
export function annotationsIn(
  source: XmlElement,
  name: string,
  text: string,
  parts: ProjectParts,
): SourceAnnotations {
  const selections = selectionsIn(source, parts)
  const inclusive = endsAreInclusive(text, selections)
  if (inclusive)
    parts.remarks.push(
      `In “${name}” the end of a selection is taken as its last character: so most selections hold the words that they are named by.`,
    )
  const gathering = new Gathering(parts)
  for (const selection of selections) gathering.add(selection, inclusive ? 1 : 0)
  for (const coding of childrenCalled(source, 'Coding')) {
    const label = codeOf(coding, parts)
    const code = label === undefined ? 'A code' : `“${label}”`
    parts.problems.add(parts.at(coding), `${code} is given to the whole of “${name}”, not to words in it.`)
  }
  return gathering
}

interface Selection {
  readonly element: XmlElement
  readonly start: number
  /** As the file has it. */
  readonly end: number
  readonly name: string
}

function selectionsIn(source: XmlElement, { problems, at }: ProjectParts): Selection[] {
  return childrenCalled(source, 'PlainTextSelection').flatMap((element) => {
    const [start, end] = ['startPosition', 'endPosition'].map((attribute) => {
      const value = element.attributes.get(attribute)?.trim() ?? ''
      return /^\d{1,15}$/.test(value) ? Number(value) : undefined
    })
    if (start !== undefined && end !== undefined)
      return [{ element, start, end, name: element.attributes.get('name') ?? '' }]
    problems.add(at(element), 'Its positions are no whole numbers from 0.')
    return []
  })
}

const MOST_NAMES = 2000 // the dialect of a file shows in the first few

/**
 * Whether ends are those of the last characters, as the specification can be read, rather than behind them, as its own
 * example has them: whichever reading finds more selections to hold the words that they are named by.
 */
function endsAreInclusive(raw: string, selections: readonly Selection[]): boolean {
  const named = selections.filter(({ name }) => name.trim() !== '').slice(0, MOST_NAMES)
  if (named.length === 0) return false
  const { text } = canonical(raw)
  const texts = raw.includes('\r\n') ? [raw.replace(/^\uFEFF+/, ''), text] : [text]
  const readings = texts.flatMap((counted) =>
    units.map((unit) => ({ counted, positions: positionsIn(counted, unit) })),
  )
  const fitting = (more: number): number =>
    Math.max(
      ...readings.map(
        ({ counted, positions }) =>
          named.filter(({ start, end, name }) => {
            const [from, to] = [positions.toUtf16(start), positions.toUtf16(end + more)]
            return from !== undefined && to !== undefined && sameWords(counted.slice(from, to), name)
          }).length,
      ),
    )
  return fitting(1) > fitting(0)
}

class Gathering implements SourceAnnotations {
  readonly annotations: SourceAnnotation[] = []
  readonly ends = new Map<string, string>()
  readonly #parts: ProjectParts
  readonly #ids = new Set<string>()
  /** Those of ours, by id and tag, for their further pieces. */
  readonly #ours = new Map<string, SourceAnnotation>()

  constructor(parts: ProjectParts) {
    this.#parts = parts
  }

  add({ element, start, end: given, name }: Selection, more: number): void {
    const { problems, at } = this.#parts
    const end = given + more
    if (start >= end) return problems.add(at(element), 'It covers no words.')
    const codings = childrenCalled(element, 'Coding')
    if (codings.length === 0) return problems.add(at(element), 'It has no code, and was passed over.')
    const piece = { start, end, ...(isQuote(name, end - start) ? { exact: name } : {}) }
    codings.forEach((coding, k) => this.#coding(element, coding, piece, k === 0))
  }

  #coding(selection: XmlElement, coding: XmlElement, piece: IncomingPiece, isFirst: boolean): void {
    const { problems, at } = this.#parts
    const tag = codeOf(coding, this.#parts)
    if (tag === undefined) return problems.add(at(coding), 'Its code is not in the codebook of the project.')
    const own = isFirst ? described('annotation', descriptionOf(selection)) : undefined
    const key = own && JSON.stringify([own.id, tag])
    const known = key === undefined ? undefined : this.#ours.get(key)
    const annotation = known ?? this.#begun(selection, coding, tag, own)
    annotation.pieces.push(piece)
    for (const guid of [...noteRefsIn(selection), ...noteRefsIn(coding)]) annotation.notes.add(guid)
    if (key !== undefined) this.#ours.set(key, annotation)
    this.#end(guidIn(coding, 'guid'), annotation.id)
    if (isFirst) this.#end(guidIn(selection, 'guid'), annotation.id)
  }

  #begun(
    selection: XmlElement,
    coding: XmlElement,
    tag: string,
    own: { readonly id: string; readonly codebook: number } | undefined,
  ): SourceAnnotation {
    const description = descriptionOf(selection).trim()
    const begun: SourceAnnotation = {
      id: this.#freshId(own?.id ?? guidIn(coding, 'guid') ?? guidIn(selection, 'guid') ?? 'coding'),
      place: this.#parts.at(coding),
      tag,
      annotator: guidIn(coding, 'creatingUser') ?? guidIn(selection, 'creatingUser'),
      created: momentIn(coding, 'creationDateTime') ?? momentIn(selection, 'creationDateTime'),
      modified: momentIn(selection, 'modifiedDateTime'),
      codebook: own?.codebook,
      pieces: [],
      notes: new Set(),
      words: described('annotation', description) ? '' : description,
    }
    this.annotations.push(begun)
    return begun
  }

  #end(guid: string | undefined, id: string): void {
    if (guid !== undefined && !this.ends.has(guid)) this.ends.set(guid, id)
  }

  /** Some programs give one GUID to several things. */
  #freshId(wanted: string): string {
    const id = this.#ids.has(wanted) ? `${wanted}-${this.#ids.size + 1}` : wanted
    this.#ids.add(id)
    return id
  }
}

const codeOf = (coding: XmlElement, { codes }: ProjectParts): string | undefined =>
  codes.get(guidIn(childCalled(coding, 'CodeRef'), 'targetGUID') ?? '')

/** Programs name a selection by its words, by the beginning of them, or by anything; words are as long as what they are of. */
const isQuote = (name: string, length: number): boolean =>
  name !== '' && !/(…|\.\.\.)$/.test(name) && (name.length === length || Array.from(name).length === length)
