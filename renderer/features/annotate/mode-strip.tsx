import { useStore } from 'zustand'
import type { Past } from '../../state/past'
import { toggleCorrecting } from '../../state/correcting'
import { restoreShown, toggleHistory } from '../../state/looking-back'
import { useSession, useSessionView } from '../../state/session-context'
import { Button } from '../../ui/button'
import { exactly } from '../../ui/moment'

/** Above the text, whenever it is not open to be tagged: what it is open for, and the way out. */
export function ModeStrip() {
  const session = useSession()
  const mode = useSessionView((view) => view.mode)
  const past = useSessionView((view) => view.past)
  if (past) return <PastStrip past={past} />
  if (mode !== 'correct') return null
  return (
    <div className="mode-strip correcting" role="note">
      <p>
        <b>Correcting the text.</b> Tags come along. Esc to finish
      </p>
      <Button onClick={() => toggleCorrecting(session)}>Finish</Button>
    </div>
  )
}

function PastStrip({ past }: { readonly past: Past }) {
  const session = useSession()
  const shown = useStore(past.view, (view) => view.shown)
  const last = useStore(past.view, (view) => view.last)
  const edit = shown && past.editOf(shown.revision)
  const isNow = !shown || shown.revision === last
  return (
    <div className="mode-strip past" role="note">
      <p>
        {isNow ? (
          <>
            <b>As it is now.</b> Choose an edit to see the article as it was after it
          </>
        ) : edit ? (
          <>
            <b>As it was on {exactly(edit.at)}</b> after “{edit.name}”
          </>
        ) : (
          <b>As it was added, before the first edit</b>
        )}
      </p>
      {!isNow && <Button onClick={() => restoreShown(session)}>Restore this state</Button>}
      <Button onClick={() => toggleHistory(session)}>Back to now</Button>
    </div>
  )
}
