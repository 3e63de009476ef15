import type { Annotation } from '../../src/core/annotation/annotation'
import { hasLink, linkTo } from '../../src/core/change/edit-links'
import { mergeInto } from '../../src/core/change/edit-spans'
import { linkTypeById } from '../../src/core/codebook/codebook'
import { type Joining, joiningOf, joiningsBetween, linkableTags } from '../../src/core/codebook/link-rules'
import { short } from './quoting'
import type { Session } from './session'

/** What was linked last: the type and the annotation at the other end, by session. */
const last = new WeakMap<Session, { readonly type: string; readonly to: string }>()

/** Waits for the annotation that the picked one is to be linked or merged with, and offers those that may be. */
export function startLinking(session: Session, purpose: 'link' | 'merge'): void {
  const { picked } = session
  if (!picked) return session.status.hint('Pick an annotation first: click it, or press O')
  if (targetsOf(session, picked, purpose).length === 0)
    return session.status.hint(
      purpose === 'link'
        ? `There is nothing yet that ${short(picked)} may be linked to`
        : `There is no other annotation to merge ${short(picked)} with`,
    )
  session.view.setState({ linking: { from: picked.id, purpose } })
  session.show('goto')
}

/** The annotations that one may be linked to by the rules of the codebook, or merged with, the nearest first. */
export function targetsOf(
  { article, codebook }: Session,
  from: Annotation,
  purpose: 'link' | 'merge',
): Annotation[] {
  const may = purpose === 'merge' ? new Set([from.tag]) : linkableTags(codebook, from.tag)
  const distance = ({ span }: Annotation): number => Math.abs(span[0]!.start - from.span[0]!.start)
  return (article?.view.getState().order ?? [])
    .filter(({ id, tag, set }) => id !== from.id && may.has(tag) && (purpose === 'link' || set === from.set))
    .toSorted((a, b) => distance(a) - distance(b))
}

/** Links or merges with this annotation, and is done. */
export function chooseTarget(session: Session, id: string): void {
  const { article, codebook } = session
  const { linking } = session.view.getState()
  session.view.setState({ linking: undefined })
  const from = linking && article?.state.annotations.get(linking.from)
  const to = article?.state.annotations.get(id)
  if (!article || !from || !to || from === to) return
  if (linking.purpose === 'merge') return merge(session, from, to)
  const joinings = joiningsBetween(codebook, from.tag, to.tag)
  const fresh = joinings.find((joining) => !isLinked(session, joining, from, to))
  if (fresh) return link(session, fresh, from, to)
  session.status.hint(
    joinings.length === 0
      ? `The codebook links no ${from.tag} to a ${to.tag}`
      : `${short(from)} and ${short(to)} are linked already`,
  )
}

/** Links the picked annotation to what was linked last, in the same way: one speaker, many claims. */
export function repeatLink(session: Session): void {
  const { article, codebook, picked } = session
  const before = last.get(session)
  const to = before && article?.state.annotations.get(before.to)
  const type = before && linkTypeById(codebook, before.type)
  if (!picked) return session.status.hint('Pick an annotation first: click it, or press O')
  if (!to || !type) return session.status.hint('Nothing has been linked here yet: press L')
  const joining = to.id === picked.id ? undefined : joiningOf(type, picked.tag, to.tag)
  if (!joining) return session.status.hint(`${short(picked)} cannot be ${type.name} ${short(to)}`)
  if (isLinked(session, joining, picked, to))
    return session.status.hint(`${short(picked)} and ${short(to)} are linked already`)
  link(session, joining, picked, to)
}

const isLinked = (
  { article }: Session,
  { type, turned }: Joining,
  from: Annotation,
  to: Annotation,
): boolean => article !== undefined && hasLink(article.state, type, turned ? to : from, turned ? from : to)

/** The wrong way round is turned round. */
function link(session: Session, { type, turned }: Joining, from: Annotation, to: Annotation): void {
  const { article } = session
  if (!article) return
  const { edit } = linkTo(article.state, session.author, type, turned ? to : from, turned ? from : to)
  if (!session.perform(edit)) return
  last.set(session, { type: type.id, to: to.id })
  session.status.say(`Linked ${short(from)}: ${turned ? type.inverse || type.name : type.name} ${short(to)}`)
}

function merge(session: Session, kept: Annotation, gone: Annotation): void {
  const { article } = session
  if (!article) return
  if (!session.perform(mergeInto(article.state, session.author, kept, gone))) return
  session.pick(kept.id)
  session.status.say(`Merged ${short(kept)} and ${short(gone)}`)
}
