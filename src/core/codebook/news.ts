import type { Attribute } from './attribute'
import type { Codebook } from './codebook'

const choice = (
  id: string,
  name: string,
  description: string,
  options: Readonly<Record<string, string>>,
): Attribute => ({
  kind: 'choice',
  id,
  name,
  description,
  retired: false,
  options: Object.entries(options).map(([key, called]) => ({ id: key, name: called, retired: false })),
})

const field = (kind: 'text' | 'number', id: string, name: string, description: string): Attribute => ({
  kind,
  id,
  name,
  description,
  retired: false,
})

const claimAttributes: Attribute[] = [
  choice('kind', 'Kind', 'What the statement does.', {
    fact: 'fact',
    forecast: 'forecast',
    opinion: 'opinion',
    policy: 'policy',
  }),
  choice('check-worthiness', 'Worth checking', 'How much depends on whether it is true.', {
    high: 'high',
    medium: 'medium',
    low: 'low',
  }),
  choice('status', 'Status', 'What checking it has found.', {
    unchecked: 'unchecked',
    supported: 'supported',
    disputed: 'disputed',
    refuted: 'refuted',
  }),
  choice('confidence', 'My confidence', 'How sure the annotator is of this annotation.', {
    sure: 'sure',
    likely: 'likely',
    unsure: 'unsure',
  }),
]

const sourceAttributes: Attribute[] = [
  choice('kind', 'Kind', 'What the source is.', {
    named: 'named person',
    unnamed: 'unnamed person',
    institution: 'institution',
    document: 'document',
    media: 'media',
  }),
  field('text', 'name', 'Listed as', 'The name under which it is listed, when the text has another.'),
  field('text', 'role', 'Role', 'In what role it speaks.'),
]

const figureAttributes: Attribute[] = [
  field('number', 'value', 'Value', 'The number, written out: 3.2 million is 3200000.'),
  field('text', 'unit', 'Unit', 'What is counted or measured.'),
  choice('kind', 'Kind', 'What sort of figure it is.', {
    percent: 'percent',
    money: 'money',
    count: 'count',
    duration: 'duration',
    date: 'date',
    ordinal: 'ordinal',
    ratio: 'ratio',
  }),
  choice('comparator', 'Comparator', 'How the text qualifies it.', {
    about: 'about',
    nearly: 'nearly',
    'at-least': 'at least',
    'up-to': 'up to',
    'more-than': 'more than',
    'less-than': 'less than',
  }),
]

const ends = (...pairs: readonly (readonly [string, string])[]) => pairs.map(([from, to]) => ({ from, to }))

/** Claims, sources and figures. The colours are of the Okabe–Ito palette, which colour-blind readers tell apart. */
export const newsCodebook: Codebook = {
  id: 'assay-news',
  name: 'Claims, sources and figures',
  version: 2,
  tags: [
    {
      id: 'claim',
      name: 'Claim',
      key: 'c',
      colour: '#0072b2',
      underline: 'solid',
      glyph: '❝',
      description: 'A statement that can be true or false, or that forecasts, judges or announces.',
      takes: 'sentence',
      attributes: claimAttributes,
      retired: false,
    },
    {
      id: 'source',
      name: 'Source',
      key: 's',
      colour: '#d55e00',
      underline: 'dotted',
      glyph: '◆',
      description: 'Who or what a claim is attributed to: a person, an institution, a document, a medium.',
      takes: 'name',
      attributes: sourceAttributes,
      retired: false,
    },
    {
      id: 'figure',
      name: 'Figure',
      key: 'f',
      colour: '#009e73',
      underline: 'double',
      glyph: '#',
      description: 'A number with its unit and qualifier: a share, a sum, a count, a date, a duration.',
      takes: 'figure',
      attributes: figureAttributes,
      retired: false,
    },
  ],
  links: [
    {
      id: 'attributed-to',
      name: 'attributed to',
      inverse: 'source of',
      ends: ends(['claim', 'source']),
      retired: false,
    },
    {
      id: 'quantified-by',
      name: 'quantified by',
      inverse: 'quantifies',
      ends: ends(['claim', 'figure']),
      retired: false,
    },
    {
      id: 'supports',
      name: 'supports',
      inverse: 'supported by',
      ends: ends(['claim', 'claim']),
      retired: false,
    },
    {
      id: 'contradicts',
      name: 'contradicts',
      inverse: '',
      ends: ends(['claim', 'claim']),
      retired: false,
    },
    {
      id: 'same-as',
      name: 'same as',
      inverse: '',
      ends: ends(['source', 'source'], ['claim', 'claim']),
      retired: false,
    },
  ],
}
