import type { Interval } from '../../src/base/intervals'

/** One end of a link: where it lies, and how it is named when it is out of view. */
export interface LinkEnd {
  readonly id: string
  /** Offsets, from the start of the first piece to the end of the last. */
  readonly range: Interval
  /** Id of the tag; its colour is the custom property that `tagProperty` names. */
  readonly tag: string
  readonly glyph: string
  /** The first words. */
  readonly quote: string
}

/** A link that is to be drawn in the margin, from one end to the other. */
export interface DrawnLink {
  readonly id: string
  readonly from: LinkEnd
  readonly to: LinkEnd
  /** The end for which it is drawn; the other one is named and gives the colour. */
  readonly near: 'from' | 'to'
  readonly label: string
  /** Which of the patterns of dashes it has, so that kinds differ by more than their names; any whole number from 0. */
  readonly pattern: number
  /** Drawn for what is under the pointer only. */
  readonly soft: boolean
}

/** The annotation whose ends can be dragged. */
export interface Grasped {
  readonly id: string
  readonly ranges: readonly Interval[]
  /** Whether it may be linked with anything. */
  readonly linkable: boolean
}

/** What of all annotations is shown beside the scroll bar. */
export interface Overview {
  /** What a screen reader says of it. */
  readonly name: string
  /** The marks of each tag, in the order of the tags. */
  readonly tags: readonly { readonly tag: string; readonly marks: readonly Interval[] }[]
  /** The extent of the picked annotation. */
  readonly picked: Interval | undefined
}

/** Asked in each frame that draws around the text, so every answer must be quick, and the same object while nothing changed. */
export interface MarginSource {
  /** `hovered` are the ids of the annotations under the pointer. */
  linksToDraw(hovered: readonly string[]): readonly DrawnLink[]
  grasped(): Grasped | undefined
  overview(): Overview
  /** With which of the annotations `under` the pointer `from` may be linked, if with any. */
  targetOf(
    from: string,
    under: readonly string[],
  ): { readonly id: string; readonly range: Interval } | undefined
}

export interface MarginEvents {
  /** The ends of an annotation were dragged; `ranges` are in order, do not touch and hold whole characters. */
  onResize(id: string, ranges: readonly Interval[]): void
  /** A link was dragged from one annotation to another. */
  onLinkTo(from: string, to: string): void
  /** Somebody wants to see the other end of a link. */
  onGoTo(id: string): void
}
