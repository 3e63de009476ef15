import { type FormEvent, useEffect, useId, useState } from 'react'
import { type ExportScope, type LossesByFormat, exportSets, lossesOf } from '../../state/exporting'
import { useLibraryView, useSession, useSessionView } from '../../state/session-context'
import type { Session } from '../../state/session'
import { useProgress } from '../../state/task-progress'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import './export-panel.css'

type Format = Session['workspace']['codecs'][number]

/** Which annotations go into a file, in which format, and what that would lose. */
export function ExportPanel() {
  const session = useSession()
  const { codecs } = session.workspace
  const title = useSessionView(({ article }) => article?.article.title)
  const count = useLibraryView(({ documents }) => documents.size)
  const [scope, setScope] = useState<ExportScope>(title === undefined ? 'all' : 'open')
  const [format, setFormat] = useState(codecs[0]!)
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [working, setWorking] = useState(false)
  const [task] = useState(() => session.author.newId('task'))
  const progress = useProgress(task)
  const losses = useLosses(scope, chosen)

  const run = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    if (working) return
    setWorking(true)
    const saved = await exportSets(session, format.id, { scope, chosen, task })
    setWorking(false)
    if (saved) session.show(undefined)
  }

  return (
    <Dialog name="Export annotations" onClose={() => session.show(undefined)}>
      <form className="export" onSubmit={(event) => void run(event)}>
        <div className="export-group" role="radiogroup" aria-labelledby="export-documents">
          <h3 id="export-documents">Documents to export</h3>
          <Choice
            group="documents"
            name="This article"
            about={title ?? 'No article is open'}
            disabled={title === undefined}
            checked={scope === 'open'}
            onChoose={() => setScope('open')}
          />
          <Choice
            group="documents"
            name="All articles"
            about={
              count === 1
                ? 'The one in the list'
                : `All ${count.toLocaleString('en')} in the list, in one file`
            }
            checked={scope === 'all'}
            onChoose={() => setScope('all')}
          />
        </div>
        <div className="export-group" role="radiogroup" aria-labelledby="export-format">
          <h3 id="export-format">Format</h3>
          <div className="export-formats">
            {codecs.map((codec) => (
              <Choice
                key={codec.id}
                group="format"
                name={codec.name}
                mark={`.${codec.extension}`}
                about={lossInBrief(codec, losses)}
                checked={format.id === codec.id}
                onChoose={() => {
                  setFormat(codec)
                  setChosen({})
                }}
              />
            ))}
          </div>
        </div>
        <FormatFacts format={format} losses={losses?.get(format.id)} chosen={chosen} onChoose={setChosen} />
      </form>
      <footer className="dialog-foot">
        <p className="export-note">
          {working && progress && progress.of > 1
            ? `${progress.done.toLocaleString('en')} of ${progress.of.toLocaleString('en')} articles …`
            : 'The file is read again when it is written, and compared.'}
        </p>
        <Button
          onClick={() =>
            working ? void session.client.send('task.cancel', { task }) : session.show(undefined)
          }
        >
          {working ? 'Stop' : 'Cancel'}
        </Button>
        <Button primary disabled={working || count === 0} onClick={() => void run()}>
          Export
        </Button>
      </footer>
    </Dialog>
  )
}

function useLosses(scope: ExportScope, chosen: Readonly<Record<string, string>>): LossesByFormat | undefined {
  const session = useSession()
  const [known, setKnown] = useState<{ readonly scope: ExportScope; readonly losses: LossesByFormat }>()
  useEffect(() => {
    let late = false
    void lossesOf(session, scope, chosen).then((losses) => {
      if (!late && losses) setKnown({ scope, losses })
    })
    return () => {
      late = true
    }
  }, [session, scope, chosen])
  return known?.scope === scope ? known.losses : undefined
}

function lossInBrief({ id }: Format, losses: LossesByFormat | undefined): string {
  const lost = losses?.get(id)
  if (!lost) return ''
  return lost.length === 0 ? 'Nothing is lost' : lost.length === 1 ? '1 loss' : `${lost.length} losses`
}

interface FactsProps {
  readonly format: Format
  readonly losses: readonly string[] | undefined
  readonly chosen: Readonly<Record<string, string>>
  readonly onChoose: (chosen: Readonly<Record<string, string>>) => void
}

/** What the chosen format holds, what this export loses in it, and what may be chosen about it. */
function FormatFacts({ format, losses, chosen, onChoose }: FactsProps) {
  return (
    <section className="export-facts" aria-label={format.name}>
      {format.choices.map(({ id, name, options }) => (
        <label key={id} className="export-option">
          <span>{name}</span>
          <select
            value={chosen[id] ?? options[0]!.id}
            onChange={({ target }) => onChoose({ ...chosen, [id]: target.value })}
          >
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <p>{format.holds}</p>
      <ul aria-label="Lost in this export" role="list">
        {losses?.map((loss) => (
          <li key={loss}>{loss}.</li>
        ))}
      </ul>
    </section>
  )
}

interface ChoiceProps {
  readonly group: string
  readonly name: string
  readonly about: string
  readonly mark?: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChoose: () => void
}

function Choice({ group, name, about, mark, checked, disabled = false, onChoose }: ChoiceProps) {
  const id = useId()
  return (
    <div className="export-choice">
      <input
        id={id}
        type="radio"
        name={group}
        checked={checked}
        disabled={disabled}
        aria-describedby={`${id}about`}
        {...(checked && group === 'format' ? { 'data-first': true } : {})}
        onChange={onChoose}
      />
      <label htmlFor={id}>{name}</label>
      {mark !== undefined && <span className="export-mark">{mark}</span>}
      <p id={`${id}about`}>{about}</p>
    </div>
  )
}
