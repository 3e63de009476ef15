import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { joiningsBetween } from '../../../src/core/codebook/link-rules'
import { isLinked } from '../../state/link-candidates'
import { chooseWay, stopLinking } from '../../state/linking'
import { wordsOfJoining } from '../../state/links'
import type { OpenArticle } from '../../state/open-article'
import { short } from '../../state/quoting'
import { useArticle, useCodebook, useSession } from '../../state/session-context'
import { Choices } from '../../ui/choices'

interface Props {
  readonly article: OpenArticle
  readonly origin: Annotation
  readonly target: Annotation
}

/** How to link two annotations between which several links may run. */
export function WayChoice({ article, origin, target }: Props) {
  const session = useSession()
  const codebook = useCodebook()
  const state = useArticle(article, (view) => view.state)
  const row = useRef<HTMLDivElement>(null)
  // Before the next key is heard.
  useLayoutEffect(() => row.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(), [])
  const ways = joiningsBetween(codebook, origin.tag, target.tag).filter(
    (way) => !isLinked(state, origin, target, way),
  )
  const byKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    stopLinking(session)
  }
  return (
    <div ref={row} className="ways" onKeyDown={byKey}>
      <span className="ways-end">{short(origin)}</span>
      <Choices
        name="How"
        choices={ways.map((way) => ({ id: way.type.id, name: wordsOfJoining(way) }))}
        chosen={undefined}
        onChoose={(id) => {
          const way = ways.find(({ type }) => type.id === id)
          if (way) chooseWay(session, way)
        }}
      />
      <span className="ways-end">{short(target)}</span>
    </div>
  )
}
