import { type KeyboardEvent, useSyncExternalStore } from 'react'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { useSession } from '../../state/session-context'

/** Where the note of the picked annotation is written. What is typed is the session's at once, and saved by it. */
export function NoteField({ annotation }: { readonly annotation: Annotation }) {
  const { draft, focus } = useSession()
  const { id, note } = annotation
  const words = useSyncExternalStore(draft.subscribe, () => draft.wordsAt(id)) ?? note
  const byKey = (event: KeyboardEvent): void => {
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!done || event.nativeEvent.isComposing) return
    event.preventDefault()
    draft.flush()
    focus.emit('article')
  }
  return (
    <div className="inspector-part">
      <h4 aria-hidden="true">Note</h4>
      <textarea
        className="words-field"
        data-stop="note"
        aria-label="Note"
        placeholder="Add a note"
        rows={1}
        maxLength={100_000}
        value={words}
        onChange={({ target }) => draft.write(id, target.value)}
        onBlur={() => draft.flush()}
        onKeyDown={byKey}
      />
    </div>
  )
}
