import { flushSync } from 'react-dom'
import type { Agreement, DifferencesBehind } from '../../state/agreement'
import { reviewDifferences } from '../../state/judging'
import type { Session } from '../../state/session'

/** Opens the differences behind a figure: at once when they are in one document, else a list of the documents. */
export function openDifferences(session: Session, { view }: Agreement, behind: DifferencesBehind): void {
  const { places } = behind
  const [only] = places
  if (!only) return session.status.hint('There are no differences behind this')
  if (places.length === 1) return reviewPlace(session, only, behind)
  view.setState({ behind })
  session.show('differences')
}

/** Goes to the review of one document. */
export function reviewPlace(
  session: Session,
  { document, annotators }: DifferencesBehind['places'][number],
  { filter }: Pick<DifferencesBehind, 'filter'>,
): void {
  // The article must be there again before anything in it is shown.
  flushSync(() => session.closeAgreement())
  void reviewDifferences(session, document, annotators, filter)
}
