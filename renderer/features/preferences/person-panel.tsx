import { type FormEvent, useState } from 'react'
import { useSession, useSessionView } from '../../state/session-context'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import './person-panel.css'

/** The name that stands by what this person tags. */
export function PersonPanel() {
  const session = useSession()
  const known = useSessionView(({ person }) => person.name)
  const [name, setName] = useState(known)
  const save = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    const wanted = name.trim()
    if (wanted === '') return
    if (wanted === known || (await session.rename(wanted))) session.show(undefined)
  }
  return (
    <Dialog name="Your name" onClose={() => session.show(undefined)}>
      <form className="person" onSubmit={(event) => void save(event)}>
        <p id="person-about">It is written beside what you tag, in this workspace and in what you export.</p>
        <input
          data-first
          type="text"
          aria-label="Name"
          aria-describedby="person-about"
          maxLength={200}
          value={name}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setName(target.value)}
          onFocus={({ target }) => target.select()}
        />
      </form>
      <footer className="dialog-foot">
        <Button onClick={() => session.show(undefined)}>Cancel</Button>
        <Button primary disabled={name.trim() === ''} onClick={() => void save()}>
          Save
        </Button>
      </footer>
    </Dialog>
  )
}
