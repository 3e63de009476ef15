import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Command } from '../../../src/api/commands'
import { whyNot } from '../../../src/api/key-bindings'
import { chosenName, shownKeys } from '../../state/keys'
import { bind, holdersNow, resetKeys } from '../../state/rebinding'
import { useSession } from '../../state/session-context'
import { KeysShown } from '../../ui/keys-shown'

interface Props {
  readonly command: Command
  /** Whether its keys are not the default ones. */
  readonly changed: boolean
  /** Names of other commands that have one of its keys. */
  readonly sharing: readonly string[]
  readonly listening: boolean
  readonly onListen: (listening: boolean) => void
}

/** A command with its keys, which can be changed here: the next key that is pressed becomes its key. */
export function KeyRow({ command, changed, sharing, listening, onListen }: Props) {
  const session = useSession()
  const { mac } = session
  const keys = command.keys.map((one) => shownKeys(one, mac))
  const name = command.name.replace('…', '')
  const button = useRef<HTMLButtonElement>(null)
  const end = (): void => {
    onListen(false)
    button.current?.focus()
  }
  return (
    <li className="key-row">
      <span className="key-row-name">{name}</span>
      <span className="key-row-keys">
        {keys.map((one) => (
          <KeysShown key={one} keys={one} />
        ))}
        <span className="unseen">{keys.join(' or ') || 'no key'}</span>
      </span>
      <button
        ref={button}
        type="button"
        className="key-button"
        aria-label={`Change the keys of “${name}”`}
        aria-expanded={listening}
        onClick={() => onListen(!listening)}
      >
        Change
      </button>
      {changed && (
        <button
          type="button"
          className="key-button"
          aria-label={`Reset the keys of “${name}”`}
          onClick={() => {
            resetKeys(session, command.id)
            end()
          }}
        >
          Reset
        </button>
      )}
      {sharing.length > 0 && !listening && (
        <p className="key-row-more alarming">
          Also the key of {sharing.map((other) => `“${other.replace('…', '')}”`).join(' and ')}.
        </p>
      )}
      {listening && <Listening command={command} onEnd={end} />}
    </li>
  )
}

/** Hears the next key press. A key that another command has is taken from it only when that is said once more. */
function Listening({ command, onEnd }: { readonly command: Command; readonly onEnd: () => void }) {
  const session = useSession()
  const place = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<string>()
  const holders = wanted === undefined ? [] : holdersNow(session, command.id, [wanted])
  const refusal = wanted === undefined ? undefined : whyNot(wanted)
  const asks = wanted !== undefined && refusal === undefined && holders.length > 0
  useLayoutEffect(() => {
    const focused = asks ? place.current?.querySelector('button') : place.current
    focused?.focus()
  }, [asks])

  const take = (keys: readonly string[]): void => {
    bind(session, command, keys)
    onEnd()
  }

  const byKey = (event: KeyboardEvent): void => {
    // Of a question the buttons have their own keys.
    const answering = event.target instanceof HTMLButtonElement
    if (answering && /^(Enter| |Tab|Shift)$/.test(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onEnd()
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey
    if (plain && event.key === 'Backspace') return take([])
    const keys = chosenName(event.nativeEvent, session.mac)
    if (keys === undefined) return
    setWanted(keys)
    if (whyNot(keys) === undefined && holdersNow(session, command.id, [keys]).length === 0) take([keys])
  }

  const shown = wanted === undefined ? '' : shownKeys(wanted, session.mac)
  return (
    <div
      ref={place}
      className="key-row-more listening"
      role="group"
      aria-label="Press the new key"
      tabIndex={-1}
      onKeyDown={byKey}
    >
      {asks ? (
        <p role="status">
          {shown} is {holders.map(({ name }) => `“${name.replace('…', '')}”`).join(' and ')}. Take it from
          there?{' '}
          <button type="button" className="key-button" onClick={() => take([wanted])}>
            Take it
          </button>{' '}
          <button type="button" className="key-button" onClick={onEnd}>
            Keep as it is
          </button>
        </p>
      ) : (
        <p role="status">
          {refusal === undefined ? '' : `${shown}: ${refusal} `}Press the new key. Escape leaves it as it is,
          Backspace takes the keys away.
        </p>
      )}
    </div>
  )
}
