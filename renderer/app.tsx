import { useEffect, useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { AgreementPane } from './features/agreement/agreement-pane'
import { DifferencesPanel } from './features/agreement/differences-panel'
import { ReportPanel } from './features/agreement/report-panel'
import { AnnotationsPane } from './features/annotations/annotations-pane'
import { ArticlePane } from './features/annotate/article-pane'
import { CodebookPanel } from './features/codebook/codebook-panel'
import { EverywherePanel } from './features/everywhere/everywhere-panel'
import { ExportPanel } from './features/exchange/export-panel'
import { ImportPanel } from './features/exchange/import-panel'
import { FindBar } from './features/find/find-bar'
import { GotoPanel } from './features/goto/goto-panel'
import { HistoryPane } from './features/history/history-pane'
import { InboxPane } from './features/inbox/inbox-pane'
import { CommentsAlone, Inspector } from './features/inspector/inspector'
import { KeysSheet } from './features/keys/keys-sheet'
import { DropZone } from './features/library/drop-zone'
import { LibraryPane } from './features/library/library-pane'
import { LinkingStrip } from './features/linking/linking-strip'
import { Palette } from './features/palette/palette'
import { PersonPanel } from './features/preferences/person-panel'
import { ReviewPane } from './features/review/review-pane'
import { StatusBar } from './features/status/status-bar'
import { Frame } from './frame'
import { followWindow } from './follow-window'
import type { OpenArticle } from './state/open-article'
import type { Reviewing } from './state/reviewing'
import type { Session } from './state/session'
import { SessionProvider, useSession, useSessionView } from './state/session-context'
import './app.css'

/** The whole window. */
export function App({ session }: { readonly session: Session }) {
  // Before anything is painted: a key that is pressed at once must do what it says.
  useLayoutEffect(() => followWindow(session, window), [session])
  return (
    <SessionProvider value={session}>
      <Frame>
        <LibraryPane />
        <Middle />
        <StatusBar />
      </Frame>
      <PanelShown />
      <DropZone />
    </SessionProvider>
  )
}

/** The article with what is said of it, or how far annotators agree. */
function Middle() {
  const session = useSession()
  const agreement = useSessionView((view) => view.agreement)
  const before = useRef(agreement)
  useEffect(() => {
    // What had the focus is gone; the article, which is there again, has it when nothing else does.
    if (before.current && !agreement && document.activeElement === document.body)
      session.focus.emit('article')
    before.current = agreement
  }, [session, agreement])
  if (agreement) return <AgreementPane key="agreement" agreement={agreement} />
  return (
    <>
      <ArticlePane>
        <FindBar />
        <LinkingStrip />
      </ArticlePane>
      <EndPane />
    </>
  )
}

/** What is tagged in the article, or what has happened to it. */
function EndPane() {
  const past = useSessionView((view) => view.past)
  const review = useSessionView((view) => view.review)
  const inbox = useSessionView((view) => view.inbox)
  const article = useSessionView((view) => view.article)
  if (past) return <HistoryPane past={past} />
  if (review && article)
    return (
      <ReviewPane article={article} review={review}>
        <ReviewComments article={article} review={review} />
      </ReviewPane>
    )
  if (inbox && article)
    return (
      <InboxPane article={article} inbox={inbox}>
        <CommentsAlone article={article} />
      </InboxPane>
    )
  return (
    <AnnotationsPane>
      <Inspector />
    </AnnotationsPane>
  )
}

/** What was remarked on the version that is looked at, be it an annotation or a link. */
function ReviewComments({ article, review }: { readonly article: OpenArticle; readonly review: Reviewing }) {
  const on = useStore(review.view, () => review.side?.id)
  // Comments tell who says them.
  const hidden = useStore(
    review.view,
    ({ blind, standings, chosen }) => blind && standings.get(chosen ?? '') !== 'settled',
  )
  return hidden ? null : <CommentsAlone article={article} on={on} />
}

function PanelShown() {
  const session = useSession()
  const panel = useSessionView((view) => view.panel)
  const agreement = useSessionView((view) => view.agreement)
  // A text that gets the focus back from a browser has lost its selection; the editor knows it.
  useLayoutEffect(() => {
    if (panel === undefined && document.activeElement?.closest('.article')) session.editor?.focus()
  }, [session, panel])
  switch (panel) {
    case 'palette':
      return <Palette />
    case 'keys':
      return <KeysSheet />
    case 'export':
      return <ExportPanel />
    case 'import':
      return <ImportPanel />
    case 'person':
      return <PersonPanel />
    case 'codebook':
      return <CodebookPanel />
    case 'goto':
      return <GotoPanel />
    case 'everywhere':
      return <EverywherePanel />
    case 'report':
      return agreement ? <ReportPanel agreement={agreement} /> : null
    case 'differences':
      return agreement ? <DifferencesPanel agreement={agreement} /> : null
    case undefined:
      return null
  }
}
