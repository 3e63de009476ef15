import type { Reply } from '../../src/api/contract'
import type { IncomingFile } from '../platform/platform'
import type { Session } from './session'

/**
 * Adds files to the library and opens the first that is new, or known. Says what was added and what was not. Many
 * files go in several calls, since there is an end to what one call can carry.
 */
export async function addFiles(session: Session, files: readonly IncomingFile[]): Promise<void> {
  if (files.length === 0) return
  const { status, library } = session
  const whole: Reply<'library.add'> = { added: [], already: [], refused: [] }
  const reading = (change: number): void =>
    library.view.setState((view) => ({ reading: view.reading + change }))
  let left = files.length
  reading(left)
  try {
    for (const batch of batchesOf(files)) {
      const answer = await session.client.send('library.add', { files: batch })
      if (!answer.ok) return status.warn(answer.refusal.message)
      library.learn(answer.value.added)
      whole.added.push(...answer.value.added)
      whole.already.push(...answer.value.already)
      whole.refused.push(...answer.value.refused)
      left -= batch.length
      reading(-batch.length)
    }
  } finally {
    reading(-left)
  }
  report(session, whole)
  const id = whole.added[0]?.id ?? whole.already[0]?.id
  if (id !== undefined) await openAndRead(session, id)
}

const MOST_FILES = 200
const MOST_BYTES = 32 * 1024 * 1024

function* batchesOf(files: readonly IncomingFile[]): Iterable<IncomingFile[]> {
  let batch: IncomingFile[] = []
  let size = 0
  for (const file of files) {
    const full = batch.length === MOST_FILES || size + file.bytes.length > MOST_BYTES
    if (full && batch.length > 0) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(file)
    size += file.bytes.length
  }
  yield batch
}

/** Opens a document for reading: the focus goes to its text. */
export async function openAndRead(session: Session, id: string): Promise<void> {
  await session.open(id)
  if (session.article?.article.id === id) session.focus.emit('article')
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
  session.library.learn([added.value.document])
  await openAndRead(session, added.value.document.id)
}

/** Takes a document out of the list; `restoreDocument` is its undo. */
export async function removeDocument(session: Session, id: string): Promise<void> {
  const title = session.library.view.getState().documents.get(id)?.title ?? 'the article'
  session.draft.flush()
  if (session.article?.article.id === id) {
    if (session.article.view.getState().trouble)
      return session.status.warn(
        `“${title}” has changes that are not saved yet; it stays in the list until they are.`,
      )
    await session.article.whenSaved()
  }
  const removed = await session.client.send('library.remove', { ids: [id] })
  if (!removed.ok) return session.status.warn(removed.refusal.message)
  session.library.learn([], [id])
  session.library.view.setState({ lastRemoved: { id, title } })
  session.status.say(`Removed “${title}” from the list; its annotations are kept`)
}

/** Puts the document that was removed last back into the list and opens it. */
export async function restoreDocument(session: Session): Promise<void> {
  const { lastRemoved } = session.library.view.getState()
  if (!lastRemoved) return
  const restored = await session.client.send('library.restore', { ids: [lastRemoved.id] })
  if (!restored.ok) return session.status.warn(restored.refusal.message)
  session.library.learn(restored.value.documents)
  session.library.view.setState({ lastRemoved: undefined })
  await openAndRead(session, lastRemoved.id)
  session.status.say(`“${lastRemoved.title}” is back in the list`)
}
