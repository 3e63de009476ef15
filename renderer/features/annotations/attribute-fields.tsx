import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { setAttribute } from '../../../src/core/change/edit-attributes'
import { type Attribute, type AttributeValue, nameOfValue } from '../../../src/core/codebook/attribute'
import { tagById } from '../../../src/core/codebook/codebook'
import { useCodebook, useSession } from '../../state/session-context'

/** What the codebook asks of the picked annotation, one field an attribute. */
export function AttributeFields({ annotation }: { readonly annotation: Annotation }) {
  const session = useSession()
  const codebook = useCodebook()
  const place = useRef<HTMLDivElement>(null)
  const attributes = (tagById(codebook, annotation.tag)?.attributes ?? []).filter(
    ({ id, retired }) => !retired || annotation.attributes[id] !== undefined,
  )
  useEffect(
    () =>
      session.focus.subscribe((pane) => {
        if (pane === 'attributes')
          requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('select, input')?.focus())
      }),
    [session],
  )
  const byKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    session.focus.emit('article')
  }
  if (attributes.length === 0) return null
  return (
    <div ref={place} className="attributes" onKeyDown={byKey}>
      {attributes.map((attribute) => (
        <Field
          key={`${annotation.id} ${attribute.id} ${String(annotation.attributes[attribute.id] ?? '')}`}
          attribute={attribute}
          value={annotation.attributes[attribute.id]}
          onChange={(value) => {
            if (value === annotation.attributes[attribute.id]) return
            if (session.perform(setAttribute(session.author, annotation, attribute, value)))
              session.status.say(
                value === undefined
                  ? `Cleared ${attribute.name.toLowerCase()}`
                  : `${attribute.name}: ${nameOfValue(attribute, value)}`,
              )
          }}
        />
      ))}
    </div>
  )
}

interface FieldProps {
  readonly attribute: Attribute
  readonly value: AttributeValue | undefined
  readonly onChange: (value: AttributeValue | undefined) => void
}

function Field({ attribute, value, onChange }: FieldProps) {
  return (
    <label className="attribute" title={attribute.description}>
      <span>{attribute.name}</span>
      {attribute.kind === 'choice' ? (
        <select value={String(value ?? '')} onChange={({ target }) => onChange(target.value || undefined)}>
          <option value="">–</option>
          {attribute.options
            .filter(({ id, retired }) => !retired || id === value)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      ) : (
        <Written attribute={attribute} value={value} onChange={onChange} />
      )}
    </label>
  )
}

/** Saved when it is left or Enter is pressed; what is no number is not taken for one. */
function Written({ attribute, value, onChange }: FieldProps) {
  const [words, setWords] = useState(String(value ?? ''))
  const isNumber = attribute.kind === 'number'
  const isWrong = isNumber && words.trim() !== '' && !Number.isFinite(Number(words))
  const save = (): void => {
    const said = words.trim()
    if (!isWrong) onChange(said === '' ? undefined : isNumber ? Number(said) : said)
  }
  return (
    <input
      value={words}
      inputMode={isNumber ? 'decimal' : 'text'}
      maxLength={10_000}
      aria-invalid={isWrong}
      aria-description={isWrong ? 'This is no number, and is not saved.' : undefined}
      onChange={({ target }) => setWords(target.value)}
      onBlur={save}
      onKeyDown={({ key }) => key === 'Enter' && save()}
    />
  )
}
