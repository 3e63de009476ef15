import type { Interval } from '../../src/base/intervals'
import { describeSpan } from '../../src/core/annotation/span'
import { tidySpan } from '../../src/core/document/words'
import { short } from './quoting'
import type { Session } from './session'

/** Gives an annotation the pieces to which its ends were dragged, without blanks at their ends. */
export function resize(session: Session, id: string, dragged: readonly Interval[]): void {
  const { article, author } = session
  const annotation = article?.state.annotations.get(id)
  if (!article || !annotation) return
  const ranges = dragged.flatMap((range) => tidySpan(article.text, range) ?? [])
  if (ranges.length === 0) return session.status.hint('Nothing but blanks would be left')
  const to = { ...annotation, span: describeSpan(article.text, ranges), modified: author.now() }
  const edit = {
    id: author.newId('edit'),
    name: 'Move boundary',
    author: author.person.id,
    at: author.now(),
    changes: [{ of: 'annotation' as const, kind: 'replace' as const, from: annotation, to }],
  }
  if (session.perform(edit)) session.status.say(`Now ${short(to)}`)
}
