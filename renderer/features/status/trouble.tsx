import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { ArticleView, OpenArticle } from '../../state/open-article'
import { useSession, useStatus } from '../../state/session-context'
import { IconButton } from '../../ui/button'
import { CloseIcon, TroubleIcon } from '../../ui/icons'

const calm = createStore<Pick<ArticleView, 'trouble'>>(() => ({ trouble: undefined }))

/** What is wrong and what to do. It stays until somebody has put it away, or it is over. */
export function Trouble({ article }: { readonly article: OpenArticle | undefined }) {
  const { status } = useSession()
  const told = useStatus(({ trouble }) => trouble)
  const unsaved = useStore(article?.view ?? calm, ({ trouble }) => trouble?.message)
  const message =
    unsaved === undefined ? told : `Not saved yet, and tried again every few seconds. ${unsaved}`
  return (
    <div className="trouble-place" role="alert">
      {message !== undefined && (
        <div className="trouble">
          <TroubleIcon />
          <p>{message}</p>
          {unsaved === undefined && (
            <IconButton name="Put away" onClick={() => status.dismiss()}>
              <CloseIcon />
            </IconButton>
          )}
        </div>
      )}
    </div>
  )
}
