import { runCommand } from '../../state/commands'
import type { OpenArticle } from '../../state/open-article'
import { useArticle, useKeys, useLibraryView, useSession, useSessionView } from '../../state/session-context'
import { RedoIcon, UndoIcon } from '../../ui/icons'

/** Undo with the name of what it would take back, and redo when there is something to do again. */
export function UndoButtons({ article }: { readonly article: OpenArticle }) {
  const session = useSession()
  const last = useArticle(article, ({ timeline }) => timeline.undo.at(-1)?.name)
  const undoable = useArticle(article, ({ timeline, older }) => timeline.undo.length > 0 || older)
  const { withKey } = useKeys()
  const next = useArticle(article, ({ timeline }) => timeline.redo.at(-1)?.name)
  const removed = useLibraryView(({ lastRemoved }) => lastRemoved !== undefined)
  // What would be undone is not to be seen then.
  const elsewhere = useSessionView(({ agreement }) => agreement !== undefined)
  const tagged = useLibraryView(({ lastTagged }) => lastTagged !== undefined)
  return (
    <>
      <UndoButton
        name={removed ? REMOVAL : tagged ? 'Tag in several articles' : last}
        enabled={!elsewhere && (removed || tagged || undoable)}
      />
      {next !== undefined && !elsewhere && (
        <button
          type="button"
          className="status-button"
          aria-label="Redo"
          title={withKey(`Redo ${next}`, 'edit.redo')}
          onClick={() => runCommand(session, 'edit.redo')}
        >
          <RedoIcon />
          <span aria-hidden="true">Redo</span>
        </button>
      )}
    </>
  )
}

export const REMOVAL = 'Remove article from the list'

/** `name` is that of what it would take back; without one, what it would take back is not known yet, if it can. */
export function UndoButton({
  name,
  enabled = name !== undefined,
}: {
  readonly name: string | undefined
  readonly enabled?: boolean
}) {
  const session = useSession()
  const what = name === undefined ? '' : ` ${name}`
  const { withKey } = useKeys()
  return (
    <button
      type="button"
      className="status-button undo"
      disabled={!enabled}
      aria-label="Undo"
      title={enabled ? withKey(`Undo${what}`, 'edit.undo') : 'Nothing to undo'}
      onClick={() => runCommand(session, 'edit.undo')}
    >
      <UndoIcon />
      <span aria-hidden="true">
        Undo{name === undefined ? '' : ' '}
        {name !== undefined && <b>{name}</b>}
      </span>
    </button>
  )
}
