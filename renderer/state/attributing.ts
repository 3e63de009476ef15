import type { Annotation } from '../../src/core/annotation/annotation'
import { quoteOf } from '../../src/core/annotation/span'
import type { Edit } from '../../src/core/change/change'
import { setAttribute } from '../../src/core/change/edit-attributes'
import type { Author } from '../../src/core/change/edits'
import { type Attribute, type AttributeValue, nameOfValue } from '../../src/core/codebook/attribute'
import { type Codebook, type Tag, tagById } from '../../src/core/codebook/codebook'
import { figureAttributes } from '../../src/core/insight/parse-figure'
import type { OpenArticle } from './open-article'
import { short } from './quoting'
import type { StatusLine } from './status'

/** What of a session is needed to say something of an annotation. */
export interface Attributing {
  readonly article: OpenArticle | undefined
  readonly codebook: Codebook
  readonly author: Author
  readonly status: StatusLine
  perform(edit: Edit): boolean
}

/** What is asked of an annotation: the attributes that its tag offers, and retired ones of which something is said. */
export const attributesOf = (tag: Tag | undefined, { attributes }: Annotation): Attribute[] =>
  (tag?.attributes ?? []).filter(({ id, retired }) => !retired || attributes[id] !== undefined)

/** What the words themselves say of an annotation with this tag. */
export const readFromText = (tag: Tag | undefined, { span }: Annotation): Annotation['attributes'] =>
  tag?.id === 'figure' ? figureAttributes(quoteOf(span)) : {}

/** What is said of an annotation as one line for a list: `forecast · disputed`; empty when nothing is. */
export const summaryOf = (tag: Tag | undefined, annotation: Annotation): string =>
  [
    // What two of them say alike is said once: of 10 percent the unit and the kind.
    ...new Set(
      attributesOf(tag, annotation).flatMap((attribute) => {
        const value = annotation.attributes[attribute.id]
        return value === undefined ? [] : [shownValue(attribute, value)]
      }),
    ),
  ].join(' · ')

const shownValue = (attribute: Attribute, value: AttributeValue): string =>
  typeof value === 'number' && !Number.isInteger(value)
    ? String(Number(value.toPrecision(6)))
    : nameOfValue(attribute, value)

/** Says this of an annotation, or nothing of the kind any more. */
export function giveValue(
  session: Attributing,
  annotation: Annotation,
  attribute: Attribute,
  value: AttributeValue | undefined,
): void {
  const now = session.article?.state.annotations.get(annotation.id)
  if (!now || now.attributes[attribute.id] === value) return
  if (!session.perform(setAttribute(session.author, now, attribute, value))) return
  const name = attribute.name.toLowerCase()
  session.status.say(
    value === undefined
      ? `Cleared the ${name} of ${short(now)}`
      : `Set the ${name} of ${short(now)} to ${shownValue(attribute, value)}`,
  )
}

/** A place to write, as a draft knows it: an attribute of an annotation. */
export const placeOfValue = (annotation: string, attribute: string): string => `${annotation}\n${attribute}`

/** Whether what is written may be saved as it stands: in a field for numbers, a number or nothing. */
export function isWritten(session: Attributing, place: string, words: string): boolean {
  const found = find(session, place)
  return found?.attribute.kind !== 'number' || words.trim() === '' || readNumber(words) !== undefined
}

/** Saves what was written of an annotation; says so, with the words, when it cannot be. */
export function saveWritten(session: Attributing, place: string, words: string): void {
  const found = find(session, place)
  const typed = words.trim()
  if (!found) {
    if (typed !== '')
      session.status.warn(`“${typed}” was not saved, because its annotation has been removed.`)
    return
  }
  const { annotation, attribute } = found
  if (!isWritten(session, place, words)) {
    session.status.warn(`“${typed}” was not saved as ${attribute.name.toLowerCase()}. ${notANumber}`)
    return
  }
  if (typed === '') return giveValue(session, annotation, attribute, undefined)
  giveValue(session, annotation, attribute, attribute.kind === 'number' ? readNumber(typed) : typed)
}

export const notANumber = 'A number is expected, such as 3200000 or 0.5.'

/**
 * The number that a person typed: `3,200,000`, `3 200 000`, `-0.5`, `1e6`. Commas and blanks separate thousands,
 * as in the texts; undefined for anything else.
 */
export function readNumber(words: string): number | undefined {
  const plain = words
    .trim()
    .replace(/^[−–]/, '-')
    .replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, '')
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) && Number.isFinite(Number(plain))
    ? Number(plain)
    : undefined
}

function find(
  { article, codebook }: Attributing,
  place: string,
): { readonly annotation: Annotation; readonly attribute: Attribute } | undefined {
  const [id, attributeId] = place.split('\n')
  const annotation = article?.state.annotations.get(id ?? '')
  const attribute =
    annotation && tagById(codebook, annotation.tag)?.attributes.find((known) => known.id === attributeId)
  return annotation && attribute ? { annotation, attribute } : undefined
}
