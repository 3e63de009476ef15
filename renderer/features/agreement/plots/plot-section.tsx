import { type ReactNode, createContext, useContext, useId } from 'react'
import { useSession } from '../../../state/session-context'
import { type About, type Keepable, type Kept, keep } from './saving'

interface Props {
  readonly title: string
  /** What is to be known to read it. */
  readonly note?: ReactNode
  /** What is chosen about it. */
  readonly choice?: ReactNode
  readonly kept?: Keepable | undefined
  readonly children: ReactNode
}

const WAYS: readonly (readonly [Kept, string])[] = [
  ['svg', 'Save SVG'],
  ['png', 'Save PNG'],
  ['csv', 'Save data'],
]

/** Where the figures of all parts come from. */
export const AboutFigures = createContext<About>({ facts: '', supposed: '' })

/** A part of the screen with a plot or a table, and what it can be kept as. */
export function PlotSection({ title, note, choice, kept, children }: Props) {
  const session = useSession()
  const about = useContext(AboutFigures)
  const id = useId()
  return (
    <section className="plot-section" aria-labelledby={id}>
      <header className="plot-head">
        <h3 id={id}>{title}</h3>
        {choice}
        {kept && (
          <div className="plot-ways" role="group" aria-label={`Keep: ${title}`}>
            {WAYS.filter(([as]) => as === 'csv' || kept.plot).map(([as, name]) => (
              <button
                key={as}
                type="button"
                className="plot-way"
                aria-label={`${name}: ${title}`}
                onClick={() => void keep(session, kept, as, about)}
              >
                {name}
              </button>
            ))}
          </div>
        )}
      </header>
      {note !== undefined && <p className="plot-note">{note}</p>}
      {children}
    </section>
  )
}
