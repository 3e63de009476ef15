import type { Link } from '../annotation/link'
import { linkTypeById } from '../codebook/codebook'
import type { Change } from './change'
import type { Author } from './edits'
import type { DocumentState } from './state'

/**
 * What gives the links and comments of one annotation to another before it is removed. A link between the two goes,
 * and one that says what a link of the other says already; what was remarked on those goes to the other annotation,
 * or to the link that stays.
 */
export function handOver(state: DocumentState, author: Author, kept: string, gone: string): Change[] {
  const { links, heirs } = linksAfter(state, author, kept, gone)
  return [...commentChanges(state, heirs), ...linkChanges(state, links, author.now())]
}

/** Two notes as one, with a blank line between. */
export const joinedNotes = (one: string, other: string): string =>
  one === other ? one : [one, other].filter((note) => note !== '').join('\n\n')

/** The links as they are once `gone` is part of `kept`, and which record each one's comments go to that is no more. */
function linksAfter(
  state: DocumentState,
  { codebook }: Author,
  kept: string,
  gone: string,
): { readonly links: ReadonlyMap<string, Link>; readonly heirs: ReadonlyMap<string, string> } {
  const links = new Map(state.links)
  const heirs = new Map([[gone, kept]])
  const moved = (id: string): string => (id === gone ? kept : id)
  for (const link of state.links.values()) {
    if (link.from !== gone && link.to !== gone) continue
    const next = { ...link, from: moved(link.from), to: moved(link.to) }
    links.delete(link.id)
    const evenly = linkTypeById(codebook, link.type)?.inverse === ''
    const twin = [...links.values()].find((other) => saysTheSame(next, other, evenly))
    if (next.from === next.to) heirs.set(link.id, kept)
    else if (twin) {
      heirs.set(link.id, twin.id)
      links.set(twin.id, { ...twin, note: joinedNotes(twin.note, link.note) })
    } else links.set(link.id, next)
  }
  return { links, heirs }
}

/** Whether two links of one annotator say the same; `evenly` when their type reads the same from both ends. */
const saysTheSame = (one: Link, other: Link, evenly: boolean): boolean =>
  one.set === other.set &&
  one.type === other.type &&
  ((one.from === other.from && one.to === other.to) ||
    (evenly && one.from === other.to && one.to === other.from))

function linkChanges(state: DocumentState, after: ReadonlyMap<string, Link>, at: string): Change[] {
  return [...state.links.values()].flatMap((link): Change[] => {
    const next = after.get(link.id)
    if (next === link) return []
    return next
      ? [{ of: 'link', kind: 'replace', from: link, to: { ...next, modified: at } }]
      : [{ of: 'link', kind: 'remove', record: link }]
  })
}

/** Comments keep their time: they were not reworded. */
function commentChanges({ comments }: DocumentState, heirs: ReadonlyMap<string, string>): Change[] {
  return [...comments.values()].flatMap((comment): Change[] => {
    const on = heirs.get(comment.on)
    return on === undefined ? [] : [{ of: 'comment', kind: 'replace', from: comment, to: { ...comment, on } }]
  })
}
