import type { KeyboardEvent, PointerEvent } from 'react'
import './splitter.css'

interface Props {
  readonly name: string
  /** Width of the panel beside it, in CSS pixels. */
  readonly value: number
  readonly min: number
  readonly max: number
  readonly usual: number
  /** The side of the window that the panel is on. */
  readonly side: 'start' | 'end'
  /** Id of the panel. */
  readonly controls: string
  readonly onChange: (value: number) => void
}

const STEP = 16

/** The edge of a side panel: dragged, or moved with the arrow keys; a double click gives it its usual place. */
export function Splitter({ name, value, min, max, usual, side, controls, onChange }: Props) {
  const set = (wanted: number): void => onChange(Math.round(Math.min(max, Math.max(min, wanted))))
  const outwards = side === 'start' ? 1 : -1
  const byKey = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 4 * STEP : STEP
    const wanted: Record<string, number> = {
      ArrowRight: value + outwards * step,
      ArrowLeft: value - outwards * step,
      Home: min,
      End: max,
    }
    const next = wanted[event.key]
    if (next === undefined) return
    event.preventDefault()
    set(next)
  }
  const byPointer = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const panel = document.getElementById(controls)?.getBoundingClientRect()
    if (panel) set(side === 'start' ? event.clientX - panel.left : panel.right - event.clientX)
  }
  return (
    <div
      className={`splitter at-${side}`}
      role="separator"
      tabIndex={0}
      aria-label={name}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuetext={`${value} pixels`}
      aria-controls={controls}
      onKeyDown={byKey}
      onDoubleClick={() => set(usual)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={byPointer}
    />
  )
}
