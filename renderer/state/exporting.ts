import type { Session } from './session'

/** Exports the annotation sets of the open article, or of all, and saves the file. Says what the format left out. */
export async function exportSets(session: Session, format: string, scope: 'open' | 'all'): Promise<boolean> {
  const { article, status } = session
  await article?.whenSaved()
  const documents = scope === 'open' && article ? [article.article.id] : []
  const exported = await session.client.send('sets.export', { documents, format })
  if (!exported.ok) return fail(session, exported.refusal.message)
  const { file, mediaType, losses } = exported.value
  const saved = await session.platform.saveFile(file, mediaType)
  if (!saved.ok) return fail(session, saved.refusal.message)
  if (!saved.value.saved) return false
  const where = saved.value.path ?? file.name
  status.say([`Exported ${where}`, ...losses].join('. '))
  return true
}

function fail({ status }: Session, message: string): false {
  status.warn(message)
  return false
}
