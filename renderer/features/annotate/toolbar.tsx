import type { KeyboardEvent, MouseEvent } from 'react'
import { type Tag, offeredTags } from '../../../src/core/codebook/codebook'
import { tagProperty } from '../../editor/tones'
import {
  useArticle,
  useCodebook,
  useKeys,
  usePreferences,
  useSession,
  useSessionView,
} from '../../state/session-context'
import type { OpenArticle } from '../../state/open-article'
import { tagSelection } from '../../state/tagging'
import { IconButton } from '../../ui/button'
import { EndPanelIcon, LockIcon, StartPanelIcon } from '../../ui/icons'
import { KeysShown } from '../../ui/keys-shown'
import { Glyph } from '../../ui/tinted'

/** The tags, and the switches of the panels at both sides. */
export function Toolbar() {
  const { preferences } = useSession()
  const { withKey } = useKeys()
  const documents = usePreferences(({ libraryShown }) => libraryShown)
  const annotations = usePreferences(({ annotationsShown }) => annotationsShown)
  const article = useSessionView((view) => view.article)
  return (
    <div className="article-tools">
      <IconButton
        name="Documents"
        hint={withKey('Show or hide documents', 'view.toggleDocuments')}
        aria-expanded={documents}
        aria-controls="library"
        onClick={() => preferences.set({ libraryShown: !documents })}
      >
        <StartPanelIcon />
      </IconButton>
      {article ? <ArticleTags article={article} /> : <Tags picked={undefined} />}
      <IconButton
        name="Annotations"
        hint={withKey('Show or hide annotations', 'view.toggleAnnotations')}
        aria-expanded={annotations}
        aria-controls="annotations"
        onClick={() => preferences.set({ annotationsShown: !annotations })}
      >
        <EndPanelIcon />
      </IconButton>
    </div>
  )
}

function ArticleTags({ article }: { readonly article: OpenArticle }) {
  const picked = useSessionView((view) => view.picked)
  const tag = useArticle(article, ({ state }) =>
    picked === undefined ? undefined : state.annotations.get(picked)?.tag,
  )
  return <Tags picked={tag} />
}

/** One button a tag; `picked` is the tag of the picked annotation. */
function Tags({ picked }: { readonly picked: string | undefined }) {
  const tags = offeredTags(useCodebook())
  return (
    <div className="tags" role="toolbar" aria-label="Tags" onKeyDown={moveAmongButtons}>
      {tags.map((tag, k) => (
        <TagButton key={tag.id} tag={tag} place={k} pressed={picked === tag.id} />
      ))}
    </div>
  )
}

function TagButton({
  tag,
  place,
  pressed,
}: {
  readonly tag: Tag
  readonly place: number
  readonly pressed: boolean
}) {
  const session = useSession()
  const none = useSessionView(({ article, mode }) => article === undefined || mode !== 'tag')
  const locked = useSessionView(({ lock }) => lock === tag.id)
  const { keysOf, withKey } = useKeys()
  const keys = keysOf(`tag.${tag.id}`)
  return (
    <button
      type="button"
      className={locked ? 'tag-button locked' : 'tag-button'}
      aria-description={locked ? 'Every selection gets this tag, until Escape' : undefined}
      disabled={none}
      tabIndex={place === 0 ? 0 : -1}
      aria-label={tag.name}
      aria-pressed={pressed}
      {...(keys.length > 0 ? { 'aria-keyshortcuts': keys.join(' ') } : {})}
      title={`${withKey(tag.name, `tag.${tag.id}`)}. ${tag.description}`}
      // The text keeps its focus, and with it the selection that is to be tagged.
      onMouseDown={(event: MouseEvent) => event.preventDefault()}
      onClick={() => tagSelection(session, tag)}
    >
      <Glyph glyph={tag.glyph} property={tagProperty(tag.id)} />
      <span>{tag.name}</span>
      {locked && <LockIcon />}
      {keys[0] !== undefined && <KeysShown keys={keys[0]} />}
    </button>
  )
}

function moveAmongButtons(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const last = buttons.length - 1
  const moved: Record<string, number> = {
    ArrowRight: at === last ? 0 : at + 1,
    ArrowLeft: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  }
  const next = moved[event.key]
  if (next === undefined) return
  event.preventDefault()
  buttons[next]?.focus()
}
