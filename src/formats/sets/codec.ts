import type { Outcome } from '../../base/outcome'
import type { Records } from '../../core/change/state'
import type { Codebook } from '../../core/codebook/codebook'
import type { Article } from '../../core/document/article'
import type { Ledger } from '../../core/review/ledger'
import type { IncomingSets } from './incoming'
import type { SetFile } from './set-file'

/** What a format can hold. Export compares it with what there is and says what will be lost. */
export interface Capabilities {
  /** Spans in several pieces. */
  readonly pieces: boolean
  readonly overlaps: boolean
  readonly links: boolean
  readonly notes: boolean
  readonly comments: boolean
  /** What reviewers decided, and what they were answered. */
  readonly verdicts: boolean
  readonly attributes: boolean
  /** Several annotators in one file. */
  readonly annotators: boolean
  /** The text of the article, so that the file stands alone. */
  readonly text: boolean
  /** The unit in which places are counted. */
  readonly offsets: 'utf-16' | 'code-points' | 'bytes' | 'tokens'
}

/** Of a format that loses nothing. */
export const everything = {
  pieces: true,
  overlaps: true,
  links: true,
  notes: true,
  comments: true,
  verdicts: true,
  attributes: true,
  annotators: true,
  text: true,
} as const

/** One document with everybody's annotations, as it leaves; its text is the one that they are on. */
export interface AnnotatedDocument {
  readonly article: Article
  readonly records: Records
  /** What is known of how the records came about, for formats that hand it on; only with everybody's records. */
  readonly ledger?: Ledger
}

export interface Exported {
  readonly documents: readonly AnnotatedDocument[]
  readonly codebook: Codebook
  /** When the export was made, ISO 8601. */
  readonly at: string
  /** Version of Assay. */
  readonly version: string
}

/** Something that a format could not hold: “3 notes”. */
export interface Loss {
  readonly what:
    'pieces' | 'overlaps' | 'links' | 'notes' | 'comments' | 'verdicts' | 'attributes' | 'annotators' | 'text'
  readonly count: number
}

/** Something about a format that whoever exports may choose, such as the unit of its offsets. */
export interface FormatChoice {
  readonly id: string
  /** As it is shown: “Offsets”. */
  readonly name: string
  /** The first is taken unless another is chosen. */
  readonly options: readonly FormatOption[]
}

export interface FormatOption {
  readonly id: string
  readonly name: string
  /** What the format does not hold when this is chosen, though it does otherwise. */
  readonly lacks?: readonly Loss['what'][]
}

/** What was chosen, by the ids of choices and options; what is absent is the first option. */
export type Chosen = Readonly<Record<string, string>>

/** How files of a format are read. */
export interface SetReader {
  /** What the names of its files end in, without the dot; the codec's own when absent. */
  readonly extensions?: readonly string[]
  /** What the names of files end in that may lie beside its own and belong to them, such as the text: `txt`. */
  readonly companions?: readonly string[]
  /** Whether a file is of this format, as far as its name and its beginning tell. Never throws. */
  recognises(file: SetFile): boolean
  /**
   * Reads files of the format, which may belong together as a text and its annotations do. What is wrong with one
   * record is a problem with its place, and the others are read; a refusal says that nothing of it can be.
   */
  read(files: readonly SetFile[]): Outcome<IncomingSets>
}

/** An exchange format of annotation sets; one file a codec. */
export interface Codec {
  readonly id: string
  /** As it is shown: “W3C Web Annotation”. */
  readonly name: string
  /** Without the dot; `json`, `csv`; `zip` for a format of several files. */
  readonly extension: string
  readonly mediaType: string
  /** The specification and its version, for the table of formats. */
  readonly specification: string
  readonly capabilities: Capabilities
  /**
   * What the format holds only by a convention, as the end of a sentence that begins “3 annotations in several pieces
   * are”; the capability is then false, because a reader that does not know the convention loses it.
   */
  readonly conventions?: { readonly [W in Loss['what']]?: string }
  readonly choices?: readonly FormatChoice[]
  /** Whether it hands on how the records came about, so that what comes back can be merged. */
  readonly ledgers?: true
  /** Absent when the format is for people or for publishing only. */
  readonly reader?: SetReader
  write(exported: Exported, chosen?: Chosen): Uint8Array<ArrayBuffer>
}

/** What a format can hold when this is chosen. */
export function capabilitiesOf({ capabilities, choices = [] }: Codec, chosen: Chosen = {}): Capabilities {
  const lacking = choices.flatMap(
    ({ id, options }) => (options.find((option) => option.id === chosen[id]) ?? options[0])?.lacks ?? [],
  )
  return { ...capabilities, ...Object.fromEntries(lacking.map((what) => [what, false])) }
}
