import type { ReactNode } from 'react'
import { useSessionView } from '../../state/session-context'
import { ArticleFailure } from './article-failure'
import { ArticleHead } from './article-head'
import { EditorPane } from './editor-pane'
import { ModeStrip } from './mode-strip'
import { NoArticle } from './no-article'
import { Toolbar } from './toolbar'
import './annotate.css'

/** The article in the middle, or why there is none. `children` are what stands above its text for a while. */
export function ArticlePane({ children }: { readonly children?: ReactNode }) {
  const article = useSessionView((view) => view.article)
  const failure = useSessionView((view) => view.failure)
  const opening = useSessionView((view) => view.opening)
  return (
    <main
      className="pane article-pane"
      aria-label="Article"
      data-pane="article"
      aria-busy={opening !== undefined}
    >
      <Toolbar />
      {children}
      {failure ? (
        <ArticleFailure key={failure.id} failure={failure} />
      ) : article ? (
        <>
          <ArticleHead article={article.article} />
          <ModeStrip />
          <EditorPane key={article.article.id} article={article} />
        </>
      ) : opening === undefined ? (
        <NoArticle />
      ) : (
        <p className="article-opening" role="presentation">
          Opening…
        </p>
      )}
    </main>
  )
}
