import { useMemo, useRef } from 'react'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { linkableTags } from '../../../src/core/codebook/link-rules'
import { startLinking } from '../../state/linking'
import { type SeenLink, linksOf, removeLink } from '../../state/links'
import type { OpenArticle } from '../../state/open-article'
import { useArticle, useCodebook, useKeys, useSession } from '../../state/session-context'
import { IconButton } from '../../ui/button'
import { LinkIcon } from '../../ui/icons'
import { useWantedFocus } from '../../ui/wanted-focus'
import { LinkEntry } from './link-entry'

interface Props {
  readonly article: OpenArticle
  readonly annotation: Annotation
}

/** The links of an annotation from its own point of view. */
export function Links({ article, annotation }: Props) {
  const session = useSession()
  const codebook = useCodebook()
  const { withKey } = useKeys()
  const state = useArticle(article, (view) => view.state)
  const list = useRef<HTMLUListElement>(null)
  const askFocus = useWantedFocus()
  const links = useMemo(() => linksOf(state, codebook, annotation), [state, codebook, annotation])
  const linkable = useMemo(() => linkableTags(codebook, annotation.tag).size > 0, [codebook, annotation.tag])
  if (links.length === 0 && !linkable) return null

  const remove = ({ link }: SeenLink): void => {
    const at = links.findIndex((seen) => seen.link.id === link.id)
    const next = links[at + 1] ?? links[at - 1]
    const focused = list.current?.contains(document.activeElement)
    removeLink(session, link)
    if (!focused) return
    if (!next) return session.focus.emit('attributes')
    askFocus(() =>
      list.current?.querySelector<HTMLElement>(`[data-link="${CSS.escape(next.link.id)}"] button`),
    )
  }

  return (
    <div className="inspector-part">
      <div className="inspector-part-head">
        <h4>Links</h4>
        <IconButton
          name="Link to…"
          hint={withKey('Link to…', 'link.start')}
          onClick={() => startLinking(session, 'link')}
        >
          <LinkIcon />
        </IconButton>
      </div>
      {links.length > 0 && (
        <ul ref={list} aria-label="Links">
          {links.map((seen) => (
            <li key={seen.link.id} className="link-entry" data-link={seen.link.id}>
              <LinkEntry seen={seen} onRemove={() => remove(seen)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
