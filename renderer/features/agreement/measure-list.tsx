import { type KeyboardEvent, useEffect, useId, useMemo } from 'react'
import type { SurveyedMeasure } from '../../../src/core/agreement/survey-result'
import { figureWords, groupsOf, intervalWords, valueOf } from './figures'
import { gammaListed } from './gamma-listed'

interface Props {
  readonly measures: readonly SurveyedMeasure[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

const PAGE = 8 // measures that the Page keys pass

/** Every measure with what it came to, those to begin with first. The arrows move and choose. */
export function MeasureList({ measures, chosen, onChoose }: Props) {
  const groups = useMemo(() => groupsOf(measures), [measures])
  const order = useMemo(() => groups.flatMap((group) => group.measures.map(({ id }) => id)), [groups])
  const same = useMemo(() => whyNowhere(measures), [measures])
  const id = useId()
  useEffect(() => {
    document.getElementById(`${id}${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])
  const byKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = order.indexOf(chosen)
    const moved: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: order.length - 1,
    }
    const next = moved[event.key]
    if (next === undefined) return
    event.preventDefault()
    onChoose(order[Math.min(order.length - 1, Math.max(0, next))]!)
  }
  return (
    <div className="measures">
      {same !== undefined && <p className="measures-note">{same.charAt(0).toUpperCase() + same.slice(1)}.</p>}
      <div
        className="measure-list"
        role="listbox"
        aria-label="Measures"
        tabIndex={0}
        aria-activedescendant={`${id}${chosen}`}
        onKeyDown={byKey}
      >
        {groups.map((group, k) => (
          <div key={group.name} role="group" aria-labelledby={`${id}group${k}`}>
            <div id={`${id}group${k}`} className="measure-group" role="presentation">
              {group.name}
            </div>
            {group.measures.map((measure) => (
              <div
                key={measure.id}
                id={`${id}${measure.id}`}
                className="measure"
                role="option"
                aria-selected={measure.id === chosen}
                onClick={() => onChoose(measure.id)}
              >
                <Line measure={measure} brief={same !== undefined} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

function Line({ measure, brief }: { readonly measure: SurveyedMeasure; readonly brief: boolean }) {
  const { name, all } = measure
  const words = intervalWords(all)
  const none = valueOf(all.figure) === undefined
  return (
    <>
      <span className="measure-name">{name}</span>
      {none ? (
        <span className="measure-interval">
          {measure === gammaListed ? 'worked out on request' : figureWords(all.figure)}
        </span>
      ) : (
        <span className="measure-figure">{figureWords(all.figure)}</span>
      )}
      {!none && !brief && (
        <span className="measure-interval">{'low' in all.interval ? `(${words})` : words}</span>
      )}
    </>
  )
}

/** Why there is no interval, where it is the same for all that have a value: then it is said once. */
function whyNowhere(measures: readonly SurveyedMeasure[]): string | undefined {
  const cells = measures.map(({ all }) => all).filter(({ figure }) => valueOf(figure) !== undefined)
  const why = new Set(cells.map((cell) => ('low' in cell.interval ? '' : intervalWords(cell))))
  const [only] = why
  return why.size === 1 && only !== '' && cells.length > 1 ? only : undefined
}
