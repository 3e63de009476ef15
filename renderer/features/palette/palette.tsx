import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type LiveCommand, liveCommands } from '../../state/commands'
import { shownKeys } from '../../state/keys'
import { useSession } from '../../state/session-context'
import { Dialog } from '../../ui/dialog'
import { KeysShown } from '../../ui/keys-shown'
import { found } from './found'
import './palette.css'

/** Every command by name. */
export function Palette() {
  const session = useSession()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  // As things stood when it was opened: nothing changes behind it.
  const [commands] = useState(() => liveCommands(session).filter((command) => command.id !== 'view.palette'))
  const options = useMemo(() => found(commands, query), [commands, query])
  const active = Math.min(at, options.length - 1)

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  })

  const run = (command: LiveCommand | undefined): void => {
    if (!command?.enabled) return
    // First the focus goes back to where it was: the command may send it elsewhere.
    flushSync(() => session.show(undefined))
    command.run()
  }

  const byKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const last = options.length - 1
    const moved: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    }
    const next = moved[event.key]
    if (next !== undefined) setAt(next)
    else if (event.key === 'Enter') run(options[active])
    else return
    event.preventDefault()
  }

  return (
    <Dialog name="Commands" headed={false} onClose={() => session.show(undefined)}>
      <div className="palette">
        <input
          data-first
          className="palette-field"
          role="combobox"
          aria-label="Command"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}list`}
          aria-activedescendant={options[active] ? `${id}${options[active].id}` : undefined}
          placeholder="Type a few words of a command"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value)
            setAt(0)
          }}
          onKeyDown={byKey}
        />
        <ul ref={list} id={`${id}list`} className="palette-list" role="listbox" aria-label="Commands">
          {options.map((command, k) => (
            <li
              key={command.id}
              id={`${id}${command.id}`}
              className="palette-option"
              role="option"
              aria-selected={k === active}
              aria-disabled={!command.enabled}
              onPointerMove={() => setAt(k)}
              onClick={() => run(command)}
            >
              <span>{command.name}</span>
              {command.keys[0] !== undefined && <KeysShown keys={shownKeys(command.keys[0], session.mac)} />}
            </li>
          ))}
        </ul>
        {options.length === 0 && <p className="pane-empty">No command has these words.</p>}
      </div>
    </Dialog>
  )
}
