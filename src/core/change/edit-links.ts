import type { Annotation } from '../annotation/annotation'
import type { Link } from '../annotation/link'
import type { LinkType } from '../codebook/codebook'
import type { Change, Edit } from './change'
import { type Author, editOf, ownSet, removalOfComments } from './edits'
import type { DocumentState } from './state'

/**
 * Links two annotations, given in the direction of the type (see `link-rules.ts`). The link is the author's, whoever
 * tagged its ends; it begins their set when it is the first thing they say of this document.
 */
export function linkTo(
  state: DocumentState,
  author: Author,
  type: LinkType,
  from: Annotation,
  to: Annotation,
): { readonly edit: Edit; readonly link: Link } {
  const { set, begun } = ownSet(state, author)
  const at = author.now()
  const link: Link = {
    id: author.newId('link'),
    set: set.id,
    type: type.id,
    from: from.id,
    to: to.id,
    note: '',
    created: at,
    modified: at,
  }
  const add: Change = { of: 'link', kind: 'add', record: link }
  return { edit: editOf(author, `Link: ${type.name}`, [...begun, add]), link }
}

/** Whether there is such a link between these annotations; one that reads the same from both ends, either way. */
export const hasLink = (
  { links }: DocumentState,
  type: LinkType,
  from: Pick<Annotation, 'id'>,
  to: Pick<Annotation, 'id'>,
): boolean =>
  [...links.values()].some(
    (link) =>
      link.type === type.id &&
      ((link.from === from.id && link.to === to.id) ||
        (type.inverse === '' && link.from === to.id && link.to === from.id)),
  )

export const flipLink = (author: Author, link: Link): Edit =>
  editOf(author, 'Turn the link round', [changed(author, link, turnedRound(link))])

/** Makes it a link of another type; `turned` when that one runs the other way. */
export const retypeLink = (author: Author, link: Link, type: LinkType, turned: boolean): Edit =>
  editOf(author, `Change the link to ${type.name}`, [
    changed(author, link, { type: type.id, ...(turned ? turnedRound(link) : {}) }),
  ])

/** Removes a link with the comments on it. */
export const unlink = (state: DocumentState, author: Author, link: Link, typeName: string): Edit =>
  editOf(author, `Remove link: ${typeName}`, [
    ...removalOfComments(state, new Set([link.id])),
    { of: 'link', kind: 'remove', record: link },
  ])

const turnedRound = ({ from, to }: Link): Pick<Link, 'from' | 'to'> => ({ from: to, to: from })

const changed = (author: Author, link: Link, what: Partial<Link>): Change => ({
  of: 'link',
  kind: 'replace',
  from: link,
  to: { ...link, ...what, modified: author.now() },
})
