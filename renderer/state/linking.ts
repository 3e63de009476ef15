import type { Annotation } from '../../src/core/annotation/annotation'
import type { Link } from '../../src/core/annotation/link'
import { extentOf } from '../../src/core/annotation/span'
import { linkTo } from '../../src/core/change/edit-links'
import { mergeInto } from '../../src/core/change/edit-spans'
import { linkTypeById, tagById } from '../../src/core/codebook/codebook'
import { type Joining, joiningOf, joiningsBetween, linkableTags } from '../../src/core/codebook/link-rules'
import { pickFirst, withKey } from './known-commands'
import { candidatesFor, isLinked } from './link-candidates'
import type { OpenArticle } from './open-article'
import { short } from './quoting'
import type { Session } from './session'
import type { Linking } from './session-view'

/** Waits for the annotation that the picked one is to be linked or merged with; the nearest is offered first. */
export function startLinking(session: Session, purpose: Linking['purpose']): void {
  const { article, picked, codebook, editor } = session
  if (!article || !picked) return session.status.hint(pickFirst(session))
  if (session.view.getState().linking?.purpose === purpose) return
  const [nearest] = candidatesFor(article.state, codebook, picked, purpose)
  if (!nearest) return session.status.hint(whyNone(session, picked, purpose))
  const caret = editor?.selection
  const from = picked.id
  session.view.setState({
    linking: { from, purpose, candidate: nearest.annotation.id, ...(caret ? { caret } : {}) },
  })
}

function whyNone({ codebook }: Session, picked: Annotation, purpose: Linking['purpose']): string {
  const name = tagName(codebook, picked.tag)
  if (purpose === 'merge') return `There is no other ${name} to merge with`
  const tags = [...linkableTags(codebook, picked.tag)].map((tag) => tagName(codebook, tag))
  if (tags.length === 0) return `The codebook has no link for a ${name}`
  return `There is nothing yet that this ${name} can be linked to: tag a ${tags.join(' or a ')}`
}

const tagName = (codebook: Session['codebook'], tag: string): string =>
  (tagById(codebook, tag)?.name ?? tag).toLowerCase()

/** Frames the annotation that Enter would choose, and shows where it stands when that is asked for. */
export function aim(session: Session, id: string, { reveal = false } = {}): void {
  const { linking, article } = session.view.getState()
  const annotation = article?.state.annotations.get(id)
  if (!linking || !annotation) return
  if (linking.candidate !== id) session.view.setState({ linking: { ...linking, candidate: id } })
  if (reveal) session.editor?.reveal(extentOf(annotation.span))
}

/** Frames the candidate after or before the framed one in the text. */
export function aimNeighbour(session: Session, step: 1 | -1): void {
  const { linking, article, codebook } = session.view.getState()
  const origin = linking && article?.state.annotations.get(linking.from)
  if (!linking || !article || !origin) return
  const may = new Set(
    candidatesFor(article.state, codebook, origin, linking.purpose).map(({ annotation }) => annotation.id),
  )
  const { order } = article.view.getState()
  const at = order.findIndex(({ id }) => id === linking.candidate)
  const rest = step > 0 ? order.slice(at + 1) : order.slice(0, Math.max(0, at)).toReversed()
  const next = rest.find(({ id }) => may.has(id))
  if (!next) return session.status.hint(step > 0 ? 'That was the last one' : 'That was the first one')
  aim(session, next.id, { reveal: true })
}

/** Links or merges with the framed annotation; false when nothing is being linked. */
export function chooseCandidate(session: Session): boolean {
  const { linking } = session.view.getState()
  if (linking?.candidate === undefined || linking.target !== undefined) return linking !== undefined
  chooseTarget(session, linking.candidate)
  return true
}

/** Links or merges with this annotation, and is done, unless it has still to be said in which of several ways. */
export function chooseTarget(session: Session, id: string): void {
  const { linking, article, codebook } = session.view.getState()
  const origin = linking && article?.state.annotations.get(linking.from)
  const target = article?.state.annotations.get(id)
  if (!linking || !article || !origin || !target) return stopLinking(session)
  if (origin.id === target.id) return session.status.hint(`Choose another one than ${short(origin)} itself`)
  if (linking.purpose === 'merge') return merge(session, article, origin, target)
  const ways = joiningsBetween(codebook, origin.tag, target.tag)
  if (ways.length === 0)
    return session.status.hint(
      `The codebook has no link between a ${tagName(codebook, origin.tag)} and a ${tagName(codebook, target.tag)}`,
    )
  const open = ways.filter((way) => !isLinked(article.state, origin, target, way))
  const [only] = open
  if (!only) {
    session.status.hint(`${short(origin)} is linked to ${short(target)} already`)
    return stopLinking(session)
  }
  if (open.length === 1) return link(session, article, origin, target, only)
  session.view.setState({ linking: { ...linking, candidate: id, target: id } })
}

