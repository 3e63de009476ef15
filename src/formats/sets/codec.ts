import type { Records } from '../../core/change/state'
import type { Codebook } from '../../core/codebook/codebook'
import type { Article } from '../../core/document/article'

/** What a format can hold. Export compares it with what there is and says what will be lost. */
export interface Capabilities {
  readonly reads: boolean
  readonly writes: boolean
  /** Spans in several pieces. */
  readonly pieces: boolean
  readonly overlaps: boolean
  readonly links: boolean
  readonly notes: boolean
  readonly comments: boolean
  readonly attributes: boolean
  /** Several annotators in one file. */
  readonly annotators: boolean
  /** The text of the article, so that the file stands alone. */
  readonly text: boolean
  /** The unit in which places are counted. */
  readonly offsets: 'utf-16' | 'code-points' | 'bytes' | 'tokens'
}

/** One document with everybody's annotations, as it leaves or enters; its text is the one that they are on. */
export interface AnnotatedDocument {
  readonly article: Article
  readonly records: Records
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
  readonly what: 'pieces' | 'overlaps' | 'links' | 'notes' | 'comments' | 'attributes' | 'annotators' | 'text'
  readonly count: number
}

/** An exchange format of annotation sets; one file a codec. */
export interface Codec {
  readonly id: string
  /** As it is shown: “W3C Web Annotation”. */
  readonly name: string
  /** Without the dot; `json`, `csv`. */
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
  write(exported: Exported): Uint8Array<ArrayBuffer>
}
