import { type CSSProperties, useMemo } from 'react'
import { useStore } from 'zustand'
import { signsOf } from '../../state/annotator-signs'
import { settleByRule, toggleBlind } from '../../state/judging'
import type { Reviewing } from '../../state/reviewing'
import { useKeys, useSession } from '../../state/session-context'
import { Button } from '../../ui/button'

/** The line under the text that is an annotator's, from 1; none for 0. */
const lineStyle = (line: number): CSSProperties => ({ '--line-of': line }) as CSSProperties

/** Who is compared, each with the line under the text that is theirs, and what concerns all cases at once. */
export function CompareBar({ review }: { readonly review: Reviewing }) {
  const session = useSession()
  const { withKey } = useKeys()
  const annotators = useStore(review.view, (view) => view.annotators)
  const compared = useStore(review.view, (view) => view.compared)
  const blind = useStore(review.view, (view) => view.blind)
  const signs = useMemo(() => signsOf(annotators), [annotators])
  const toggle = (id: string): void => {
    const next = annotators.map((one) => one.id).filter((one) => compared.includes(one) !== (one === id))
    if (next.length < 2) session.status.hint('Two annotators at least are compared')
    else review.compare(next)
  }
  return (
    <div className="compare-bar">
      <div className="compared" role="group" aria-label="Annotators compared">
        {annotators.map(({ id, name }) => (
          <label
            key={id}
            className="compared-choice"
            data-line={compared.indexOf(id) + 1}
            style={lineStyle(compared.indexOf(id) + 1)}
          >
            <input type="checkbox" checked={compared.includes(id)} onChange={() => toggle(id)} />
            {!blind && (
              <span className="sign" aria-hidden="true">
                {signs.get(id)?.sign}
              </span>
            )}
            <span>{blind ? `Annotator` : name}</span>
          </label>
        ))}
      </div>
      <div className="compare-tools">
        <label
          className="compared-choice"
          title={withKey('Hide who said what until it is decided', 'review.blind')}
        >
          <input type="checkbox" checked={blind} onChange={() => toggleBlind(session)} />
          <span>Blind</span>
        </label>
        <span className="compare-tools-name">Settle</span>
        <Button
          aria-label="Settle what all agree on"
          title={withKey('Settle what all agree on', 'review.settle')}
          onClick={() => settleByRule(session, { majority: false, alone: false })}
        >
          Agreed
        </Button>
        <Button
          aria-label="Settle by majority"
          title="What more than half of those compared have, holds; what they have not, does not"
          disabled={compared.length < 3}
          onClick={() => settleByRule(session, { majority: true, alone: false })}
        >
          Majority
        </Button>
        <Button
          aria-label="Settle what is yours alone"
          title="What you alone marked holds"
          onClick={() => settleByRule(session, { majority: false, alone: true })}
        >
          Mine
        </Button>
      </div>
    </div>
  )
}
