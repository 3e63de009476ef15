import { extentOf } from '../../src/core/annotation/span'
import type { Annotation } from '../../src/core/annotation/annotation'
import type { Link } from '../../src/core/annotation/link'
import { linkTypeById, tagById } from '../../src/core/codebook/codebook'
import type { Case } from '../../src/core/review/cases'
import { settle } from '../../src/core/review/settlement'
import { judge, takeBackVerdict } from '../../src/core/review/verdict-edits'
import type { Decision } from '../../src/core/review/verdict'
import { counted } from '../ui/amounts'
import { type CaseFilter, Reviewing } from './reviewing'
import type { Session } from './session'

/** Begins to review what several people tagged in the open article, goes on with it, or ends it. */
export function toggleReview(session: Session): void {
  const { article, view } = session
  if (view.getState().review) return endReview(session)
  if (!article) return session.status.hint('Open an article first')
  session.flush()
  session.pick(undefined)
  const review = new Reviewing(article, view.getState().person.id, () => session.codebook)
  if (review.view.getState().annotators.length < 2) {
    review.close()
    return session.status.hint(
      'There is nothing to compare: import a colleague’s annotations of this article first',
    )
  }
  session.preferences.set({ annotationsShown: true })
  view.setState({ mode: 'review', review, linking: undefined, lock: undefined, zen: false })
  show(session)
  session.focus.emit('annotations')
  const left = review.view.getState().listed.length
  session.status.say(left === 0 ? 'Nothing is left to decide' : `${counted(left, 'case')} to decide`)
}

/**
 * Opens a document for review, with these annotators compared and only the cases listed that the filter names: what is
 * behind a figure.
 */
export async function reviewDifferences(
  session: Session,
  document: string,
  annotators: readonly string[],
  filter: CaseFilter,
): Promise<void> {
  if (session.view.getState().review) closeReview(session)
  await session.open(document)
  if (session.article?.article.id !== document) return
  toggleReview(session)
  const { review } = session.view.getState()
  if (!review) return
  if (annotators.length > 1) review.compare(annotators)
  review.list(filter)
  review.choose(review.view.getState().listed[0])
  show(session)
}

function endReview(session: Session): void {
  closeReview(session)
  session.status.say('Review closed. What was decided is kept')
  session.focus.emit('article')
}

/** Ends the review without a word, for when the article goes. */
function closeReview(session: Session): void {
  session.view.getState().review?.close()
  session.view.setState({ mode: 'tag', review: undefined })
  session.editor?.repaintAll()
}

/** Gives a verdict on the case that is looked at, and goes on to the next. */
export function decide(session: Session, decision: Decision): void {
  const found = looking(session)
  if (!found) return
  const { article, review, one } = found
  const { side, reason, cases } = review.view.getState()
  const ruling = { decision, reason, ...(side === undefined ? {} : { holds: side }) }
  const judged = judge(article.state, session.author, cases, one, ruling, nameOf(session, one))
  if (!judged.ok) return session.status.warn(judged.refusal.message)
  if (!session.perform(judged.value.edit)) return
  review.view.setState({ reason: '' })
  session.status.say(`${SAID[decision]} ${quoteOf(session, one)}`)
  if (decision === 'fix' && judged.value.result !== undefined) mend(session, judged.value.result)
  else goOn(session)
}

const SAID: Readonly<Record<Decision, string>> = {
  accept: 'Accepted',
  reject: 'Rejected',
  fix: 'To be mended:',
  discuss: 'To be discussed:',
}

/** Takes back what was decided on the case that is looked at, or, when nothing was, on the one before it. */
export function takeBack(session: Session): void {
  const found = looking(session)
  if (!found) return
  const { article, review } = found
  const { cases, standings } = review.view.getState()
  const places = cases.slice(0, cases.indexOf(found.one) + 1)
  const one = places.findLast(({ id }) => standings.get(id) !== 'open')
  const edit = one && takeBackVerdict(article.state, session.author, cases, one)
  if (!one || !edit) return session.status.hint('Nothing has been decided here yet')
  if (!session.perform(edit)) return
  review.choose(one)
  show(session)
  session.status.say(`Taken back: ${quoteOf(session, one)} is open again`)
}

/** Looks at the next case or the one before, without deciding. */
export function lookAtNeighbour(session: Session, step: 1 | -1): void {
  const { review } = session.view.getState()
  const next = review?.neighbour(step)
  if (!review || !next)
    return session.status.hint(step > 0 ? 'That was the last one' : 'That was the first one')
  review.choose(next)
  show(session)
}

