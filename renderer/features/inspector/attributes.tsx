import { useId } from 'react'
import type { Annotation } from '../../../src/core/annotation/annotation'
import type { Attribute, AttributeValue } from '../../../src/core/codebook/attribute'
import { tagById } from '../../../src/core/codebook/codebook'
import { attributesOf, giveValue, readFromText } from '../../state/attributing'
import { useCodebook, useSession } from '../../state/session-context'
import { type Choice, Choices } from '../../ui/choices'
import { ValueField } from './value-field'

/** What is said of an annotation beside its tag, as the codebook asks for it. */
export function Attributes({ annotation }: { readonly annotation: Annotation }) {
  const tag = tagById(useCodebook(), annotation.tag)
  const read = readFromText(tag, annotation)
  const asked = attributesOf(tag, annotation)
  if (asked.length === 0) return null
  return (
    <div className="attributes">
      {asked.map((attribute) => {
        const value = annotation.attributes[attribute.id]
        return (
          <AttributeRow
            key={attribute.id}
            annotation={annotation}
            attribute={attribute}
            isRead={value !== undefined && value === read[attribute.id]}
          />
        )
      })}
    </div>
  )
}

function AttributeRow({
  annotation,
  attribute,
  isRead,
}: {
  readonly annotation: Annotation
  readonly attribute: Attribute
  /** Whether it says what the words themselves say. */
  readonly isRead: boolean
}) {
  const session = useSession()
  const id = useId()
  const value = annotation.attributes[attribute.id]
  const about = isRead ? `${id}read` : undefined
  return (
    <>
      <label className="attribute-name" htmlFor={`${id}field`} title={attribute.description}>
        {attribute.name}
      </label>
      <div className="attribute" data-stop={attribute.kind === 'choice' ? 'attribute' : undefined}>
        {attribute.kind === 'choice' ? (
          <Choices
            name={attribute.name}
            choices={optionsOf(attribute, value)}
            chosen={value === undefined ? undefined : String(value)}
            eager
            describedBy={about}
            onChoose={(chosen) => giveValue(session, annotation, attribute, chosen)}
          />
        ) : (
          <ValueField id={`${id}field`} annotation={annotation} attribute={attribute} describedBy={about} />
        )}
        {isRead && (
          <span id={about} className="attribute-read" title="What the words themselves say">
            from the text
          </span>
        )}
      </div>
    </>
  )
}

/** What is offered, and what is chosen even if it no longer is. */
function optionsOf(
  { options }: Extract<Attribute, { readonly kind: 'choice' }>,
  value: AttributeValue | undefined,
): Choice[] {
  const offered = options.filter(({ id, retired }) => !retired || id === value)
  const known = value === undefined || offered.some(({ id }) => id === value)
  return known ? offered : [...offered, { id: String(value), name: String(value) }]
}
