import type { ReactNode } from 'react'
import { useKeys, usePreferences, useSession, useSessionView } from '../../state/session-context'
import { IconButton } from '../../ui/button'
import { ExportIcon } from '../../ui/icons'
import { EndSplitter } from '../../ui/end-splitter'
import { AnnotationList } from './annotation-list'
import { AnnotatorFilter } from './annotator-filter'
import { InboxBadge } from './inbox-badge'
import { TagFilter } from './tag-filter'
import './annotations.css'

/** What is tagged in the open article, on the right; `children` are what is said of the picked annotation. */
export function AnnotationsPane({ children }: { readonly children?: ReactNode }) {
  const session = useSession()
  const shown = usePreferences(({ annotationsShown }) => annotationsShown)
  const width = usePreferences(({ annotationsWidth }) => annotationsWidth)
  const { withKey } = useKeys()
  const article = useSessionView((view) => view.article)
  return (
    <aside
      id="annotations"
      className="pane annotations"
      aria-label="Annotations panel"
      data-pane="annotations"
      hidden={!shown}
    >
      <header>
        <div className="pane-head">
          <h2>Annotations</h2>
          <span className="count">{article && <InboxBadge article={article} />}</span>
          <IconButton
            name="Export annotations…"
            hint={withKey('Export annotations…', 'sets.export')}
            onClick={() => session.show('export')}
          >
            <ExportIcon />
          </IconButton>
        </div>
        <TagFilter article={article} />
        {article && <AnnotatorFilter article={article} />}
      </header>
      {article ? (
        <AnnotationList key={article.article.id} article={article} />
      ) : (
        <p className="pane-empty">Open an article, and what you tag in it is listed here.</p>
      )}
      {children}
      <EndSplitter
        of="the annotations panel"
        width={width}
        onWidth={(annotationsWidth) => session.preferences.set({ annotationsWidth })}
      />
    </aside>
  )
}
