import type { Reply } from '../../src/api/contract'
import type { Codebook } from '../../src/core/codebook/codebook'
import type { TextSelection } from '../editor/editor'
import type { IncomingFile } from '../platform/platform'
import type { Mode } from './modes'
import type { OpenArticle } from './open-article'
import type { Past } from './past'

/** Something beside the text that is open; never more than one, and never in the way of reading. */
export type Panel = 'palette' | 'keys' | 'export' | 'person' | 'codebook' | 'goto' | 'everywhere' | 'import'

/** Where the focus may be sent by a command. */
export type Pane =
  | 'documents'
  | 'search'
  | 'article'
  | 'annotations'
  | 'note'
  | 'comment'
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
  readonly panel: Panel | undefined
  /** The files that annotations are to be imported from, while that panel is open. */
  readonly intake: readonly IncomingFile[]
  /** What annotators may say now, and could say before each change of it. */
  readonly codebook: Codebook
  readonly earlier: readonly Codebook[]
  readonly mode: Mode
  /** The history that is looked at, in that mode. */
  readonly past: Past | undefined
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
