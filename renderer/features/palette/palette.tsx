import { useMemo, useState } from 'react'
import { liveCommands } from '../../state/commands'
import { shownKeys } from '../../state/keys'
import { useSession } from '../../state/session-context'
import { Chooser } from '../../ui/chooser'
import { KeysShown } from '../../ui/keys-shown'
import { found } from './found'
import './palette.css'

/** Every command by name. */
export function Palette() {
  const session = useSession()
  const [query, setQuery] = useState('')
  // As things stood when it was opened: nothing changes behind it.
  const [commands] = useState(() => liveCommands(session).filter((command) => command.id !== 'view.palette'))
  const options = useMemo(() => found(commands, query), [commands, query])
  return (
    <Chooser
      name="Commands"
      field="Command"
      placeholder="Type a few words of a command"
      query={query}
      onQuery={setQuery}
      options={options}
      keyOf={({ id }) => id}
      isEnabled={({ enabled }) => enabled}
      renderOption={({ name, keys: [key] }) => (
        <span className="palette-command">
          <span>{name}</span>
          {key !== undefined && <KeysShown keys={shownKeys(key, session.mac)} />}
        </span>
      )}
      onChoose={(command) => command.run()}
      onClose={() => session.show(undefined)}
    >
      {options.length === 0 && <p className="pane-empty">No command has these words.</p>}
    </Chooser>
  )
}
