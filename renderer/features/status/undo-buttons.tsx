import { liveCommands } from '../../state/commands'
import { shownKeys } from '../../state/keys'
import type { OpenArticle } from '../../state/open-article'
import { useArticle, useLibraryView, useSession } from '../../state/session-context'
import { RedoIcon, UndoIcon } from '../../ui/icons'

const run = (session: ReturnType<typeof useSession>, id: string): void =>
  liveCommands(session)
    .find((command) => command.id === id)
    ?.run()

/** Undo with the name of what it would take back, and redo when there is something to do again. */
export function UndoButtons({ article }: { readonly article: OpenArticle }) {
  const session = useSession()
  const last = useArticle(article, ({ timeline }) => timeline.undo.at(-1)?.name)
  const next = useArticle(article, ({ timeline }) => timeline.redo.at(-1)?.name)
  const removed = useLibraryView(({ lastRemoved }) => lastRemoved !== undefined)
  const tagged = useLibraryView(({ lastTagged }) => lastTagged !== undefined)
  return (
    <>
      <UndoButton name={removed ? REMOVAL : tagged ? 'Tag in several articles' : last} />
      {next !== undefined && (
        <button
          type="button"
          className="status-button"
          aria-label="Redo"
          title={`Redo ${next} (${shownKeys('Mod+Shift+Z', session.mac)})`}
          onClick={() => run(session, 'edit.redo')}
        >
          <RedoIcon />
          <span aria-hidden="true">Redo</span>
        </button>
      )}
    </>
  )
}

export const REMOVAL = 'Remove article from the list'

export function UndoButton({ name }: { readonly name: string | undefined }) {
  const session = useSession()
  return (
    <button
      type="button"
      className="status-button undo"
      disabled={name === undefined}
      aria-label="Undo"
      title={name === undefined ? 'Nothing to undo' : `Undo ${name} (${shownKeys('Mod+Z', session.mac)})`}
      onClick={() => run(session, 'edit.undo')}
    >
      <UndoIcon />
      <span aria-hidden="true">
        Undo{name === undefined ? '' : ' '}
        {name !== undefined && <b>{name}</b>}
      </span>
    </button>
  )
}
