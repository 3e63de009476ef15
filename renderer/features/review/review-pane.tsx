import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { resumeReview, toggleReview } from '../../state/judging'
import type { OpenArticle } from '../../state/open-article'
import type { Reviewing } from '../../state/reviewing'
import { useKeys, usePreferences, useSession, useSessionView } from '../../state/session-context'
import { counted } from '../../ui/amounts'
import { Button, IconButton } from '../../ui/button'
import { CloseIcon } from '../../ui/icons'
import { EndSplitter } from '../../ui/end-splitter'
import { CaseList } from './case-list'
import { CaseDetails } from './case-details'
import { CompareBar } from './compare-bar'
import { CaseFilters } from './case-filters'
import './review.css'

interface Props {
  readonly article: OpenArticle
  readonly review: Reviewing
  /** What is said about the annotation that is looked at. */
  readonly children?: ReactNode
}

/** What annotators made of the article, case by case, in the place of its annotations. */
export function ReviewPane({ article, review, children }: Props) {
  const session = useSession()
  const mending = useSessionView(({ mode }) => mode !== 'review')
  const width = usePreferences(({ annotationsWidth }) => annotationsWidth)
  const { withKey } = useKeys()
  return (
    <aside
      id="annotations"
      className="pane annotations review"
      aria-label="Review panel"
      data-pane="annotations"
    >
      <header>
        <div className="pane-head">
          <h2>Review</h2>
          <Progress review={review} />
          <IconButton
            name="Close the review"
            hint={withKey('Close the review', 'review.start')}
            onClick={() => toggleReview(session)}
          >
            <CloseIcon />
          </IconButton>
        </div>
        <CompareBar review={review} />
        <CaseFilters review={review} />
      </header>
      <CaseList review={review} />
      {mending ? (
        <div className="mending" role="note">
          <p>
            <b>Mend what was settled on.</b> It is changed as any annotation; then go on.
          </p>
          <Button primary onClick={() => resumeReview(session)}>
            {withKey('Go on', 'review.resume')}
          </Button>
        </div>
      ) : (
        <CaseDetails article={article} review={review}>
          {children}
        </CaseDetails>
      )}
      <EndSplitter
        of="the review panel"
        width={width}
        onWidth={(annotationsWidth) => session.preferences.set({ annotationsWidth })}
      />
    </aside>
  )
}

/** How much is left to decide, and how much is done. */
function Progress({ review }: { readonly review: Reviewing }) {
  const cases = useStore(review.view, (view) => view.cases)
  const standings = useStore(review.view, (view) => view.standings)
  const done = cases.filter(({ id }) => standings.get(id) === 'settled').length
  return (
    <span className="count" role="status" aria-label="Progress of the review">
      {done} of {counted(cases.length, 'case')} decided
    </span>
  )
}
