import type { Reply } from '../../src/api/contract'
import type { Codebook } from '../../src/core/codebook/codebook'
import { adjudicator } from '../../src/core/review/adjudicated'
import type { TextSelection } from '../editor/editor'
import type { IncomingFile } from '../platform/platform'
import type { Agreement } from './agreement'
import type { Mode } from './modes'
import type { OpenArticle } from './open-article'
import type { Past } from './past'
import type { Reviewing } from './reviewing'

/** Something beside the text that is open; never more than one, and never in the way of reading. */
export type Panel =
  | 'palette'
  | 'keys'
  | 'export'
  | 'person'
  | 'codebook'
  | 'goto'
  | 'everywhere'
  | 'import'
  | 'report'
  | 'differences'

/** Where the focus may be sent by a command. */
export type Pane =
  | 'documents'
  | 'search'
  | 'article'
  | 'annotations'
  | 'note'
  | 'comment'
  | 'reason'
  | 'objection'
  | 'attributes'
  | 'find'
  | 'status'
  | 'next'
  | 'previous'

/** Where somebody was in an article when they left it. */
export interface ReadingPlace {
  readonly selection: TextSelection
  /** How far it was scrolled, in CSS pixels. */
  readonly top: number
}

/** A link or a merging that waits for its other end. */
export interface Linking {
  /** Id of the annotation that it begins at. */
  readonly from: string
  readonly purpose: 'link' | 'merge'
  /** Id of the annotation that is framed, and that Enter would choose. */
  readonly candidate?: string
  /** Id of the annotation that is chosen, while it is still to be said how to link it. */
  readonly target?: string
  /** Where the caret was, to be put back there. */
  readonly caret?: TextSelection
}

/** What is looked at among the verdicts on one's own work, and the objection that is being written. */
export interface InboxView {
  /** Id of the verdict. */
  readonly chosen: string | undefined
  /** The words of the objection; undefined while none is being written. */
  readonly objection: string | undefined
}

/** Whose annotations are not shown at first: what was settled lies over what it was settled from. */
export const HIDDEN_AT_FIRST: ReadonlySet<string> = new Set([adjudicator.id])

export interface SessionView {
  readonly person: Reply<'workspace.open'>['person']
  readonly article: OpenArticle | undefined
  /** Id of the document that is being opened. */
  readonly opening: string | undefined
  /** Why the document that was asked for is not open. */
  readonly failure: { readonly id: string; readonly message: string } | undefined
  /** Id of the picked annotation. */
  readonly picked: string | undefined
  /** The one tag that the list of annotations shows; undefined shows all. */
  readonly filter: string | undefined
  /** Ids of the annotators whose annotations are not shown. */
  readonly hidden: ReadonlySet<string>
  readonly panel: Panel | undefined
  /** The files that annotations are to be imported from, while that panel is open. */
  readonly intake: readonly IncomingFile[]
  /** What annotators may say now, and could say before each change of it. */
  readonly codebook: Codebook
  readonly earlier: readonly Codebook[]
  readonly mode: Mode
  /** The history that is looked at, in that mode. */
  readonly past: Past | undefined
  /** What several people tagged, compared, while it is being decided; it waits while something is mended. */
  readonly review: Reviewing | undefined
  /** What colleagues decided about one's own annotations, while that is looked at. */
  readonly inbox: InboxView | undefined
  /** How far annotators agree, in the place of the article, which waits. */
  readonly agreement: Agreement | undefined
  /** What is to be linked or merged with the next annotation that is chosen. */
  readonly linking: Linking | undefined
  /** Id of the tag that every selection gets, until it is let go of. */
  readonly lock: string | undefined
  /** Whether only the text is shown. */
  readonly zen: boolean
}

/**
 * What a tag's key means while nothing is selected: the annotation that was picked, the one that the last key tagged,
 * or the words at the caret, which has been moved since.
 */
export type Intent = 'picked' | 'tagged' | 'caret'
