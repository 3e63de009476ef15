import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { tagById } from '../../../src/core/codebook/codebook'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { tagProperty } from '../../editor/tones'
import { findAnnotations } from '../../state/annotation-search'
import { quoteLine } from '../../state/quoting'
import { useCodebook, useSession } from '../../state/session-context'
import { tagNameOf } from '../../state/tagging'
import { Dialog } from '../../ui/dialog'
import { Glyph } from '../../ui/tinted'
import './goto.css'

const MOST = 200 // shown; whoever has more of them types another word

/** Every annotation of the article, found by its words, tag, attributes, note, annotator, or by being unlinked. */
export function GotoPanel() {
  const session = useSession()
  const codebook = useCodebook()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const shown = useRef<HTMLUListElement>(null)
  // As things stood when it was opened: nothing changes behind it.
  const [view] = useState(() => session.article?.view.getState())
  const all = useMemo(
    () => (view ? findAnnotations(view.order, view.state, codebook, query) : []),
    [view, codebook, query],
  )
  const options = all.slice(0, MOST)
  const active = Math.min(at, options.length - 1)

  useEffect(() => {
    shown.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  })

  const go = (annotation: Annotation | undefined): void => {
    if (!annotation) return
    flushSync(() => session.show(undefined))
    session.focus.emit('article')
    session.pick(annotation.id, { reveal: true })
    session.status.say(`${tagNameOf(session, annotation)}: ${quoteLine(annotation)}`)
  }

  const byKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const last = options.length - 1
    const moved: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    }
    const next = moved[event.key]
    if (next !== undefined) setAt(next)
    else if (event.key === 'Enter') go(options[active])
    else return
    event.preventDefault()
  }

  return (
    <Dialog name="Go to annotation" headed={false} onClose={() => session.show(undefined)}>
      <div className="goto">
        <input
          data-first
          className="goto-field"
          role="combobox"
          aria-label="Annotation"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}list`}
          aria-activedescendant={options[active] ? `${id}${options[active].id}` : undefined}
          placeholder="Words, tag, attribute, note, annotator, or “unlinked claim”"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value)
            setAt(0)
          }}
          onKeyDown={byKey}
        />
        <ul ref={shown} id={`${id}list`} className="goto-list" role="listbox" aria-label="Annotations found">
          {options.map((annotation, k) => (
            <li
              key={annotation.id}
              id={`${id}${annotation.id}`}
              className="goto-option"
              role="option"
              aria-selected={k === active}
              aria-label={`${tagNameOf(session, annotation)}: ${quoteLine(annotation)}`}
              onPointerMove={() => setAt(k)}
              onClick={() => go(annotation)}
            >
              <Glyph
                glyph={tagById(codebook, annotation.tag)?.glyph ?? '?'}
                property={tagProperty(annotation.tag)}
              />
              <span className="goto-quote">{quoteLine(annotation)}</span>
            </li>
          ))}
        </ul>
        <p className="goto-count" role="status">
          {all.length === 0
            ? 'No annotation of this article has these words.'
            : `${all.length.toLocaleString('en')} of ${(view?.order.length ?? 0).toLocaleString('en')}${all.length > MOST ? `, the first ${MOST} are shown` : ''}`}
        </p>
      </div>
    </Dialog>
  )
}
