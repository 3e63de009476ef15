import type { Reply } from '../../src/api/contract'
import type { Session } from './session'

export type ExportScope = 'open' | 'all'

export interface ExportWanted {
  readonly scope: ExportScope
  /** By the ids of choices and options. */
  readonly chosen: Readonly<Record<string, string>>
  /** Names the export, so that it can be watched and stopped. */
  readonly task: string
}

/** What each format would lose, as sentences by the id of the format. */
export type LossesByFormat = ReadonlyMap<string, readonly string[]>

/** What an export of the open article, or of all, would lose; undefined when that cannot be told. */
export async function lossesOf(
  session: Session,
  scope: ExportScope,
  chosen: Readonly<Record<string, string>>,
): Promise<LossesByFormat | undefined> {
  await session.article?.whenSaved()
  const answer = await session.client.send('sets.losses', { documents: documentsOf(session, scope), chosen })
  return answer.ok ? new Map(answer.value.formats.map(({ id, losses }) => [id, losses])) : undefined
}

/**
 * Exports the annotation sets of the open article, or of all, and saves the file. Says what the format left out, and
 * warns when the file does not say what was meant.
 */
export async function exportSets(
  session: Session,
  format: string,
  { scope, chosen, task }: ExportWanted,
): Promise<boolean> {
  const { article } = session
  await article?.whenSaved()
  const documents = documentsOf(session, scope)
  const exported = await session.client.send('sets.export', { documents, format, chosen, task })
  if (!exported.ok) return fail(session, exported.refusal.message)
  const { file, mediaType } = exported.value
  const saved = await session.platform.saveFile(file, mediaType)
  if (!saved.ok) return fail(session, saved.refusal.message)
  if (!saved.value.saved) return false
  report(session, saved.value.path ?? file.name, exported.value)
  return true
}

function report({ status }: Session, where: string, { losses, differences }: Reply<'sets.export'>): void {
  const said = [`Exported ${where}`, ...losses].join('. ')
  if (differences.length === 0) return status.say(said)
  const more = differences.length > 1 ? ` And ${differences.length - 1} more.` : ''
  status.warn(`${said}. Read again, the file does not say the same: ${differences[0]!}${more}`)
}

const documentsOf = ({ article }: Session, scope: ExportScope): string[] =>
  scope === 'open' && article ? [article.article.id] : []

function fail({ status }: Session, message: string): false {
  status.warn(message)
  return false
}
