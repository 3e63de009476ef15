import { type Command, type CommandGroup, commandsFor } from '../../../src/api/commands'
import { shownKeys } from '../../state/keys'
import { useSession } from '../../state/session-context'
import { Dialog } from '../../ui/dialog'
import { KeysShown } from '../../ui/keys-shown'
import './keys-sheet.css'

const GROUPS: readonly [group: CommandGroup, name: string][] = [
  ['tag', 'Tag what is selected'],
  ['annotation', 'Annotations'],
  ['go', 'Move the caret'],
  ['edit', 'Undo and find'],
  ['file', 'Documents'],
  ['view', 'Window'],
  ['help', 'Help'],
]

/** The keys of all commands that have any. */
export function KeysSheet() {
  const session = useSession()
  const commands = commandsFor(session.codebook).filter(({ keys }) => keys.length > 0)
  return (
    <Dialog name="Keys" onClose={() => session.show(undefined)}>
      <div className="keys-sheet" tabIndex={0} role="region" aria-label="All keys" data-first>
        {GROUPS.map(([group, name]) => (
          <Group key={group} name={name} commands={commands.filter((command) => command.group === group)} />
        ))}
        <section>
          <h3>In the article</h3>
          <dl>
            <Row name="Select words" keys={['Shift+→', shownKeys('Mod+Shift+→', session.mac)]} />
            <Row name="Select to the end of the line" keys={['Shift+End']} />
          </dl>
        </section>
      </div>
    </Dialog>
  )
}

function Group({ name, commands }: { readonly name: string; readonly commands: readonly Command[] }) {
  const { mac } = useSession()
  if (commands.length === 0) return null
  return (
    <section>
      <h3>{name}</h3>
      <dl>
        {commands.map((command) => (
          <Row
            key={command.id}
            name={command.name.replace('…', '')}
            keys={command.keys.map((keys) => shownKeys(keys, mac))}
          />
        ))}
      </dl>
    </section>
  )
}

function Row({ name, keys }: { readonly name: string; readonly keys: readonly string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {keys.map((one) => (
          <KeysShown key={one} keys={one} />
        ))}
        <span className="unseen">{keys.join(' or ')}</span>
      </dd>
    </div>
  )
}
