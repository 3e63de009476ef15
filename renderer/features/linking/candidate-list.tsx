import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { type Candidate, candidatesFor, foundAmong } from '../../state/link-candidates'
import { aim, aimNeighbour, chooseTarget, stopLinking } from '../../state/linking'
import type { OpenArticle } from '../../state/open-article'
import type { Linking } from '../../state/session-view'
import { useArticle, useCodebook, useSession, useSessionView } from '../../state/session-context'
import { CandidateOption } from './candidate-option'

const SHOWN = 100 // of thousands; whoever wants another one types a few letters of it

interface Props {
  readonly article: OpenArticle
  readonly origin: Annotation
  readonly purpose: Linking['purpose']
  readonly label: string
}

/** What an annotation may be linked to or merged with, the nearest first; typing finds among them. */
export function CandidateList({ article, origin, purpose, label }: Props) {
  const session = useSession()
  const codebook = useCodebook()
  const id = useId()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const state = useArticle(article, (view) => view.state)
  const aimed = useSessionView(({ linking }) => linking?.candidate)
  const all = useMemo(
    () => candidatesFor(state, codebook, origin, purpose),
    [state, codebook, origin, purpose],
  )
  const found = useMemo(() => foundAmong(all, codebook, typed).slice(0, SHOWN), [all, codebook, typed])
  const at = found.findIndex(({ annotation }) => annotation.id === aimed)

  useLayoutEffect(() => field.current?.focus(), [])
  useEffect(() => {
    // Newer browsers give a promise, which is no clean-up.
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  // What Enter would choose is one of those that are listed.
  const strayed = at < 0 ? found[0]?.annotation.id : undefined
  useEffect(() => {
    if (strayed !== undefined) aim(session, strayed)
  }, [session, strayed])

  const choose = (candidate: Candidate | undefined): void => {
    if (candidate) chooseTarget(session, candidate.annotation.id)
    else session.status.hint('Nothing that it may be linked to has these words')
  }

  const byKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const last = found.length - 1
    const next = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 5),
      PageUp: Math.max(0, at - 5),
    }[event.key]
    if (next !== undefined) {
      if (found[next]) aim(session, found[next].annotation.id, { reveal: true })
    } else if (event.key === 'Enter') choose(found[at])
    else if (event.key === 'Escape') stopLinking(session)
    else if (typed === '' && (event.key === ']' || event.key === '['))
      aimNeighbour(session, event.key === ']' ? 1 : -1)
    else return
    event.preventDefault()
  }

  return (
    <div className="candidates">
      <div className="candidates-head">
        <label htmlFor={`${id}field`}>{label}</label>
        <input
          ref={field}
          id={`${id}field`}
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}list`}
          aria-activedescendant={at >= 0 ? `${id}${at}` : undefined}
          placeholder="Type a few letters, or click it in the text"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            const [first] = foundAmong(all, codebook, target.value)
            if (first) aim(session, first.annotation.id)
          }}
          onKeyDown={byKey}
        />
      </div>
      <ul
        ref={list}
        id={`${id}list`}
        className="candidate-list"
        role="listbox"
        aria-label="Annotations to choose from"
      >
        {found.map((candidate, k) => (
          <CandidateOption
            key={candidate.annotation.id}
            id={`${id}${k}`}
            candidate={candidate}
            aimed={k === at}
            onChoose={() => choose(candidate)}
          />
        ))}
      </ul>
      {found.length === 0 && <p className="candidates-none">None has these words.</p>}
    </div>
  )
}
