import { type KeyboardEvent, useRef } from 'react'
import './choices.css'

export interface Choice {
  readonly id: string
  readonly name: string
}

interface Props {
  /** What is chosen: the names of the buttons begin with it, `Kind: forecast`. */
  readonly name: string
  readonly choices: readonly Choice[]
  readonly chosen: string | undefined
  /** Undefined when what was chosen is to be chosen no more. */
  readonly onChoose: (id: string | undefined) => void
  /** Whether the arrow keys choose what they come to; otherwise Enter does. */
  readonly eager?: boolean
  readonly describedBy?: string | undefined
}

/**
 * A few values of which one may be chosen, as a row of small buttons and one stop for the Tab key: the arrows move, a
 * digit chooses the value at that place, Delete or choosing again what is chosen leaves none.
 */
export function Choices({ name, choices, chosen, onChoose, eager = false, describedBy }: Props) {
  const group = useRef<HTMLDivElement>(null)
  const reachable = Math.max(
    0,
    choices.findIndex(({ id }) => id === chosen),
  )

  const moveTo = (at: number): void => {
    const buttons = group.current?.querySelectorAll('button') ?? []
    buttons[at]?.focus()
    if (eager) onChoose(choices[at]?.id)
  }

  const byKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const last = choices.length - 1
    const moved = { ArrowRight: at >= last ? 0 : at + 1, ArrowLeft: at <= 0 ? last : at - 1 }[event.key]
    if (moved !== undefined) moveTo(moved)
    else if (/^[0-9]$/.test(event.key)) chooseAt(Number(event.key) - 1)
    else if (event.key === 'Delete' || event.key === 'Backspace') onChoose(undefined)
    else return
    event.preventDefault()
  }

  // A digit beyond the last does nothing, and is kept from meaning something else.
  const chooseAt = (at: number): void => {
    const choice = choices[at]
    if (!choice) return
    group.current?.querySelectorAll('button')[at]?.focus()
    if (choice.id !== chosen) onChoose(choice.id)
  }

  return (
    <div
      ref={group}
      className="choices"
      role="radiogroup"
      aria-label={name}
      aria-describedby={describedBy}
      onKeyDown={byKey}
    >
      {choices.map((choice, k) => (
        <button
          key={choice.id}
          type="button"
          className="choice"
          role="radio"
          aria-checked={choice.id === chosen}
          aria-label={`${name}: ${choice.name}`}
          tabIndex={k === reachable ? 0 : -1}
          data-digit={k < 9 ? k + 1 : undefined}
          onClick={() => onChoose(choice.id === chosen ? undefined : choice.id)}
        >
          {choice.name}
        </button>
      ))}
    </div>
  )
}
