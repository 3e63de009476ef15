import { createRoot, type Root } from 'react-dom/client'
import { idMaker } from '../src/base/id'
import { App } from './app'
import { connect } from './platform/connect'
import { Session } from './state/session'
import { Refused } from './refused'

const newId = idMaker((count) => crypto.getRandomValues(new Uint8Array(count)))
const surroundings = {
  newId,
  now: () => new Date().toISOString(),
  mac: /Mac|iPhone|iPad/.test(navigator.platform),
}

async function start(root: Root): Promise<void> {
  const platform = connect()
  const workspace = await platform.client.send('workspace.open', {})
  if (!workspace.ok) {
    root.render(<Refused message={workspace.refusal.message} />)
    return
  }
  const session = new Session(platform, workspace.value, surroundings)
  const tell = (): void =>
    session.status.warn(
      'Something failed in this window. What was saved is safe; close the window and open it again.',
    )
  window.addEventListener('error', tell)
  window.addEventListener('unhandledrejection', tell)
  root.render(<App session={session} />)
  await session.reopen()
}

const place = document.getElementById('window')
if (!place) throw new Error('index.html has no place for the window')
const root = createRoot(place, {
  onUncaughtError: (error) => {
    console.error(error)
    root.render(<Refused message="Something failed in this window. What was saved is safe." />)
  },
})
void start(root)
