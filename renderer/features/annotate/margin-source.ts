import type { Annotation } from '../../../src/core/annotation/annotation'
import type { Link } from '../../../src/core/annotation/link'
import { compareSpans, extentOf, lengthOf } from '../../../src/core/annotation/span'
import { linkTypeById, tagById } from '../../../src/core/codebook/codebook'
import { linkableTags } from '../../../src/core/codebook/link-rules'
import type { DrawnLink, MarginSource, Overview } from '../../editor/editor'
import type { OpenArticle } from '../../state/open-article'
import { shortest } from '../../state/quoting'
import type { Session } from '../../state/session'
import { counted } from '../../ui/amounts'

/** What of an open article is drawn around its text. */
export function marginOf(session: Session, article: OpenArticle): MarginSource {
  const linked = linksByEnd(article)
  const overview = overviewOf(session, article)

  /** The annotation whose links are shown: the one under the pointer where it has any, else the picked one. */
  function shownFor(hovered: readonly string[]): { readonly id: string; readonly soft: boolean } | undefined {
    const { picked } = session
    const under = hovered.filter((id) => linked().has(id))
    const over = smallest(article, under)
    if (over && over.id !== picked?.id) return { id: over.id, soft: true }
    return picked ? { id: picked.id, soft: false } : undefined
  }

  return {
    linksToDraw(hovered) {
      // The text that history shows is not the one in which links lie now.
      const shown = session.view.getState().mode === 'history' ? undefined : shownFor(hovered)
      if (!shown) return []
      const links = linked().get(shown.id) ?? []
      return links.flatMap((link) => drawn(session, article, link, shown.id, shown.soft) ?? [])
    },
    grasped() {
      const { picked } = session
      const { mode, person } = session.view.getState()
      if (!picked || mode !== 'tag') return undefined
      // What somebody else has tagged is theirs to move.
      if (article.state.sets.get(picked.set)?.annotator.id !== person.id) return undefined
      return {
        id: picked.id,
        ranges: picked.span,
        linkable: linkableTags(session.codebook, picked.tag).size > 0,
      }
    },
    overview,
    targetOf(from, under) {
      const first = article.state.annotations.get(from)
      if (!first) return undefined
      const may = linkableTags(session.codebook, first.tag)
      const target = smallest(
        article,
        under.filter((id) => id !== from && may.has(article.state.annotations.get(id)?.tag ?? '')),
      )
      return target && { id: target.id, range: extentOf(target.span) }
    },
  }
}

/** The links that have an annotation at either end, by its id; made anew only when links have changed. */
function linksByEnd(article: OpenArticle): () => ReadonlyMap<string, readonly Link[]> {
  let links: ReadonlyMap<string, Link> | undefined
  let byEnd = new Map<string, Link[]>()
  return () => {
    if (links === article.state.links) return byEnd
    links = article.state.links
    byEnd = new Map()
    for (const link of links.values()) {
      for (const end of new Set([link.from, link.to])) {
        const held = byEnd.get(end)
        if (held) held.push(link)
        else byEnd.set(end, [link])
      }
    }
    return byEnd
  }
}

function drawn(
  session: Session,
  article: OpenArticle,
  link: Link,
  near: string,
  soft: boolean,
): DrawnLink | undefined {
  const { annotations } = article.state
  const from = annotations.get(link.from)
  const to = annotations.get(link.to)
  if (!from || !to) return undefined
  const { codebook } = session
  return {
    id: link.id,
    from: endOf(session, from),
    to: endOf(session, to),
    near: link.from === near ? 'from' : 'to',
    label: linkTypeById(codebook, link.type)?.name ?? link.type,
    pattern: Math.max(
      0,
      codebook.links.findIndex(({ id }) => id === link.type),
    ),
    soft,
  }
}

const endOf = (session: Session, annotation: Annotation): DrawnLink['from'] => ({
  id: annotation.id,
  range: extentOf(annotation.span),
  tag: annotation.tag,
  glyph: tagById(session.codebook, annotation.tag)?.glyph ?? '•',
  quote: shortest(annotation),
})

/** All annotations by their tag, with how many there are; made anew only when something of it has changed. */
function overviewOf(session: Session, article: OpenArticle): () => Overview {
  let known: readonly unknown[] = []
  let overview: Overview = { name: '', tags: [], picked: undefined }
  return () => {
    const { order } = article.view.getState()
    const { codebook, picked } = session
    const now = [order, codebook, picked]
    if (now.every((value, k) => value === known[k])) return overview
    const tags =
      order === known[0] && codebook === known[1]
        ? overview.tags
        : codebook.tags.map(({ id }) => ({
            tag: id,
            marks: order.filter(({ tag }) => tag === id).map(({ span }) => extentOf(span)),
          }))
    known = now
    const counts = tags.flatMap(({ marks }, k) =>
      marks.length > 0 ? [counted(marks.length, codebook.tags[k]!.name.toLowerCase())] : [],
    )
    const name = `Overview: ${counts.join(', ') || 'nothing is tagged'}`
    overview = { name, tags, picked: picked && extentOf(picked.span) }
    return overview
  }
}

function smallest(article: OpenArticle, ids: readonly string[]): Annotation | undefined {
  return ids
    .flatMap((id) => article.state.annotations.get(id) ?? [])
    .toSorted((a, b) => lengthOf(a.span) - lengthOf(b.span) || compareSpans(a.span, b.span))[0]
}
