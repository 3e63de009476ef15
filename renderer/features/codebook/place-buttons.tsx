import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Codebook } from '../../../src/core/codebook/codebook'
import { type Place, moveBy, remove, retire } from '../../state/codebook-edits'
import { IconButton } from '../../ui/button'
import { BackIcon, DownIcon, RemoveIcon, RetireIcon, UpIcon } from '../../ui/icons'
import { type Drafting, useDrafting } from './drafting'

interface Props {
  readonly place: Place
  /** How it is called, for the names of the buttons. */
  readonly name: string
  readonly retired: boolean
  readonly first: boolean
  readonly last: boolean
  /** When it is about to be taken out: where the focus goes is the list's to say. */
  readonly onRemove: () => void
}

/** Moves something in its list, retires it or brings it back, or takes it out while it is new. */
export function PlaceButtons({ place, name, retired, first, last, onRemove }: Props) {
  const drafting = useDrafting()
  const called = name.trim() === '' ? 'the one without a name' : `“${name.trim()}”`
  return (
    <span className="codebook-buttons">
      <IconButton
        name={`Move ${called} up`}
        hint={`Move ${called} up (Alt+↑)`}
        aria-disabled={first}
        onClick={() => move(drafting, place, -1)}
      >
        <UpIcon />
      </IconButton>
      <IconButton
        name={`Move ${called} down`}
        hint={`Move ${called} down (Alt+↓)`}
        aria-disabled={last}
        onClick={() => move(drafting, place, 1)}
      >
        <DownIcon />
      </IconButton>
      {drafting.isSaved(place) ? (
        <IconButton
          name={retired ? `Bring ${called} back` : `Retire ${called}`}
          onClick={() => drafting.change((draft) => retire(draft, place, !retired))}
        >
          {retired ? <BackIcon /> : <RetireIcon />}
        </IconButton>
      ) : (
        <IconButton
          name={`Take ${called} out`}
          onClick={() => {
            flushSync(() => drafting.change((draft) => remove(draft, place)))
            onRemove()
          }}
        >
          <RemoveIcon />
        </IconButton>
      )}
    </span>
  )
}

/** What has the focus keeps it while it moves. */
function move({ change }: Drafting, place: Place, step: 1 | -1): void {
  const focused = document.activeElement
  flushSync(() => change((draft: Codebook) => moveBy(draft, place, step)))
  if (focused instanceof HTMLElement) focused.focus()
}

/** Alt with an arrow moves what the focus is in; the innermost hears it first. */
export function moveByKey(drafting: Drafting, place: Place, event: KeyboardEvent): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented)
    return false
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false
  event.preventDefault()
  move(drafting, place, event.key === 'ArrowUp' ? -1 : 1)
  return true
}
