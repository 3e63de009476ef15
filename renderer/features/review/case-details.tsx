import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Case } from '../../../src/core/review/cases'
import { type Sign, blindSigns, signsOf } from '../../state/annotator-signs'
import { decide, lookAtNeighbour, lookAtSide } from '../../state/judging'
import type { OpenArticle } from '../../state/open-article'
import type { Reviewing } from '../../state/reviewing'
import { useKeys, useSession } from '../../state/session-context'
import { KeyedButton } from '../../ui/keyed-button'
import { ReasonField } from './reason-field'
import { Side } from './side'

interface Props {
  readonly article: OpenArticle
  readonly review: Reviewing
  readonly children?: ReactNode
}

/** The case that is looked at: the versions side by side, what may be decided, and what was said about it. */
export function CaseDetails({ article, review, children }: Props) {
  const { cases, chosen, annotators, blind, standings } = useStore(review.view)
  const one = cases.find(({ id }) => id === chosen)
  const decided = one !== undefined && standings.get(one.id) === 'settled'
  const signs = useMemo(
    () =>
      one && blind && !decided
        ? blindSigns([...one.members.keys(), ...one.missing], one.id)
        : signsOf(annotators),
    [annotators, blind, one, decided],
  )
  if (!one) return <p className="inspector-hint">Choose a case to see its versions</p>
  return (
    <section className="case-details" aria-label="Case">
      <h3 className="unseen">Case</h3>
      <div className="case-body">
        <Sides article={article} review={review} one={one} signs={signs} />
        <ReasonField review={review} />
        {children}
      </div>
      <Verdicts />
    </section>
  )
}

interface SidesProps {
  readonly article: OpenArticle
  readonly review: Reviewing
  readonly one: Case
  readonly signs: ReadonlyMap<string, Sign>
}

function Sides({ article, review, one, signs }: SidesProps) {
  const session = useSession()
  const side = useStore(review.view, (view) => view.side)
  const state = useStore(review.view, (view) => view.review)
  // In the order of the signs, which tells nothing while names are hidden.
  const order = [...signs.keys()].filter((id) => one.members.has(id))
  return (
    <div className="sides" role="radiogroup" aria-label="Versions">
      {order.map((annotator) => (
        <Side
          key={annotator}
          article={article}
          one={one}
          annotator={annotator}
          sign={signs.get(annotator)!}
          review={state}
          chosen={annotator === side}
          onChoose={() => lookAtSide(session, annotator)}
        />
      ))}
      {one.missing.length > 0 && (
        <p className="side-missing">
          {one.missing.map((id) => signs.get(id)?.name ?? id).join(', ')}: nothing here
        </p>
      )}
    </div>
  )
}

/** What may be decided, each by one key. */
function Verdicts() {
  const session = useSession()
  const { keysOf } = useKeys()
  const choice = (id: string, name: string, onClick: () => void, primary = false) => (
    <KeyedButton name={name} keys={keysOf(id)[0]} primary={primary} onClick={onClick} />
  )
  return (
    <div className="verdicts" role="toolbar" aria-label="Verdict">
      {choice('review.accept', 'Accept', () => decide(session, 'accept'), true)}
      {choice('review.reject', 'Reject', () => decide(session, 'reject'))}
      {choice('review.fix', 'Mend', () => decide(session, 'fix'))}
      {choice('review.discuss', 'Discuss', () => decide(session, 'discuss'))}
      {choice('review.skip', 'Skip', () => lookAtNeighbour(session, 1))}
    </div>
  )
}
