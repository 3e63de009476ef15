import { type FormEvent, useId, useState } from 'react'
import { exportSets } from '../../state/exporting'
import { useLibraryView, useSession, useSessionView } from '../../state/session-context'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import './export-panel.css'

type Scope = 'open' | 'all'

/** Which annotations go into a file, and in which format. */
export function ExportPanel() {
  const session = useSession()
  const { codecs } = session.workspace
  const title = useSessionView(({ article }) => article?.article.title)
  const count = useLibraryView(({ documents }) => documents.size)
  const [scope, setScope] = useState<Scope>(title === undefined ? 'all' : 'open')
  const [format, setFormat] = useState(codecs[0]?.id)
  const [working, setWorking] = useState(false)

  const run = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    if (format === undefined || working) return
    setWorking(true)
    const saved = await exportSets(session, format, scope)
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
          {codecs.map(({ id, name, extension, holds }) => (
            <Choice
              key={id}
              group="format"
              name={name}
              mark={`.${extension}`}
              about={holds}
              checked={format === id}
              onChoose={() => setFormat(id)}
            />
          ))}
        </div>
      </form>
      <footer className="dialog-foot">
        <p className="export-note">What a format has no room for is named when the file is written.</p>
        <Button onClick={() => session.show(undefined)}>Cancel</Button>
        <Button primary disabled={working || count === 0} onClick={() => void run()}>
          Export
        </Button>
      </footer>
    </Dialog>
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
