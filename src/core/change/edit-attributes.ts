import type { Annotation } from '../annotation/annotation'
import { type Attribute, type AttributeValue, nameOfValue } from '../codebook/attribute'
import type { Edit } from './change'
import { type Author, editOf, replaced } from './edits'

const LONGEST = 60 // of a value in a name: enough to know it again, short enough for a menu

/** Says this of an annotation, or, when `value` is undefined, no longer says anything of the kind. */
export function setAttribute(
  author: Author,
  annotation: Annotation,
  attribute: Attribute,
  value: AttributeValue | undefined,
): Edit {
  const { [attribute.id]: _, ...others } = annotation.attributes
  const to: Annotation = {
    ...annotation,
    attributes: value === undefined ? others : { ...others, [attribute.id]: value },
    codebook: author.codebook.version,
    modified: author.now(),
  }
  return editOf(author, nameOf(attribute, value), [replaced(annotation, to)])
}

const nameOf = (attribute: Attribute, value: AttributeValue | undefined): string =>
  value === undefined
    ? `Clear ${attribute.name.toLowerCase()}`
    : `Set ${attribute.name.toLowerCase()} to ${shortened(nameOfValue(attribute, value))}`

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`
}
