import { restore } from '../../src/core/change/restore'
import { exactly } from '../ui/moment'
import { Past } from './past'
import type { Session } from './session'

/** Shows the history of the article, or goes back to now. */
export function toggleHistory(session: Session): void {
  if (session.view.getState().mode === 'history') return leaveHistory(session)
  const { article } = session
  if (!article) return session.status.hint('Open an article first')
  session.flush()
  session.pick(undefined)
  const past = new Past(session.status, article)
  session.preferences.set({ annotationsShown: true })
  session.view.setState({ mode: 'history', past, linking: undefined, lock: undefined, zen: false })
  session.status.say('The history of this article. Escape goes back to now')
  session.focus.emit('annotations')
}

function leaveHistory(session: Session): void {
  endHistory(session)
  session.status.say('Back to now')
  session.focus.emit('article')
}

function endHistory(session: Session): void {
  session.view.getState().past?.close()
  session.view.setState({ mode: 'tag', past: undefined })
}

/** Makes the article what it was in the state that is shown, as a new edit. */
export function restoreShown(session: Session): void {
  const { past } = session.view.getState()
  const { article } = session
  if (!past || !article) return
  const { shown, chosen } = past.view.getState()
  if (!shown || shown.revision !== chosen)
    return session.status.hint('Choose an earlier state first: nothing is to be restored')
  const edit = past.editOf(chosen)
  const name = `Restore the state of ${edit ? exactly(edit.at) : 'the beginning'}`
  const restoring = restore(article.state, shown.state, session.author, name)
  if (!restoring) return session.status.hint('The article is in that state now: there is nothing to restore')
  endHistory(session)
  if (session.perform(restoring)) session.status.say('Restored as a new edit. Undo takes it back')
  session.focus.emit('article')
}
