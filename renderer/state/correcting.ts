import type { Session } from './session'

/** Opens the text for corrections, or locks it again. */
export function toggleCorrecting(session: Session): void {
  if (session.view.getState().mode === 'correct') return stopCorrecting(session)
  if (!session.article) return session.status.hint('Open an article first')
  session.draft.flush()
  session.pick(undefined)
  session.view.setState({ mode: 'correct', linking: undefined, lock: undefined })
  session.status.say('The text can be corrected, until Escape')
  session.focus.emit('article')
}

function stopCorrecting(session: Session): void {
  session.typing.flush()
  session.view.setState({ mode: 'tag' })
  session.status.say('The text is locked again')
  session.focus.emit('article')
}
