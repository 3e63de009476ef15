import { extentOf } from '../../src/core/annotation/span'
import type { Comment } from '../../src/core/annotation/comment'
import type { Annotation } from '../../src/core/annotation/annotation'
import type { Link } from '../../src/core/annotation/link'
import { type Letter, inboxOf } from '../../src/core/review/inbox'
import { mentionsOf } from '../../src/core/review/mentions'
import { adopt, objectTo } from '../../src/core/review/verdict-edits'
import { counted } from '../ui/amounts'
import type { OpenArticle } from './open-article'
import { peopleIn } from './people'
import type { Session } from './session'

/** The verdicts on what this person tagged in an article, the newest first. */
export const lettersOf = (session: Session, article: OpenArticle): Letter[] =>
  inboxOf(article.state, session.view.getState().person.id)

/** The comments that speak to this person and wait for an answer. */
function mentionsFor({ view }: Session, { state }: OpenArticle): Comment[] {
  const { person } = view.getState()
  return mentionsOf(state, person, peopleIn(state, person))
}

/** Shows what a comment is on, and lets it be answered. */
export function lookAtMention(session: Session, { on }: Comment): void {
  const state = session.article?.state
  const annotation = state?.annotations.get(on) ?? state?.annotations.get(state.links.get(on)?.from ?? '')
  if (!annotation) return session.status.hint('What it was about has been removed')
  session.view.setState({ inbox: { chosen: undefined, objection: undefined } })
  session.pick(annotation.id)
  session.editor?.reveal(extentOf(annotation.span))
  session.focus.emit('comment')
}

/** Those that ask for an answer. */
export const unanswered = (letters: readonly Letter[]): Letter[] =>
  letters.filter(({ answer }) => answer === undefined)

/** Opens what colleagues decided about one's own annotations of the open article, or closes it. */
export function toggleInbox(session: Session): void {
  const { article, view } = session
  if (view.getState().inbox) return closeInbox(session)
  if (!article) return session.status.hint('Open an article first')
  const letters = lettersOf(session, article)
  const mentions = mentionsFor(session, article)
  if (letters.length === 0 && mentions.length === 0)
    return session.status.hint('Nobody has decided about your annotations of this article or asked you yet')
  session.flush()
  session.preferences.set({ annotationsShown: true })
  view.setState({
    mode: 'inbox',
    inbox: { chosen: undefined, objection: undefined },
    linking: undefined,
    lock: undefined,
    zen: false,
  })
  lookAtLetter(session, unanswered(letters)[0] ?? letters[0])
  session.focus.emit('annotations')
  session.status.say(`${counted(unanswered(letters).length, 'verdict')} to answer`)
}

function closeInbox(session: Session): void {
  session.view.setState({ mode: 'tag', inbox: undefined })
  session.focus.emit('article')
}

/** Looks at a verdict, and at what it is about in the text. */
export function lookAtLetter(session: Session, letter: Letter | undefined): void {
  session.view.setState({ inbox: { chosen: letter?.verdict.id, objection: undefined } })
  const annotation = letter && annotationOf(session, letter.now ?? letter.result)
  session.pick(annotation?.id)
  if (annotation) session.editor?.reveal(extentOf(annotation.span))
}

export function lookAtNextLetter(session: Session, step: 1 | -1): void {
  const { article } = session
  if (!article) return
  const letters = lettersOf(session, article)
  const next = letters[letters.findIndex(isChosen(session)) + step]
  if (!next) return session.status.hint(step > 0 ? 'That was the last one' : 'That was the first one')
  lookAtLetter(session, next)
}

/** Adopts the verdict that is looked at, and goes on to the next that wants an answer. */
export function adoptChosen(session: Session): void {
  const letter = chosenLetter(session)
  if (!letter || !session.article) return
  if (letter.verdict.decision === 'discuss')
    return session.status.hint('This is to be talked about: write a comment, or object')
  if (!session.perform(adopt(session.article.state, session.author, letter.verdict))) return
  session.status.say('Adopted. Undo takes it back')
  goOn(session, letter)
}

/** Begins an objection to the verdict that is looked at. */
export function beginObjection(session: Session): void {
  const { inbox } = session.view.getState()
  if (!inbox || !chosenLetter(session)) return
  session.view.setState({ inbox: { ...inbox, objection: inbox.objection ?? '' } })
  session.focus.emit('objection')
}

/** Sends the objection that has been written; without words there is none. */
export function object(session: Session): void {
  const { inbox } = session.view.getState()
  const letter = chosenLetter(session)
  const words = inbox?.objection?.trim() ?? ''
  if (!letter) return
  if (words === '') return session.status.hint('Say why: an objection needs words')
  if (!session.perform(objectTo(session.author, letter.verdict, words))) return
  session.status.say('Objected. Export a bundle to send your answers')
  goOn(session, letter)
  session.focus.emit('annotations')
}

function goOn(session: Session, { verdict }: Letter): void {
  if (!session.article) return
  const letters = lettersOf(session, session.article)
  const after = letters.slice(letters.findIndex((one) => one.verdict.id === verdict.id) + 1)
  const next = unanswered(after)[0] ?? unanswered(letters)[0]
  if (next) lookAtLetter(session, next)
  else session.view.setState({ inbox: { chosen: verdict.id, objection: undefined } })
}

function chosenLetter(session: Session): Letter | undefined {
  const found = session.article && lettersOf(session, session.article).find(isChosen(session))
  if (!found) session.status.hint('There is no verdict to answer')
  return found
}

const isChosen =
  ({ view }: Session) =>
  ({ verdict }: Letter): boolean =>
    verdict.id === view.getState().inbox?.chosen

const annotationOf = ({ article }: Session, record: Annotation | Link | undefined): Annotation | undefined =>
  record && ('span' in record ? record : article?.state.annotations.get(record.from))