/** Links with the chosen annotation in this way. */
export function chooseWay(session: Session, way: Joining): void {
  const { linking, article } = session.view.getState()
  const origin = linking && article?.state.annotations.get(linking.from)
  const target = article?.state.annotations.get(linking?.target ?? '')
  if (article && origin && target) link(session, article, origin, target, way)
  else stopLinking(session)
}

/** Chooses the first of these annotations that may be the other end; the first of all says why none may. */
export function chooseAmong(session: Session, ids: readonly string[]): void {
  const { linking, article, codebook } = session.view.getState()
  const origin = linking && article?.state.annotations.get(linking.from)
  if (!linking || !article || !origin) return stopLinking(session)
  const may = new Set(
    candidatesFor(article.state, codebook, origin, linking.purpose).map(({ annotation }) => annotation.id),
  )
  const chosen = ids.find((id) => may.has(id)) ?? ids[0]
  if (chosen !== undefined) chooseTarget(session, chosen)
}

/** Picks an annotation, or, while something is being linked, chooses it as the other end. */
export function pickOrChoose(session: Session, id: string): void {
  if (session.view.getState().linking) chooseTarget(session, id)
  else session.pick(id, { reveal: true })
}

/** Ends what was begun: what is linked is picked, and the caret is where it was. */
export function stopLinking(session: Session): void {
  const { linking, article } = session.view.getState()
  if (!linking) return
  session.view.setState({ linking: undefined })
  const origin = article?.state.annotations.get(linking.from)
  if (linking.caret) session.editor?.select(linking.caret)
  if (origin) {
    session.pick(origin.id)
    session.editor?.reveal(extentOf(origin.span))
  }
  session.focus.emit('article')
}

/** Links the picked annotation to what was linked last, in the same way: one speaker, many claims. */
export function repeatLink(session: Session): void {
  const { article, picked, codebook, status } = session
  if (!article || !picked) return status.hint(pickFirst(session))
  const last = lastLink(article)
  const type = last && linkTypeById(codebook, last.type)
  if (!last || !type) return status.hint(withKey(session, 'Nothing has been linked yet', 'link.start'))
  for (const end of [last.to, last.from]) {
    const target = article.state.annotations.get(end)
    const way = target && target.id !== picked.id && joiningOf(type, picked.tag, target.tag)
    if (!way) continue
    if (isLinked(article.state, picked, target, way))
      return status.hint(`${short(picked)} is linked to ${short(target)} already`)
    return link(session, article, picked, target, way)
  }
  status.hint(`The last link, “${type.name}”, does not fit a ${tagName(codebook, picked.tag)}`)
}

/** The link that was made last and is still there, as it is now. */
function lastLink({ state, view }: OpenArticle): Link | undefined {
  for (const { changes } of view.getState().timeline.undo.toReversed()) {
    for (const change of changes.toReversed()) {
      const made =
        change.of === 'link' && change.kind === 'add' ? state.links.get(change.record.id) : undefined
      if (made) return made
    }
  }
  return undefined
}

function link(
  session: Session,
  article: OpenArticle,
  origin: Annotation,
  target: Annotation,
  { type, turned }: Joining,
): void {
  const [from, to] = turned ? [target, origin] : [origin, target]
  if (!session.perform(linkTo(article.state, session.author, type, from, to).edit)) return
  stopLinking(session)
  session.status.say(
    `${turned ? 'Linked the other way round' : 'Linked'}: ${short(from)} ${type.name} ${short(to)}`,
  )
}

function merge(session: Session, article: OpenArticle, kept: Annotation, gone: Annotation): void {
  if (kept.tag !== gone.tag || kept.set !== gone.set)
    return session.status.hint('Only two annotations of one tag and one annotator can be merged')
  if (!session.perform(mergeInto(article.state, session.author, kept, gone))) return
  stopLinking(session)
  session.status.say(`Merged ${short(gone)} into ${short(kept)}`)
}
