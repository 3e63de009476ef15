import { LEAST_DOCUMENTS } from './bootstrap'
import type { Disagreement } from './disagreements'
import type { Undefined } from './measure'
import type { Cell, MeasureGroup } from './survey-result'

/** Why there is no figure, as a sentence. */
export const whyUndefined: Readonly<Record<Undefined, string>> = {
  'no data': 'Nobody marked anything that counts here.',
  'one category only':
    'Only one category was used here, so that there is nothing to disagree about and chance alone would agree always.',
  'one annotator only': 'No document here was read by two of the annotators.',
  'more than two annotators': 'It compares two annotators at a time; the figures are those of the pairs.',
  'too large': 'A document here has more annotations than this can be worked out for.',
}

/** Why there is no interval, as a sentence; undefined when there is one. */
export function whyNoInterval(interval: Cell['interval']): string | undefined {
  if ('low' in interval) return undefined
  if ('undefined' in interval) return whyUndefined[interval.undefined]
  const { tooFew } = interval
  const documents = `${tooFew === 1 ? 'document counts' : 'documents count'} something here`
  return `Only ${tooFew} ${documents}; with fewer than ${LEAST_DOCUMENTS} an interval would look surer than it is.`
}

/** What the measures of a group are about, as a heading. */
export const groupNames: Readonly<Record<MeasureGroup, string>> = {
  'place-and-tag': 'Place and tag at once',
  place: 'Place',
  tag: 'Tag, given the place',
  practical: 'Shares that explain themselves',
  links: 'Links',
}

/** What became of a case, as a row of a table. */
export const disagreementNames: Readonly<Record<Disagreement, string>> = {
  agreed: 'the same',
  attributesDiffer: 'other attributes',
  boundaryDiffers: 'other boundaries',
  tagDiffers: 'another tag',
  missedByFirst: 'missed by the first',
  missedBySecond: 'missed by the second',
  linkDiffers: 'another link or none',
}

/** A figure to three digits, with a minus sign that is one. */
export const digits = (value: number): string => {
  const written = value.toFixed(3)
  return written === '-0.000' ? '0.000' : written.replace('-', '−')
}

/** `0.815 [0.813, 0.817]`; a dash where there is nothing, which {@link whyUndefined} explains. */
export function cellInWords({ figure, interval }: Cell): string {
  if ('undefined' in figure) return '–'
  return 'low' in interval
    ? `${digits(figure.value)} [${digits(interval.low)}, ${digits(interval.high)}]`
    : digits(figure.value)
}
