import type { Reply } from '../../src/api/contract'
import type { Outcome } from '../../src/base/outcome'
import type { IncomingFile } from '../platform/platform'
import type { Session } from './session'

/** Adds files to the library and opens the first that is new, or known. Says what was added and what was not. */
export async function addFiles(session: Session, files: readonly IncomingFile[]): Promise<void> {
  if (files.length === 0) return
  const { status, library } = session
  library.view.setState(({ reading }) => ({ reading: reading + files.length }))
  const added = await session.client
    .send('library.add', { files: [...files] })
    .finally(() => library.view.setState(({ reading }) => ({ reading: reading - files.length })))
  if (!added.ok) return status.warn(added.refusal.message)
  report(session, added.value)
  const id = added.value.added[0]?.id ?? added.value.already[0]?.id
  if (id !== undefined) await session.open(id)
}

function report({ status }: Session, { added, already, refused }: Reply<'library.add'>): void {
  const parts = [
    added.length === 1
      ? `Added “${added[0]!.title}”`
      : added.length > 1
        ? `Added ${added.length} articles`
        : '',
    already.length === 1 ? `“${already[0]!.name}” is here already` : '',
    already.length > 1 ? `${already.length} files are here already` : '',
  ].filter(Boolean)
  if (refused.length === 0) return status.say(parts.join('. '))
  const [first, ...others] = refused
  const more =
    others.length > 0 ? ` And ${others.length} more: ${others.map(({ name }) => name).join(', ')}.` : ''
  status.warn([...parts.map((part) => `${part}.`), `${first!.message}${more}`].join(' '))
}

/** Adds what the clipboard holds as an article of its own. */
export async function addClipboard(session: Session): Promise<void> {
  const text = await session.platform.readClipboardText()
  if (!text.ok) return session.status.warn(text.refusal.message)
  if (text.value.trim() === '') return session.status.hint('The clipboard holds no text')
  await addFiles(session, [{ name: 'Clipboard.txt', bytes: new TextEncoder().encode(text.value) }])
}

/** Opens one of the sample articles, which makes it an article of the workspace. */
export async function openSample(session: Session, name: string): Promise<void> {
  const added = await session.client.send('library.addSample', { name })
  if (!added.ok) return session.status.warn(added.refusal.message)
  await session.open(added.value.document.id)
}

/** Takes a document out of the list; `restoreDocument` is its undo. */
export async function removeDocument(session: Session, id: string): Promise<void> {
  const title = session.library.view.getState().documents.get(id)?.title ?? 'the article'
  if (session.article?.article.id === id) await session.article.whenSaved()
  const removed = await session.client.send('library.remove', { ids: [id] })
  if (!removed.ok) return session.status.warn(removed.refusal.message)
  if (session.article?.article.id === id) session.leave()
  session.library.view.setState({ lastRemoved: { id, title } })
  session.status.say(`Removed “${title}” from the list; its annotations are kept`)
}

/** Puts the document that was removed last back into the list and opens it. */
export async function restoreDocument(session: Session): Promise<void> {
  const { lastRemoved } = session.library.view.getState()
  if (!lastRemoved) return
  const restored: Outcome<unknown> = await session.client.send('library.restore', { ids: [lastRemoved.id] })
  if (!restored.ok) return session.status.warn(restored.refusal.message)
  session.library.view.setState({ lastRemoved: undefined })
  await session.open(lastRemoved.id)
  session.status.say(`“${lastRemoved.title}” is back in the list`)
}
