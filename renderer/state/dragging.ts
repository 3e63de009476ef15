import type { Interval } from '../../src/base/intervals'
import { respan } from '../../src/core/change/edit-spans'
import { tidySpan } from '../../src/core/document/words'
import { short } from './quoting'
import type { Session } from './session'

/** Gives an annotation the pieces to which its ends were dragged, without blanks at their ends. */
export function resize(session: Session, id: string, dragged: readonly Interval[]): void {
  const { article } = session
  const annotation = article?.state.annotations.get(id)
  if (!article || !annotation) return
  const ranges = dragged.flatMap((range) => tidySpan(article.text, range) ?? [])
  if (ranges.length === 0) return session.status.hint('Nothing but blanks would be left')
  const edit = respan(article.state, session.author, annotation, ranges, 'Move boundary')
  if (!edit || !session.perform(edit)) return
  const moved = article.state.annotations.get(id)
  if (moved) session.status.say(`It covers ${short(moved)} now`)
}
