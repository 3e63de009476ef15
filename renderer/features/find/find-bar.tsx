import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react'
import { useStore } from 'zustand'
import type { FindingView } from '../../state/finding'
import { useSession } from '../../state/session-context'
import { IconButton } from '../../ui/button'
import { CloseIcon, DownIcon, UpIcon } from '../../ui/icons'
import { LibraryPlaces } from './library-places'
import './find.css'

/** The field above the text in which words are looked for, in this article or in all of them. */
export function FindBar() {
  const session = useSession()
  const { finding } = session
  const shown = useStore(finding.view, (view) => view.shown)
  const words = useStore(finding.view, (view) => view.words)
  const field = useRef<HTMLInputElement>(null)
  const take = useEffectEvent(() => {
    field.current?.focus()
    field.current?.select()
  })
  useEffect(
    () => session.focus.subscribe((pane) => pane === 'find' && requestAnimationFrame(() => take())),
    [session],
  )
  useEffect(
    () =>
      session.view.subscribe(({ article }, before) => {
        // Once its text is mounted.
        if (article !== before.article) requestAnimationFrame(() => finding.refresh())
      }),
    [session, finding],
  )
  if (!shown) return null
  const close = (): void => {
    finding.hide()
    session.focus.emit('article')
  }
  const byKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === field.current) finding.step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  return (
    <section className="find" aria-label="Find" role="search" onKeyDown={byKey}>
      <div className="find-line">
        <input
          ref={field}
          className="find-field"
          aria-label="Words to find"
          aria-describedby="find-count"
          placeholder="Words to find"
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
          value={words}
          onChange={({ target }) => finding.look({ words: target.value })}
        />
        <Count />
        <IconButton name="Place before" hint="Place before (Shift+Enter)" onClick={() => finding.step(-1)}>
          <UpIcon />
        </IconButton>
        <IconButton name="Next place" hint="Next place (Enter)" onClick={() => finding.step(1)}>
          <DownIcon />
        </IconButton>
        <Switch field="matchCase" name="Match case" mark="Aa" />
        <Switch field="wholeWords" name="Whole words" mark="“ab”" />
        <Everywhere />
        <IconButton name="Close the search" hint="Close the search (Esc)" onClick={close}>
          <CloseIcon />
        </IconButton>
      </div>
      <LibraryPlaces />
    </section>
  )
}

function Count() {
  const { finding } = useSession()
  const words = useStore(finding.view, (view) => view.words)
  const count = useStore(finding.view, (view) => view.places.length)
  const current = useStore(finding.view, (view) => view.current)
  const all = count.toLocaleString('en')
  const said = words.trim() === '' ? '' : count === 0 ? 'Not here' : `${current + 1} of ${all}`
  return (
    <output id="find-count" className="find-count" aria-live="polite">
      {said}
    </output>
  )
}

function Switch({
  field,
  name,
  mark,
}: {
  readonly field: 'matchCase' | 'wholeWords'
  readonly name: string
  readonly mark: string
}) {
  const { finding } = useSession()
  const on = useStore(finding.view, (view: FindingView) => view[field])
  return (
    <button
      type="button"
      className="find-switch"
      aria-label={name}
      title={name}
      aria-pressed={on}
      onClick={() => finding.look({ [field]: !on })}
    >
      {mark}
    </button>
  )
}

function Everywhere() {
  const { finding } = useSession()
  const on = useStore(finding.view, (view) => view.scope === 'library')
  return (
    <button
      type="button"
      className="find-switch"
      aria-pressed={on}
      title="Look in every article of the list"
      onClick={() => finding.look({ scope: on ? 'article' : 'library' })}
    >
      All articles
    </button>
  )
}
