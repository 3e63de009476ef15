import { readCodebook, writeCodebook } from './codebook-merging'
import type { Session } from './session'

/** Makes the draft the codebook. Gives the sentence of a refusal. */
export async function saveCodebook(session: Session): Promise<string | undefined> {
  const before = session.codebook
  const saved = await session.codebookDraft.save()
  if (!saved.ok) return saved.refusal.message
  // Unless the announcement of it came before the answer.
  if (session.codebook === before)
    session.takeCodebook(saved.value, [...session.view.getState().earlier, before])
  session.status.say(`The codebook is at version ${saved.value.version} from now on`)
  return undefined
}

/** Writes the draft into a file for other workspaces. Gives the sentence of a refusal. */
export async function exportCodebook(session: Session): Promise<string | undefined> {
  const { draft } = session.codebookDraft.view.getState()
  const file = { name: 'codebook.json', bytes: writeCodebook(draft) }
  const saved = await session.platform.saveFile(file, 'application/json')
  if (!saved.ok) return saved.refusal.message
  if (saved.value.saved) session.status.say(`Exported ${saved.value.path ?? file.name}`)
  return undefined
}

/** Fills the draft from a file. Gives the sentence of a refusal. */
export async function importCodebook(session: Session): Promise<string | undefined> {
  const [file] = await session.platform.pickFiles(['json'])
  if (!file) return undefined
  const read = readCodebook(file.name, file.bytes)
  if (!read.ok) return read.refusal.message
  session.codebookDraft.adopt(read.value)
  session.status.say(`Took over ${file.name}; save it to make it the codebook`)
  return undefined
}
