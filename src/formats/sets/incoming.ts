import type { AnnotationSet, Person } from '../../core/annotation/set'
import type { AttributeValue } from '../../core/codebook/attribute'
import type { Codebook } from '../../core/codebook/codebook'
import type { Unit } from '../../core/document/offsets'
import type { Answer } from '../../core/review/answer'
import type { Ledger } from '../../core/review/ledger'
import type { Verdict } from '../../core/review/verdict'
import type { Article } from '../../core/document/article'

/** Something in a file that could not be taken: where (`line 12`, `documents[3].annotations[0]`), and a sentence. */
export interface Problem {
  readonly place: string
  readonly message: string
}

/** One piece of a span as a file tells it: by position, by quote, or by both. */
export interface IncomingPiece {
  /** In the unit of the document, end-exclusive; both or neither. */
  readonly start?: number
  readonly end?: number
  readonly exact?: string
  readonly prefix?: string
  readonly suffix?: string
}

/** What of a record may be absent: a format that has no place for it leaves it out. */
interface IncomingRecord {
  /** Where in the file it is. */
  readonly place: string
  /** How the file names it; unique among the records of its document. Made up where the file has no names. */
  readonly id: string
  /** The id of one of the document's annotators; absent where the file does not say who. */
  readonly annotator?: string
  readonly note?: string
  /** ISO 8601 in UTC. */
  readonly created?: string
  readonly modified?: string
}

export interface IncomingAnnotation extends IncomingRecord {
  /** The label as the file has it: an id or a name of a tag in this codebook, or of none. */
  readonly tag: string
  /** In the order of the text; at least one. */
  readonly pieces: readonly IncomingPiece[]
  /** By id or name of the attribute; a choice by id or name of its option. */
  readonly attributes?: Readonly<Record<string, AttributeValue>>
  /** The version of the codebook under which it was tagged. */
  readonly codebook?: number
}

export interface IncomingLink extends IncomingRecord {
  /** The label as the file has it: an id or a name of a link type. */
  readonly type: string
  /** The ids, in the file, of annotations of the same document. */
  readonly from: string
  readonly to: string
}

export interface IncomingComment {
  readonly place: string
  readonly id: string
  /** The id, in the file, of an annotation or a link of the same document. */
  readonly on: string
  readonly author?: Person
  readonly words: string
  /** Whether it settles the conversation, where the file is one of ours. */
  readonly resolves?: true | undefined
  readonly created?: string
  readonly modified?: string
}

/** With where in the file it is. */
export interface Placed {
  readonly place: string
}

/** One document as a file tells of it; nothing is matched with the workspace yet. */
export interface IncomingDocument {
  readonly place: string
  /** Its id, where the file is one of ours. */
  readonly id?: string
  /** SHA-256 of its canonical text, where the file says it. */
  readonly hash?: string
  /** Its title, or the name of its file; empty when the file has none. */
  readonly name: string
  /** Its text as the file carries it, line ends and byte order mark as they came. */
  readonly text?: string
  /** All that is known of it, where the file is one of ours; its text is `text`. */
  readonly article?: Article
  /** In which units its positions may be counted; where quotes do not tell, the first is meant. */
  readonly units: readonly Unit[]
  /** Whether the ids of its records are the file's own, to be kept, or made up while reading. */
  readonly ids: 'kept' | 'made-up'
  /** Everybody whose annotations the file tells apart, by ids that mean something only within it. */
  readonly annotators: readonly Person[]
  /** Their sets, where the file is one of ours. */
  readonly sets?: readonly AnnotationSet[]
  readonly annotations: readonly IncomingAnnotation[]
  readonly links: readonly IncomingLink[]
  readonly comments: readonly IncomingComment[]
  /** What reviewers decided and were answered, where the file is one of ours; its ids are those of the file. */
  readonly verdicts?: readonly (Verdict & Placed)[]
  readonly answers?: readonly (Answer & Placed)[]
  /** What its writer knew of how the records came about, to be merged with what is known here; its ids are its own. */
  readonly ledger?: Ledger
}

/** What files say, in their own terms. */
export interface IncomingSets {
  readonly documents: readonly IncomingDocument[]
  /** The codebook, where the format carries one: what its tags and attributes are. */
  readonly codebook?: Codebook
  /** What was passed over; in the order of the files, the first ones only when there are very many. */
  readonly problems: readonly Problem[]
  /** What a person should know of how it was read, as sentences. */
  readonly remarks: readonly string[]
}
