import { type KeyboardEvent, useId, useSyncExternalStore } from 'react'
import type { Annotation } from '../../../src/core/annotation/annotation'
import type { Attribute } from '../../../src/core/codebook/attribute'
import { isWritten, notANumber, placeOfValue } from '../../state/attributing'
import { useSession } from '../../state/session-context'

interface Props {
  readonly id: string
  readonly annotation: Annotation
  readonly attribute: Attribute
  readonly describedBy: string | undefined
}

/** Where an attribute is written. What is typed is the session's at once, and saved by it. */
export function ValueField({ id, annotation, attribute, describedBy }: Props) {
  const session = useSession()
  const problem = useId()
  const { written, focus } = session
  const place = placeOfValue(annotation.id, attribute.id)
  const typed = useSyncExternalStore(written.subscribe, () => written.wordsAt(place))
  const saved = annotation.attributes[attribute.id]
  const wrong = typed !== undefined && !isWritten(session, place, typed)
  const byKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') written.settle()
    else if (event.key === 'Escape') {
      written.settle()
      focus.emit('article')
    } else return
    event.preventDefault()
  }
  return (
    <>
      <input
        id={id}
        data-stop="attribute"
        className="value-field"
        aria-label={attribute.name}
        aria-invalid={wrong || undefined}
        aria-describedby={[wrong ? problem : undefined, describedBy].filter(Boolean).join(' ') || undefined}
        inputMode={attribute.kind === 'number' ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        maxLength={10_000}
        value={typed ?? (saved === undefined ? '' : String(saved))}
        onChange={({ target }) => written.write(place, target.value)}
        onBlur={() => written.settle()}
        onKeyDown={byKey}
      />
      {wrong && (
        <span id={problem} className="attribute-problem">
          {notANumber}
        </span>
      )}
    </>
  )
}
