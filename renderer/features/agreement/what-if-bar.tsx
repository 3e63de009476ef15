import { type ChangeEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { WhatIf } from '../../../src/core/agreement/what-if'
import { asItIs } from '../../../src/core/agreement/what-if'
import { tagById } from '../../../src/core/codebook/codebook'
import { signsOf } from '../../state/annotator-signs'
import type { Agreement } from '../../state/agreement'
import { useCodebook, useSession } from '../../state/session-context'
import { Button } from '../../ui/button'
import { CloseIcon } from '../../ui/icons'

/** Whom the figures are of, and what is supposed: nothing of it is written anywhere. */
export function WhatIfBar({ agreement }: { readonly agreement: Agreement }) {
  const whatIf = useStore(agreement.view, (view) => view.whatIf)
  const supposing = isSupposing(whatIf)
  const nobody = useStore(agreement.view, ({ people, working }) => people.length === 0 && !working)
  if (nobody && !supposing) return null
  return (
    <section className="what-if" aria-label="What if" data-supposing={supposing}>
      <Annotators agreement={agreement} leaveOut={whatIf.leaveOut} />
      <div className="what-if-row">
        <span className="what-if-name">What if</span>
        <Merging agreement={agreement} merge={whatIf.merge} />
        <Shift agreement={agreement} ignoreShift={whatIf.ignoreShift} />
        {supposing && (
          <Button className="what-if-end" onClick={() => void agreement.suppose(asItIs)}>
            As it is
          </Button>
        )}
      </div>
    </section>
  )
}

const isSupposing = ({ leaveOut, merge, ignoreShift }: WhatIf): boolean =>
  leaveOut.length > 0 || merge.length > 0 || ignoreShift > 0

function Annotators({
  agreement,
  leaveOut,
}: {
  readonly agreement: Agreement
  readonly leaveOut: WhatIf['leaveOut']
}) {
  const session = useSession()
  const people = useStore(agreement.view, (view) => view.people)
  const signs = useMemo(() => signsOf(people), [people])
  const toggle = (id: string): void => {
    const next = leaveOut.includes(id) ? leaveOut.filter((one) => one !== id) : [...leaveOut, id]
    const left = people.filter((person) => !next.includes(person.id))
    if (left.length < 2) return session.status.hint('Two annotators at least are compared')
    void agreement.suppose({ leaveOut: next })
  }
  return (
    <div className="what-if-row" role="group" aria-label="Annotators">
      <span className="what-if-name" aria-hidden="true">
        Annotators
      </span>
      {people.map(({ id, name }) => (
        <label key={id} className="what-if-person">
          <input type="checkbox" checked={!leaveOut.includes(id)} onChange={() => toggle(id)} />
          <span className="sign" aria-hidden="true">
            {signs.get(id)?.sign}
          </span>
          <span>{name}</span>
        </label>
      ))}
    </div>
  )
}

/** Tags that count as others: those that do, and one more to choose. */
function Merging({ agreement, merge }: { readonly agreement: Agreement; readonly merge: WhatIf['merge'] }) {
  const codebook = useCodebook()
  const [tag, setTag] = useState('')
  const nameOf = (id: string): string => tagById(codebook, id)?.name ?? id
  const free = codebook.tags.filter(({ id }) => !merge.some((one) => one.tag === id))
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>): void => {
    setTag('')
    void agreement.suppose({ merge: [...merge, { tag, into: target.value }] })
  }
  return (
    <>
      {merge.map((one) => (
        <button
          key={one.tag}
          type="button"
          className="what-if-merged"
          aria-label={`Tell ${nameOf(one.tag)} from ${nameOf(one.into)} again`}
          onClick={() => void agreement.suppose({ merge: merge.filter((other) => other !== one) })}
        >
          {nameOf(one.tag)} counts as {nameOf(one.into)}
          <CloseIcon />
        </button>
      ))}
      <span className="what-if-merge">
        <select
          aria-label="Tag that counts as another"
          value={tag}
          onChange={({ target }) => setTag(target.value)}
        >
          <option value="">{merge.length > 0 ? 'another tag' : 'a tag'}</option>
          {free.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <span>counts as</span>
        <select aria-label="The tag it counts as" value="" disabled={tag === ''} onChange={choose}>
          <option value="">another</option>
          {free
            .filter(({ id }) => id !== tag)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </span>
    </>
  )
}

const PAUSE_MS = 350 // a number is typed digit by digit

function Shift({ agreement, ignoreShift }: { readonly agreement: Agreement; readonly ignoreShift: number }) {
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const timer = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    setTyped(target.value)
    clearTimeout(timer.current)
    const wanted = Math.min(1000, Math.max(0, Math.round(target.valueAsNumber || 0)))
    timer.current = window.setTimeout(() => {
      setTyped(undefined)
      if (wanted !== ignoreShift) void agreement.suppose({ ignoreShift: wanted })
    }, PAUSE_MS)
  }
  return (
    <span className="what-if-shift">
      <label htmlFor={id}>ignore boundary shifts up to</label>
      <input id={id} type="number" min={0} max={1000} value={typed ?? ignoreShift} onChange={type} />
      <span aria-hidden="true">characters</span>
    </span>
  )
}
