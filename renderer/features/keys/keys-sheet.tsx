import { useMemo, useState } from 'react'
import { type Command, type CommandGroup, commandsFor } from '../../../src/api/commands'
import { conflictsOf } from '../../../src/api/key-bindings'
import { shownKeys } from '../../state/keys'
import { resetAllKeys } from '../../state/rebinding'
import { useCodebook, usePreferences, useSession } from '../../state/session-context'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { KeysShown } from '../../ui/keys-shown'
import { KeyRow } from './key-row'
import './keys-sheet.css'

const GROUPS: readonly [group: CommandGroup, name: string][] = [
  ['tag', 'Tag what is selected'],
  ['annotation', 'Annotations'],
  ['review', 'Review'],
  ['go', 'Move the caret'],
  ['edit', 'Undo and find'],
  ['file', 'Documents'],
  ['view', 'Window'],
  ['help', 'Help'],
]

/** All commands with their keys, to be found, read and changed. */
export function KeysSheet() {
  const session = useSession()
  const codebook = useCodebook()
  const chosen = usePreferences(({ keys }) => keys)
  const [query, setQuery] = useState('')
  const [listening, setListening] = useState<string>()
  const commands = useMemo(() => commandsFor(codebook, chosen), [codebook, chosen])
  const conflicts = useMemo(() => conflictsOf(commands), [commands])
  const found = commands.filter((command) => has(command, query, session.mac))

  const sharing = ({ id, keys }: Command): string[] =>
    keys.flatMap((key) =>
      (conflicts.get(key) ?? []).filter((other) => other.id !== id).map((other) => other.name),
    )
  return (
    <Dialog name="Keys" onClose={() => session.show(undefined)}>
      <div className="keys-find">
        <input
          data-first
          type="search"
          aria-label="Find a command or a key"
          placeholder="Find a command or a key"
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setQuery(target.value)}
        />
        <Button disabled={Object.keys(chosen).length === 0} onClick={() => resetAllKeys(session)}>
          Reset all
        </Button>
      </div>
      <div className="keys-sheet" tabIndex={0} role="region" aria-label="All keys">
        <div className="keys-columns">
          {GROUPS.map(([group, name]) => {
            const its = found.filter((command) => command.group === group)
            if (its.length === 0) return null
            return (
              <section key={group} aria-labelledby={`keys-${group}`}>
                <h3 id={`keys-${group}`}>{name}</h3>
                <ul>
                  {its.map((command) => (
                    <KeyRow
                      key={command.id}
                      command={command}
                      changed={Object.hasOwn(chosen, command.id)}
                      sharing={sharing(command)}
                      listening={listening === command.id}
                      onListen={(wanted) => setListening(wanted ? command.id : undefined)}
                    />
                  ))}
                </ul>
              </section>
            )
          })}
          {query === '' && (
            <section aria-labelledby="keys-article">
              <h3 id="keys-article">In the article</h3>
              <ul>
                <Fixed name="Select words" keys={['Shift+→', shownKeys('Mod+Shift+→', session.mac)]} />
                <Fixed name="Select to the end of the line" keys={['Shift+End']} />
              </ul>
            </section>
          )}
          {found.length === 0 && <p className="pane-empty">No command has these words or this key.</p>}
        </div>
      </div>
    </Dialog>
  )
}

/** Keys of the text itself, which cannot be changed. */
function Fixed({ name, keys }: { readonly name: string; readonly keys: readonly string[] }) {
  return (
    <li className="key-row">
      <span className="key-row-name">{name}</span>
      <span className="key-row-keys">
        {keys.map((one) => (
          <KeysShown key={one} keys={one} />
        ))}
        <span className="unseen">{keys.join(' or ')}</span>
      </span>
    </li>
  )
}

/** Whether a command is what somebody looks for: every word is in its name, or it is one of its keys. */
function has({ name, keys }: Command, query: string, mac: boolean): boolean {
  const words = query.trim().toLowerCase()
  if (keys.some((key) => shownKeys(key, mac).toLowerCase() === words)) return true
  return words.split(/\s+/).every((word) => name.toLowerCase().includes(word))
}
