import { useId, useMemo, useState } from 'react'
import type { Annotation } from '../../../src/core/annotation/annotation'
import type { Edit } from '../../../src/core/change/change'
import { editsOn } from '../../state/annotation-past'
import { UNREAD_PAST, firstOf } from '../../state/past'
import type { OpenArticle } from '../../state/open-article'
import { useArticle, useSession, useSessionView } from '../../state/session-context'
import { ago, exactly, useMinute } from '../../ui/moment'

const PAGE = 500 // edits asked for at once, few of which will have touched the annotation

interface Props {
  readonly article: OpenArticle
  readonly annotation: Annotation
}

/** The edits that touched an annotation, the newest first; folded until somebody asks. */
export function PastEdits({ article, annotation }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const { edits, older, ask } = useKnownEdits(article)
  const own = useMemo(() => editsOn(edits, annotation.id), [edits, annotation.id])
  const names = useNames(article)
  const now = useMinute()
  const complete = own.at(-1)?.changes.some((change) => isBeginning(change, annotation.id)) ?? false
  return (
    <div className="inspector-part">
      <button
        type="button"
        className="past-edits-fold"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        History · {own.length}
        {older && !complete && '+'}
      </button>
      <div id={id} hidden={!open}>
        <ul aria-label="History of this annotation" className="past-edits">
          {own.map((edit) => (
            <li key={edit.id}>
              <span>{nameOf(edit)}</span>
              <span className="past-edit-when" title={exactly(edit.at)}>
                {names.get(edit.author) ?? 'Somebody'}, {ago(edit.at, now)}
              </span>
            </li>
          ))}
        </ul>
        {older && !complete && (
          <button type="button" className="link-button" onClick={ask}>
            Older
          </button>
        )}
      </div>
    </div>
  )
}

const nameOf = ({ name, undoes, redoes }: Edit): string =>
  undoes !== undefined ? `Undo ${name}` : redoes === undefined ? name : `Redo ${name}`

const isBeginning = (change: Edit['changes'][number], id: string): boolean =>
  change.of === 'annotation' && change.kind === 'add' && change.record.id === id

/** The edits of the article that are known, in order, with those that were asked for; `ask` asks for older ones. */
function useKnownEdits(article: OpenArticle): {
  readonly edits: readonly Edit[]
  readonly older: boolean
  readonly ask: () => void
} {
  const { status } = useSession()
  const edits = useArticle(article, (view) => view.edits)
  const older = useArticle(article, (view) => view.older)
  const ask = async (): Promise<void> => {
    if (!(await article.knowFrom(firstOf(article) - PAGE))) status.warn(UNREAD_PAST)
  }
  return { edits, older, ask: () => void ask() }
}

/** What people are called, by id, as far as this article tells. */
function useNames(article: OpenArticle): ReadonlyMap<string, string> {
  const person = useSessionView((view) => view.person)
  const sets = useArticle(article, ({ state }) => state.sets)
  return useMemo(
    () =>
      new Map(
        [...[...sets.values()].map(({ annotator }) => annotator), person].map((one) => [one.id, one.name]),
      ),
    [sets, person],
  )
}
