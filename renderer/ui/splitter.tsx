import type { KeyboardEvent, PointerEvent } from 'react'
import './splitter.css'

interface Props {
  readonly name: string
  /** Width or height of the panel beside it, in CSS pixels. */
  readonly value: number
  readonly min: number
  readonly max: number
  readonly usual: number
  /** The side of the window that the panel is on; one at the bottom has its edge above it. */
  readonly side: 'start' | 'end' | 'bottom'
  /** Id of the panel. */
  readonly controls: string
  readonly onChange: (value: number) => void
}

const STEP = 16

/** The keys that make a panel larger and smaller: its edge goes where the arrow points. */
const KEYS = {
  start: { larger: 'ArrowRight', smaller: 'ArrowLeft' },
  end: { larger: 'ArrowLeft', smaller: 'ArrowRight' },
  bottom: { larger: 'ArrowUp', smaller: 'ArrowDown' },
} as const

/** The edge of a panel: dragged, or moved with the arrow keys; a double click gives it its usual place. */
export function Splitter({ name, value, min, max, usual, side, controls, onChange }: Props) {
  const set = (wanted: number): void => onChange(Math.round(Math.min(max, Math.max(min, wanted))))
  const byKey = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 4 * STEP : STEP
    const { larger, smaller } = KEYS[side]
    const wanted: Record<string, number> = {
      [larger]: value + step,
      [smaller]: value - step,
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
    if (!panel) return
    const { clientX, clientY } = event
    set({ start: clientX - panel.left, end: panel.right - clientX, bottom: panel.bottom - clientY }[side])
  }
  return (
    <div
      className={`splitter at-${side}`}
      role="separator"
      tabIndex={0}
      aria-label={name}
      aria-orientation={side === 'bottom' ? 'horizontal' : 'vertical'}
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
