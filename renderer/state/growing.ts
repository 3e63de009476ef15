import type { Interval } from '../../src/base/intervals'
import type { Tag } from '../../src/core/codebook/codebook'
import { respan } from '../../src/core/change/edit-spans'
import { nextRing, previousRing } from '../../src/core/document/rings'
import { short } from './quoting'
import type { Session } from './session'

/** Widens the picked annotation to the next ring around it: word, phrase, clause, quotation, sentence, paragraph. */
export function growPicked(session: Session): void {
  const { article } = session
  const span = spanOfPicked(session)
  if (!article || !span) return
  const ring = nextRing(article, span)
  if (!ring) return session.status.hint('It covers the whole paragraph already')
  takeRing(session, ring, 'Grow')
}

/** Narrows the picked annotation to the ring inside it that holds the caret; it must have this tag. */
export function shrinkPicked(session: Session, tag: Tag): void {
  const { article, editor, picked } = session
  if (picked && picked.tag !== tag.id)
    return session.status.hint(`${short(picked)} is no ${tag.name.toLowerCase()}`)
  const span = spanOfPicked(session)
  if (!article || !editor || !span) return
  const ring = previousRing(article, span, editor.selection.head)
  if (!ring) return session.status.hint('It is a single word already')
  takeRing(session, ring, 'Shrink')
}

function spanOfPicked({ picked, status }: Session): Interval | undefined {
  if (!picked) {
    status.hint('Pick an annotation first: click it, or press O')
    return undefined
  }
  const [piece, another] = picked.span
  if (another) {
    status.hint('It is in several pieces: move its ends instead')
    return undefined
  }
  return piece
}

function takeRing(session: Session, ring: Interval, verb: 'Grow' | 'Shrink'): void {
  const { article, picked, codebook } = session
  if (!article || !picked) return
  const name = codebook.tags.find(({ id }) => id === picked.tag)?.name.toLowerCase() ?? picked.tag
  const edit = respan(article.state, session.author, picked, [ring], `${verb} the ${name}`)
  if (!edit || !session.perform(edit)) return
  session.mean('tagged')
  const now = session.picked
  if (now) session.status.say(`${verb === 'Grow' ? 'Grew' : 'Shrank'} to ${short(now)}`)
}
