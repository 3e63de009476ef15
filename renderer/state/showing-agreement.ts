import { Agreement } from './agreement'
import { toggleCorrecting } from './correcting'
import type { Session } from './session'

/** Shows how far annotators agree, or goes back to the article, in whatever it was open for. */
export function toggleAgreement(session: Session): void {
  const { view } = session
  if (view.getState().agreement) return session.closeAgreement()
  session.flush()
  if (view.getState().mode === 'correct') toggleCorrecting(session)
  const agreement = new Agreement(session, session.agreementLeft)
  view.setState({ agreement, linking: undefined, lock: undefined, zen: false })
  void agreement.ask()
}
