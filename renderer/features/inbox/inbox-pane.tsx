import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Letter } from '../../../src/core/review/inbox'
import { inboxOf } from '../../../src/core/review/inbox'
import { mentionsOf } from '../../../src/core/review/mentions'
import { adoptChosen, beginObjection, lookAtLetter, toggleInbox, unanswered } from '../../state/inbox'
import type { OpenArticle } from '../../state/open-article'
import { peopleIn } from '../../state/people'
import type { InboxView } from '../../state/session-view'
import { useArticle, useKeys, usePreferences, useSession, useSessionView } from '../../state/session-context'
import { IconButton } from '../../ui/button'
import { CloseIcon } from '../../ui/icons'
import { KeyedButton } from '../../ui/keyed-button'
import { EndSplitter } from '../../ui/end-splitter'
import { LetterCard } from './letter-card'
import { Mentions } from './mentions'
import { ObjectionField } from './objection-field'
import './inbox.css'

interface Props {
  readonly article: OpenArticle
  readonly inbox: InboxView
  /** What is said about the annotation that is looked at. */
  readonly children?: ReactNode
}

/** What colleagues decided about one's own annotations, in the place of the annotations. */
export function InboxPane({ article, inbox, children }: Props) {
  const session = useSession()
  const { keysOf, withKey } = useKeys()
  const width = usePreferences(({ annotationsWidth }) => annotationsWidth)
  const person = useSessionView((view) => view.person)
  const state = useArticle(article, (view) => view.state)
  const letters = useMemo(() => inboxOf(state, person.id), [state, person])
  const mentions = useMemo(() => mentionsOf(state, person, peopleIn(state, person)), [state, person])
  const chosen = letters.find(({ verdict }) => verdict.id === inbox.chosen)
  return (
    <aside
      id="annotations"
      className="pane annotations inbox"
      aria-label="Inbox panel"
      data-pane="annotations"
    >
      <header className="pane-head">
        <h2>Verdicts on your work</h2>
        <span className="count" role="status" aria-label="Verdicts to answer">
          {unanswered(letters).length} to answer
        </span>
        <IconButton
          name="Close the inbox"
          hint={withKey('Close the inbox', 'inbox.show')}
          onClick={() => toggleInbox(session)}
        >
          <CloseIcon />
        </IconButton>
      </header>
      <Letters article={article} letters={letters} chosen={chosen} />
      <Mentions mentions={mentions} />
      {(chosen || children) && (
        <div className="inbox-foot">
          <h3 className="unseen">Your answer</h3>
          {!chosen ? null : inbox.objection === undefined ? (
            <div className="verdicts" role="toolbar" aria-label="Answer">
              <KeyedButton
                name="Adopt"
                keys={keysOf('inbox.adopt')[0]}
                primary
                onClick={() => adoptChosen(session)}
              />
              <KeyedButton
                name="Object…"
                keys={keysOf('inbox.object')[0]}
                onClick={() => beginObjection(session)}
              />
            </div>
          ) : (
            <ObjectionField inbox={inbox} />
          )}
          <div className="inbox-comments">{children}</div>
        </div>
      )}
      <EndSplitter
        of="the inbox panel"
        width={width}
        onWidth={(annotationsWidth) => session.preferences.set({ annotationsWidth })}
      />
    </aside>
  )
}

interface LettersProps {
  readonly article: OpenArticle
  readonly letters: readonly Letter[]
  readonly chosen: Letter | undefined
}

function Letters({ article, letters, chosen }: LettersProps) {
  const session = useSession()
  const list = useRef<HTMLDivElement>(null)
  const at = chosen ? letters.indexOf(chosen) : -1
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  useEffect(() => {
    list.current?.focus()
    return session.focus.subscribe((pane) => {
      if (pane === 'annotations') list.current?.focus()
    })
  }, [session])
  return (
    <div
      ref={list}
      className="letters"
      role="listbox"
      aria-label="Verdicts"
      tabIndex={0}
      aria-activedescendant={at >= 0 ? `letter-${at}` : undefined}
    >
      {letters.map((letter, k) => (
        <div
          key={letter.verdict.id}
          id={`letter-${k}`}
          className="letter"
          role="option"
          aria-selected={letter === chosen}
          onClick={() => lookAtLetter(session, letter)}
        >
          <LetterCard article={article} letter={letter} />
        </div>
      ))}
    </div>
  )
}
