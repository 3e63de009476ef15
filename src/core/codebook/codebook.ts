import { z } from 'zod'
import { id } from '../../base/id'
import { attribute } from './attribute'

export const underline = z.enum(['solid', 'dotted', 'double', 'dashed', 'wavy'])

/** What a tag takes when nothing is selected: the words of this kind around the caret. */
export const taking = z.enum(['sentence', 'name', 'figure', 'word'])

/** A category of annotation, with how it is shown: never by colour alone. */
export const tag = z.object({
  id,
  name: z.string().min(1).max(60),
  /** One character that tags the selection; the tag's place in the list, from 1, does too. */
  key: z.string().length(1),
  /** sRGB, `#rrggbb`; both themes derive their shades from it. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  underline,
  /** One character that marks the tag in lists. */
  glyph: z.string().min(1).max(2),
  description: z.string().max(2000),
  takes: taking.default('word'),
  /** What may be said of its annotations, in the order in which it is asked for. */
  attributes: z.array(attribute).max(50).default([]),
  /** No longer offered; annotations that have it keep it. */
  retired: z.boolean().default(false),
})
export type Tag = z.infer<typeof tag>

/** A kind of link, and between which tags it may run. */
export const linkType = z.object({
  id,
  /** As it reads from its first end: claim *attributed to* source. */
  name: z.string().min(1).max(60),
  /** As it reads from its second end: source *of* claim; empty for one that reads the same from both. */
  inverse: z.string().max(60).default(''),
  /** The pairs of tags that it may join, in its direction. */
  ends: z
    .array(z.object({ from: id, to: id }))
    .min(1)
    .max(100),
  retired: z.boolean().default(false),
})
export type LinkType = z.infer<typeof linkType>

/** What annotators may say. A change makes the next version; annotations remember theirs. */
export const codebook = z.object({
  id,
  name: z.string().min(1).max(200),
  version: z.number().int().min(1),
  tags: z.array(tag).min(1).max(100),
  links: z.array(linkType).max(100),
})
export type Codebook = z.infer<typeof codebook>

/** The tags that are offered, in order. */
export const offeredTags = ({ tags }: Codebook): Tag[] => tags.filter(({ retired }) => !retired)

export const tagById = ({ tags }: Codebook, tagId: string): Tag | undefined =>
  tags.find((known) => known.id === tagId)

export const linkTypeById = ({ links }: Codebook, typeId: string): LinkType | undefined =>
  links.find((known) => known.id === typeId)
