import type { Annotation } from '../annotation/annotation'
import { quoteOf } from '../annotation/span'
import { figureAttributes } from './parse-figure'

type Attributes = Annotation['attributes']

/** What the words themselves say of an annotation with this tag: of a figure its value, unit, kind and comparator. */
export const parsedAttributes = (tag: string, quote: string): Attributes =>
  tag === 'figure' ? figureAttributes(quote) : {}

/**
 * The attributes of an annotation once its words are `quote`: each that says what the words said before says what
 * they say now. What was typed stays, and what was cleared stays away.
 */
export function reparsed({ tag, span, attributes }: Annotation, quote: string): Attributes {
  const before = parsedAttributes(tag, quoteOf(span))
  const now = parsedAttributes(tag, quote)
  const next: Attributes = { ...attributes }
  for (const key of Object.keys({ ...before, ...now })) {
    if (attributes[key] !== before[key]) continue
    const value = now[key]
    if (value === undefined) delete next[key]
    else next[key] = value
  }
  return next
}
