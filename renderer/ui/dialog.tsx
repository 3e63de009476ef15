import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react'
import { IconButton } from './button'
import { CloseIcon } from './icons'
import './dialog.css'

interface Props {
  readonly name: string
  readonly onClose: () => void
  /** Whether the name is shown as a heading; otherwise it is only heard. */
  readonly headed?: boolean
  readonly children: ReactNode
}

/**
 * A panel above the window, which looks as if the window were still at hand: a click beside it or Escape puts it
 * away, and the focus goes back to where it was. What is to have the focus first says so with `data-first`.
 */
export function Dialog({ name, onClose, headed = true, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useLayoutEffect(() => {
    const shown = dialog.current
    if (!shown) return undefined
    const before = document.activeElement
    shown.showModal()
    shown.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      shown.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  const cancel = (event: SyntheticEvent): void => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog
      ref={dialog}
      className="dialog"
      {...(headed ? { 'aria-labelledby': heading } : { 'aria-label': name })}
      onCancel={cancel}
      onPointerDown={(event) =>
        event.target === dialog.current && isBeside(event, dialog.current) && onClose()
      }
    >
      {headed && (
        <header className="dialog-head">
          <h2 id={heading}>{name}</h2>
          <IconButton name="Close" onClick={onClose}>
            <CloseIcon />
          </IconButton>
        </header>
      )}
      {children}
    </dialog>
  )
}

function isBeside({ clientX, clientY }: { clientX: number; clientY: number }, dialog: Element): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
