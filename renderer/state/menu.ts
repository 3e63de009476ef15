import type { Undo } from '../../src/base/scope'
import { Scope } from '../../src/base/scope'
import { liveCommands, runCommand } from './commands'
import type { Session } from './session'

/** Does what is chosen in the native menu, and keeps the menu told of names and of what cannot be done now. */
export function followMenu(session: Session): Undo {
  const scope = new Scope()
  scope.add(session.client.on('command.invoked', ({ id }) => runCommand(session, id)))
  if (session.workspace.host.kind === 'electron') scope.add(tellMenu(session))
  return () => scope.close()
}

function tellMenu(session: Session): Undo {
  const scope = new Scope()
  let told = ''
  let stopArticle: Undo | undefined
  const tell = (): void => {
    const commands = liveCommands(session).map(({ id, name, group, keys, enabled }) => ({
      id,
      name,
      group,
      keys: [...keys],
      enabled,
    }))
    const now = JSON.stringify(commands)
    if (now === told) return
    told = now
    void session.client.send('host.menu', { commands }).then((done) => {
      if (!done.ok) session.status.warn(done.refusal.message)
    })
  }
  const followArticle = (): void => {
    stopArticle?.()
    stopArticle = session.article?.view.subscribe((view, before) => {
      if (view.timeline !== before.timeline || view.older !== before.older) tell()
    })
    tell()
  }
  scope.add(
    session.view.subscribe((view, before) => {
      if (view.article !== before.article) followArticle()
      else if (HEEDED.some((fact) => view[fact] !== before[fact])) tell()
    }),
  )
  scope.add(
    session.preferences.view.subscribe(({ keys }, before) => {
      if (keys !== before.keys) tell()
    }),
  )
  scope.add(
    session.library.view.subscribe((view, before) => {
      if (view.lastRemoved !== before.lastRemoved) tell()
    }),
  )
  scope.add(() => stopArticle?.())
  followArticle()
  return () => scope.close()
}

/** What decides which commands there are, and whether they can be done. */
const HEEDED = ['codebook', 'picked', 'mode', 'linking', 'lock', 'zen', 'agreement', 'review'] as const
