import { flushSync } from 'react-dom'
import { Scope, type Undo } from '../src/base/scope'
import { dispatchKeys } from './state/key-dispatch'
import { followMenu } from './state/menu'
import type { Session } from './state/session'
import type { Pane } from './state/session-view'

/** Connects a session with its window: keys, menu, panes, and what has to be done before the window closes. */
export function followWindow(session: Session, target: Window): Undo {
  const scope = new Scope()
  scope.add(dispatchKeys(session, target))
  scope.add(followMenu(session))
  scope.add(
    session.focus.subscribe((pane) => {
      if (pane === 'next') goRound(session, 1)
      if (pane === 'previous') goRound(session, -1)
    }),
  )
  scope.add(
    session.view.subscribe(({ article }, before) => {
      if (article !== before.article) target.document.title = titleOf(session)
    }),
  )
  scope.add(listen(target, 'pagehide', () => session.flush()))
  scope.add(
    listen(target, 'beforeunload', (event) => {
      session.flush()
      if (isAtRisk(session)) event.preventDefault()
    }),
  )
  return () => scope.close()
}

const titleOf = (session: Session): string =>
  session.article ? `${session.article.article.title} – Assay` : 'Assay'

/** What is sent is the host's to keep; only a browser whose host refuses or is gone would lose something. */
function isAtRisk({ article, platform, workspace }: Session): boolean {
  if (workspace.host.kind !== 'browser' || !article) return false
  const { pending, trouble } = article.view.getState()
  return pending.length > 0 && (trouble !== undefined || platform.connection.state() === 'lost')
}

function goRound(session: Session, step: 1 | -1): void {
  // Panes that a command has just shown are there only after React has drawn them.
  flushSync(() => undefined)
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) =>
    pane.checkVisibility(),
  )
  const here = panes.findIndex((pane) => pane.contains(document.activeElement))
  const start = here < 0 && step < 0 ? 0 : here
  const next = panes[(start + step + panes.length) % panes.length]?.dataset['pane']
  if (next !== undefined) session.focus.emit(next as Pane)
}

function listen<E extends keyof WindowEventMap>(
  target: Window,
  event: E,
  listener: (event: WindowEventMap[E]) => void,
): Undo {
  target.addEventListener(event, listener)
  return () => target.removeEventListener(event, listener)
}
