import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { type Agreement, GAMMA } from '../../state/agreement'
import { useSession } from '../../state/session-context'
import { AgreementHead } from './agreement-head'
import { gammaListed } from './gamma-listed'
import { MeasureDetails } from './measure-details'
import { MeasureList } from './measure-list'
import { Nothing } from './nothing'
import { WhatIfBar } from './what-if-bar'
import './agreement.css'
import './tables.css'

/** How far annotators agree, in the place of the article and its annotations. */
export function AgreementPane({ agreement }: { readonly agreement: Agreement }) {
  const session = useSession()
  const pane = useRef<HTMLElement>(null)
  const survey = useStore(agreement.view, (view) => view.survey)
  const working = useStore(agreement.view, (view) => view.working !== undefined && !view.working.gamma)
  const chosen = useStore(agreement.view, (view) => view.measure)
  const troubles = useStore(agreement.view, (view) => view.troubles)
  const measures = useMemo(
    () =>
      survey && survey.measures.length > 0 && !survey.measures.some(({ id }) => id === GAMMA)
        ? [...survey.measures, gammaListed]
        : (survey?.measures ?? []),
    [survey],
  )
  const wanted = measures.find(({ id }) => id === chosen) ?? measures[0]
  const shown = useMemo(() => (survey && wanted ? { survey, measure: wanted } : undefined), [survey, wanted])
  // The list is there and moves at once; what it leads to follows when there is time, without holding anything up.
  const details = useDeferredValue(shown)

  useEffect(() => {
    pane.current?.focus()
    return session.focus.subscribe((where) => {
      if (where === 'article') focusFirst(pane.current)
      if (where === 'annotations') pane.current?.querySelector<HTMLElement>('.measure-details')?.focus()
    })
  }, [session])
  // Where keys are wanted first, unless somebody is elsewhere already.
  const ready = survey !== undefined && survey.texts > 0
  useEffect(() => {
    if (ready && document.activeElement === pane.current) focusFirst(pane.current)
  }, [ready])

  return (
    <main
      ref={pane}
      className="pane agreement"
      aria-label="Agreement"
      data-pane="article"
      aria-busy={working}
      tabIndex={-1}
    >
      <AgreementHead agreement={agreement} />
      <WhatIfBar agreement={agreement} />
      {troubles.length > 0 && <Troubles troubles={troubles} />}
      {survey && survey.texts > 0 && wanted ? (
        <div className="agreement-body" data-earlier={working}>
          <MeasureList measures={measures} chosen={wanted.id} onChoose={(id) => agreement.choose(id)} />
          {details ? (
            <MeasureDetails agreement={agreement} {...details} />
          ) : (
            <div className="measure-details" />
          )}
        </div>
      ) : (
        <Nothing agreement={agreement} />
      )}
    </main>
  )
}

const focusFirst = (pane: HTMLElement | null): void =>
  (pane?.querySelector<HTMLElement>('[role="listbox"]') ?? pane)?.focus()

function Troubles({ troubles }: { readonly troubles: readonly string[] }) {
  return (
    <ul className="agreement-troubles" role="list" aria-label="Left out">
      {troubles.map((trouble) => (
        <li key={trouble}>{trouble}</li>
      ))}
    </ul>
  )
}
