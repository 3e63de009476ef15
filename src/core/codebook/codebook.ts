import { z } from 'zod'
import { id } from '../../base/id'

export const underline = z.enum(['solid', 'dotted', 'double', 'dashed', 'wavy'])

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
})
export type Tag = z.infer<typeof tag>

/** A kind of link and the tags that its ends may have. */
export const linkType = z.object({
  id,
  name: z.string().min(1).max(60),
  from: z.array(id).min(1),
  to: z.array(id).min(1),
})
export type LinkType = z.infer<typeof linkType>

/** What annotators may say. A change makes the next version; annotations remember theirs. */
export const codebook = z.object({
  id,
  name: z.string().min(1).max(200),
  version: z.number().int().min(1),
  tags: z.array(tag).min(1),
  links: z.array(linkType),
})
export type Codebook = z.infer<typeof codebook>

/** Claims, sources and figures. The colours are of the Okabe–Ito palette, which colour-blind readers tell apart. */
export const newsCodebook: Codebook = {
  id: 'assay-news',
  name: 'Claims, sources and figures',
  version: 1,
  tags: [
    {
      id: 'claim',
      name: 'Claim',
      key: 'c',
      colour: '#0072b2',
      underline: 'solid',
      glyph: '❝',
      description: 'A statement that can be true or false, or that forecasts, judges or announces.',
    },
    {
      id: 'source',
      name: 'Source',
      key: 's',
      colour: '#d55e00',
      underline: 'dotted',
      glyph: '◆',
      description: 'Who or what a claim is attributed to: a person, an institution, a document, a medium.',
    },
    {
      id: 'figure',
      name: 'Figure',
      key: 'f',
      colour: '#009e73',
      underline: 'double',
      glyph: '#',
      description: 'A number with its unit and qualifier: a share, a sum, a count, a date, a duration.',
    },
  ],
  links: [
    { id: 'attributed-to', name: 'attributed to', from: ['claim'], to: ['source'] },
    { id: 'quantified-by', name: 'quantified by', from: ['claim'], to: ['figure'] },
    { id: 'supports', name: 'supports', from: ['claim'], to: ['claim'] },
    { id: 'contradicts', name: 'contradicts', from: ['claim'], to: ['claim'] },
    { id: 'same-as', name: 'same as', from: ['claim', 'source'], to: ['claim', 'source'] },
  ],
}