/** Looks at a case. */
export function lookAt(session: Session, one: Case): void {
  session.view.getState().review?.choose(one)
  show(session)
}

/** Looks at another annotator's version of the case, by steps among those who have one. */
export function turnSide(session: Session, step: 1 | -1): void {
  const { review } = session.view.getState()
  const { chosen } = review ?? {}
  const sides =
    review?.view.getState().annotators.flatMap(({ id }) => (chosen?.members.has(id) ? [id] : [])) ?? []
  const at = sides.indexOf(review?.view.getState().side ?? '')
  const next = sides[(at + step + sides.length) % sides.length]
  if (next !== undefined) lookAtSide(session, next)
}

export function lookAtSide(session: Session, annotator: string): void {
  session.view.getState().review?.chooseSide(annotator)
  show(session)
}

/** Hides who said what until it is decided, or shows it again. */
export function toggleBlind(session: Session): void {
  const { review } = session.view.getState()
  if (!review) return
  const blind = !review.view.getState().blind
  review.view.setState({ blind })
  session.status.say(blind ? 'Names are hidden until a case is decided' : 'Names are shown')
}

/** Goes on with the review after something was mended. */
export function resumeReview(session: Session): void {
  if (!session.view.getState().review) return
  session.view.setState({ mode: 'review' })
  session.editor?.repaintAll()
  goOn(session)
  session.focus.emit('annotations')
}

/** Settles in bulk what these rules settle. */
export function settleByRule(
  session: Session,
  rules: { readonly majority: boolean; readonly alone: boolean },
): void {
  const { review, person } = session.view.getState()
  const { article } = session
  if (!review || !article) return
  const { cases } = review.view.getState()
  const { edit, settled, open } = settle(article.state, session.author, cases, {
    majority: rules.majority,
    ...(rules.alone ? { alone: person.id } : {}),
  })
  const total = settled.unanimous + settled.majority + settled.alone
  if (!edit) return session.status.hint('These rules settle nothing more: what is left wants a decision')
  if (!session.perform(edit)) return
  review.choose(review.view.getState().listed[0])
  show(session)
  session.status.say(`Settled ${counted(total, 'case')} by rule, ${open} left to decide`)
}

/** What was judged is shown in the text and picked, so that it can be commented on. */
function show(session: Session): void {
  const { review } = session.view.getState()
  const side = review?.side
  const annotation = side && endOf(session, side)
  session.pick(annotation?.id)
  if (annotation) session.editor?.reveal(extentOf(annotation.span))
  session.editor?.repaint([])
}

/** The annotation, or that at which the link begins. */
const endOf = ({ article }: Session, record: Annotation | Link): Annotation | undefined =>
  'span' in record ? record : article?.state.annotations.get(record.from)

/** Opens what came of a case to be edited as any annotation; the review waits. */
function mend(session: Session, result: string): void {
  session.view.setState({ mode: 'tag' })
  session.editor?.repaintAll()
  const link = session.article?.state.links.get(result)
  session.pick(link?.from ?? result, { reveal: true })
  session.focus.emit('article')
}

function goOn(session: Session): void {
  const { review } = session.view.getState()
  const next = review?.neighbour(1) ?? review?.view.getState().listed[0]
  if (!review) return
  review.choose(next)
  show(session)
  if (!next) session.status.say('Nothing is left to decide here')
}

function looking(session: Session) {
  const { review } = session.view.getState()
  const { article } = session
  const one = review?.chosen
  if (review && article && one) return { review, article, one }
  session.status.hint('There is no case to decide')
  return undefined
}

const nameOf = ({ codebook }: Session, one: Case): string => {
  if (one.of === 'link') return 'link'
  const [first] = one.members.values()
  return (tagById(codebook, first!.tag)?.name ?? first!.tag).toLowerCase()
}

/** “of ‘Fares rise’” as it is said in the line below. */
function quoteOf(session: Session, one: Case): string {
  if (one.of === 'link') {
    const [first] = one.members.values()
    return `the link “${linkTypeById(session.codebook, first!.type)?.name ?? first!.type}”`
  }
  const [first] = one.members.values()
  const words = first!.span[0]!.exact.replace(/\s+/g, ' ')
  return `“${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`
}
