import { type FocusEvent, type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react'
import type { OpenArticle } from '../../state/open-article'
import type { Pane } from '../../state/session-view'
import { useArticle, useKeys, usePreferences, useSession, useSessionView } from '../../state/session-context'
import { Splitter } from '../../ui/splitter'
import { useWantedFocus } from '../../ui/wanted-focus'
import { Attributes } from './attributes'
import { Comments } from './comments'
import { Heading } from './heading'
import { Links } from './links'
import { NoteField } from './note-field'
import { Provenance } from './provenance'
import { PastEdits } from './past-edits'
import { type Stop, kindOfStop, neighbourStop, stopsIn } from './stops'
import './inspector.css'

/** All that is said of the picked annotation, below the list of annotations. */
export function Inspector() {
  const article = useSessionView((view) => view.article)
  return article ? <InspectorOf key={article.article.id} article={article} /> : null
}

function InspectorOf({ article }: { readonly article: OpenArticle }) {
  const session = useSession()
  const picked = useSessionView((view) => view.picked)
  const annotation = useArticle(article, ({ state }) => state.annotations.get(picked ?? ''))
  const none = useArticle(article, ({ order }) => order.length === 0)
  const height = usePreferences(({ inspectorHeight }) => inspectorHeight)
  const { keysOf } = useKeys()
  const inspector = useRef<HTMLElement>(null)
  /** What had the focus, while it is or was last in here. */
  const inside = useRef<Stop | undefined>(undefined)
  const askFocus = useWantedFocus()

  const takeFocus = useEffectEvent((pane: Pane) => {
    const kind = STOPS[pane]
    if (kind) askFocus(() => stopsIn(inspector.current, kind)[0] ?? stopsIn(inspector.current)[0])
  })
  useEffect(() => session.focus.subscribe((pane) => takeFocus(pane)), [session])

  // What had the focus goes with the annotation that was picked before; its like of the next one gets it.
  const follow = useEffectEvent((shown: string | undefined) => {
    if (inside.current === undefined || document.activeElement !== document.body) return
    if (shown !== undefined)
      (stopsIn(inspector.current, inside.current)[0] ?? stopsIn(inspector.current)[0])?.focus()
    else session.focus.emit('article')
  })
  const shown = annotation?.id
  useEffect(() => follow(shown), [shown])

  if (!annotation) {
    const [key] = keysOf('annotation.next')
    return none ? null : (
      <p className="inspector-hint">Pick an annotation to see what is said of it{key && ` (${key})`}</p>
    )
  }

  const byKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'Escape') session.focus.emit('article')
    else if (event.target instanceof HTMLTextAreaElement || !(event.key in STEPS)) return
    else neighbourStop(inspector.current, STEPS[event.key as keyof typeof STEPS])?.focus()
    event.preventDefault()
  }
  const byBlur = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) inside.current = undefined
  }

  return (
    <section
      ref={inspector}
      id="inspector"
      className="inspector"
      aria-label="Inspector"
      style={{ flexBasis: height }}
      onKeyDown={byKey}
      onFocus={({ target }) => (inside.current = kindOfStop(target))}
      onBlur={byBlur}
    >
      <Splitter
        name="Height of the inspector"
        side="bottom"
        controls="inspector"
        value={height}
        min={120}
        max={900}
        usual={340}
        onChange={(inspectorHeight) => session.preferences.set({ inspectorHeight })}
      />
      <Heading annotation={annotation} />
      <div className="inspector-body">
        <Attributes key={`${annotation.id} ${annotation.tag}`} annotation={annotation} />
        <Links article={article} annotation={annotation} />
        <Provenance article={article} annotation={annotation} />
        <NoteField key={annotation.id} annotation={annotation} />
        <Comments key={`${annotation.id} comments`} article={article} on={annotation.id} />
        <PastEdits article={article} annotation={annotation} />
      </div>
    </section>
  )
}

interface CommentsProps {
  readonly article: OpenArticle
  /** The id of an annotation or a link; what is picked when absent. */
  readonly on?: string | undefined
}

/** Only what was remarked on something. */
export function CommentsAlone({ article, on }: CommentsProps) {
  const session = useSession()
  const picked = useSessionView((view) => view.picked)
  const id = on ?? picked ?? ''
  const there = useArticle(article, ({ state }) => state.annotations.has(id) || state.links.has(id))
  const part = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      session.focus.subscribe((pane) => {
        if (pane === 'comment') part.current?.querySelector('textarea')?.focus()
      }),
    [session],
  )
  if (!there) return null
  return (
    <div ref={part}>
      <Comments key={id} article={article} on={id} />
    </div>
  )
}

const STOPS: Partial<Record<Pane, Stop>> = { attributes: 'attribute', note: 'note', comment: 'comment' }
const STEPS = { ArrowDown: 1, ArrowUp: -1 } as const
