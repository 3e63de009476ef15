import { type FormEvent, useState } from 'react'
import type { Agreement } from '../../state/agreement'
import { useSession } from '../../state/session-context'
import { useProgress } from '../../state/task-progress'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'

const FORMATS = [
  ['html', 'HTML', 'To be read and printed; a file by itself'],
  ['markdown', 'Markdown', 'To be taken into a text of one’s own'],
] as const

type Format = (typeof FORMATS)[number][0]

/** What is shown as a report of methods, saved as exports are. */
export function ReportPanel({ agreement }: { readonly agreement: Agreement }) {
  const session = useSession()
  const [format, setFormat] = useState<Format>('html')
  const [working, setWorking] = useState(false)
  const [task] = useState(() => session.author.newId('task'))
  const progress = useProgress(task)
  const run = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    if (working) return
    setWorking(true)
    const saved = await save(session, agreement, format, task)
    setWorking(false)
    if (saved) session.show(undefined)
  }
  return (
    <Dialog name="Report of methods" onClose={() => session.show(undefined)}>
      <form className="report" onSubmit={(event) => void run(event)}>
        <p>
          Who annotated what and when, every measure with its interval, what stands behind it, and who decided
          what. What is supposed now is supposed there, too, and said.
        </p>
        <fieldset>
          <legend>Format</legend>
          {FORMATS.map(([id, name, about]) => (
            <label key={id} className="report-choice">
              <input
                type="radio"
                name="report-format"
                checked={format === id}
                {...(format === id ? { 'data-first': true } : {})}
                onChange={() => setFormat(id)}
              />
              <span>{name}</span>
              <small>{about}</small>
            </label>
          ))}
        </fieldset>
      </form>
      <footer className="dialog-foot">
        <p className="report-note" role="status">
          {working &&
            (progress ? `${Math.floor((progress.done / progress.of) * 100)} % …` : 'Working it out …')}
        </p>
        <Button
          onClick={() =>
            working ? void session.client.send('task.cancel', { task }) : session.show(undefined)
          }
        >
          {working ? 'Stop' : 'Cancel'}
        </Button>
        <Button primary disabled={working} onClick={() => void run()}>
          Save
        </Button>
      </footer>
    </Dialog>
  )
}

type Session = ReturnType<typeof useSession>

async function save(session: Session, agreement: Agreement, format: Format, task: string): Promise<boolean> {
  const told = await agreement.report(format, task)
  if (!told.ok) {
    session.status.warn(told.refusal.message)
    return false
  }
  const { file, mediaType, troubles } = told.value
  const saved = await session.platform.saveFile(file, mediaType)
  if (!saved.ok) session.status.warn(saved.refusal.message)
  else if (saved.value.saved)
    session.status.say([`Saved ${saved.value.path ?? file.name}`, ...troubles].join('. '))
  return saved.ok && saved.value.saved
}
