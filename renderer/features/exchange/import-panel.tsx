import { useEffect, useRef, useState } from 'react'
import { offeredTags } from '../../../src/core/codebook/codebook'
import {
  type ImportChoices,
  type ImportTold,
  counted,
  importSets,
  noChoices,
  rehearseImport,
  sizeOf,
} from '../../state/importing-sets'
import { useCodebook, useSession, useSessionView } from '../../state/session-context'
import { useProgress } from '../../state/task-progress'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Conflicts, DoubtfulPlaces, IncomingArticle, Problems } from './incoming-article'
import './import-panel.css'

/** What importing the chosen files would do, what is to be decided, and then the import itself. */
export function ImportPanel() {
  const session = useSession()
  const files = useSessionView((view) => view.intake)
  const [choices, setChoices] = useState<ImportChoices>(noChoices)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [task] = useState(() => session.author.newId('task'))
  const progress = useProgress(task)
  const rehearsed = useRehearsal(choices)
  const told = rehearsed && 'told' in rehearsed ? rehearsed.told : undefined
  const trouble = failure ?? (rehearsed && 'trouble' in rehearsed ? rehearsed.trouble : undefined)
  const size = told
    ? told.documents.reduce((sum, document) => sum + sizeOf(document), 0) + choices.take.size
    : 0
  const unseen = told ? told.documents.reduce((sum, document) => sum + document.unseen, 0) : 0

  const shown = told ? worthShowing(told.documents) : []
  const start = useRef<HTMLButtonElement>(null)
  const ready = told !== undefined && size + unseen > 0
  useEffect(() => {
    // From the button that closes, where the dialog began; not from a field that somebody is in already.
    if (ready && !document.activeElement?.closest('.import')) start.current?.focus()
  }, [ready])

  const cancel = (): void => {
    if (working) void session.client.send('task.cancel', { task })
    else close()
  }
  const close = (): void => session.view.setState({ panel: undefined, intake: [] })
  const run = async (): Promise<void> => {
    if (working || !ready) return
    setWorking(true)
    setFailure(await importSets(session, files, choices, task))
    setWorking(false)
  }

  return (
    <Dialog name="Import annotations" onClose={close}>
      <form
        className="import"
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <p className="import-source" role="status">
          {trouble !== undefined
            ? 'Nothing can be imported.'
            : told
              ? `${filesNamed(files)}, read as ${formatName(session.workspace.codecs, told.format)}.`
              : `Reading ${filesNamed(files)} …`}
        </p>
        {trouble !== undefined && (
          <p className="import-trouble" role="alert">
            {trouble}
          </p>
        )}
        {told && <Decisions told={told} choices={choices} onChange={setChoices} />}
        {told && (
          <div className="import-articles">
            {shown.map((document, k) => (
              <IncomingArticle key={document.id ?? k} document={document}>
                <Conflicts
                  conflicts={document.conflicts}
                  kept={choices.keep}
                  onKeep={(id) => setChoices({ ...choices, keep: toggled(choices.keep, id) })}
                />
                <DoubtfulPlaces
                  doubtful={document.doubtful}
                  taken={choices.take}
                  onTake={(place) => setChoices({ ...choices, take: toggled(choices.take, place) })}
                />
              </IncomingArticle>
            ))}
            {told.documents.length > shown.length && (
              <p className="import-remark">
                And {counted(told.documents.length - shown.length, 'article')} more, about which there is
                nothing to decide.
              </p>
            )}
            <Problems name="Not read" count={told.problems.length} problems={told.problems} />
          </div>
        )}
        <footer className="dialog-foot">
          <p className="import-note">
            {working && progress
              ? `${progress.done.toLocaleString('en')} of ${counted(progress.of, 'article')} …`
              : noteOf(told, size, unseen)}
          </p>
          <Button onClick={cancel}>{working ? 'Stop' : 'Cancel'}</Button>
          <Button ref={start} primary disabled={working || !ready} onClick={() => void run()}>
            Import
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

/** What comes of the import, in a sentence. */
function noteOf(told: ImportTold | undefined, size: number, unseen: number): string {
  if (!told || size > 0) return 'One undo in each article takes the import back.'
  return unseen > 0
    ? 'Nothing will look different; what was changed and removed elsewhere is noted.'
    : 'Everything in the file is here already.'
}

/** What the host says of the files, asked anew when a decision changes what they mean. */
function useRehearsal({ annotator, labels }: ImportChoices) {
  const session = useSession()
  const files = useSessionView((view) => view.intake)
  const [rehearsed, setRehearsed] = useState<Awaited<ReturnType<typeof rehearseImport>>>()
  useEffect(() => {
    let late = false
    const begin = setTimeout(
      () => {
        void rehearseImport(session, files, { ...noChoices, annotator, labels }).then((answer) => {
          if (!late) setRehearsed(answer)
        })
      },
      annotator === '' ? 0 : 300, // ms of quiet after the last letter of a name
    )
    return () => {
      late = true
      clearTimeout(begin)
    }
  }, [session, files, annotator, labels])
  return rehearsed
}

interface DecisionsProps {
  readonly told: ImportTold
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
}

const FEW = 100 // more than anybody reads before an import; a window of ten thousand sections would not open

const isNotable = ({ doubtful, refused, conflicts }: ImportTold['documents'][number]): boolean =>
  doubtful.count + refused.count + conflicts.count > 0

/** All articles, or of very many those about which there is something to decide or to know, and some of the others. */
function worthShowing(documents: ImportTold['documents']): ImportTold['documents'] {
  if (documents.length <= FEW) return documents
  const notable = documents.filter(isNotable)
  const others = documents.filter((document) => !isNotable(document))
  return [...notable, ...others.slice(0, Math.max(0, FEW - notable.length))]
}

const NEW = 'new'
const OUT = 'out'

/** Whose annotations they are, and what labels mean that the codebook does not know. */
function Decisions({ told, choices, onChange }: DecisionsProps) {
  const tags = offeredTags(useCodebook())
  const strange = told.labels.filter(({ label, tag }) => tag === undefined || choices.labels.has(label))
  const decide = (label: string, meaning: string): void => {
    const labels = new Map(choices.labels)
    if (meaning === NEW) labels.delete(label)
    else labels.set(label, meaning === OUT ? null : meaning)
    onChange({ ...choices, labels })
  }
  return (
    <div className="import-decisions">
      {told.nameless > 0 && (
        <label className="import-field nameless">
          <span>Annotated by</span>
          <input
            value={choices.annotator}
            maxLength={200}
            placeholder="Import of the file"
            autoComplete="off"
            onChange={({ target }) => onChange({ ...choices, annotator: target.value })}
          />
          <small>The file does not say who made {counted(told.nameless, 'record')}.</small>
        </label>
      )}
      {strange.map(({ label, count }) => {
        const meaning = choices.labels.get(label)
        return (
          <label key={label} className="import-field">
            <span>“{label}” is</span>
            <select
              value={meaning === undefined ? NEW : (meaning ?? OUT)}
              onChange={({ target }) => decide(label, target.value)}
            >
              <option value={NEW}>a new tag</option>
              {tags.map(({ id, name, glyph }) => (
                <option key={id} value={id}>
                  {glyph} {name}
                </option>
              ))}
              <option value={OUT}>left out</option>
            </select>
            <small>{counted(count, 'annotation')}</small>
          </label>
        )
      })}
      {[...told.codebook, ...told.remarks].map((sentence) => (
        <p key={sentence} className="import-remark">
          {sentence}
        </p>
      ))}
    </div>
  )
}

function toggled(places: ReadonlySet<string>, place: string): ReadonlySet<string> {
  const next = new Set(places)
  if (!next.delete(place)) next.add(place)
  return next
}

const filesNamed = (files: readonly { readonly name: string }[]): string =>
  files.length === 1 ? `“${files[0]!.name}”` : `${files.length} files`

const formatName = (codecs: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  codecs.find((codec) => codec.id === id)?.name ?? id
