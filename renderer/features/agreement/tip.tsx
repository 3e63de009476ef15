import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'

interface Props {
  readonly name: string
  readonly children: ReactNode
}

/** Words that are shown while the pointer or the focus is on their name; Escape puts them away. */
export function Tip({ name, children }: Props) {
  const [shown, show] = useState(false)
  const id = useId()
  const byKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !shown) return
    event.preventDefault()
    show(false)
  }
  return (
    <span
      className="tip"
      onPointerEnter={() => show(true)}
      onPointerLeave={() => show(false)}
      onFocus={() => show(true)}
      onBlur={() => show(false)}
      onKeyDown={byKey}
    >
      <button type="button" className="link-button" aria-describedby={id} onClick={() => show(true)}>
        {name}
      </button>
      <span id={id} className="tip-words" role="tooltip" hidden={!shown}>
        {children}
      </span>
    </span>
  )
}
