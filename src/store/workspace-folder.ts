import { dirname } from 'node:path'
import { Low } from 'lowdb'
import type { NewId } from '../base/id'
import { type Outcome, ok, refuse } from '../base/outcome'
import type { Person } from '../core/annotation/set'
import { newsCodebook } from '../core/codebook/news'
import { defaultPreferences } from '../core/preferences'
import { fileIn } from './place'
import { type FileKind, type PreferencesFile, fileKinds, headOf } from './file-kinds'
import type { Files } from './files'
import { lockName } from './lock'
import { isUnfinished } from './replace-file'
import type { Place } from './place'
import { SnapshotFile } from './snapshot-file'
import { Refused } from './storage'
import type { Workspace } from './workspace'

/** What systems put into every folder that is looked at. */
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.directory'])

/**
 * Makes sure that a folder is a workspace or may become one; makes it when it is missing. A folder with other things in
 * it is refused, and nothing is put there.
 */
export async function prepareFolder(files: Files, path: string): Promise<Outcome<void>> {
  const kind = await files.kindOf(path)
  if (kind === 'file') return refuse('invalid', `${path} is a file. Choose a folder for the workspace.`)
  if (kind === undefined) return ok(await makeFolders(files, path))
  const names = (await files.list(path)).filter((name) => !LITTER.has(name) && !isUnfinished(name))
  if (names.includes('workspace.json') || names.includes('workspace.json.prev')) return ok(undefined)
  if (names.includes('documents')) {
    return refuse(
      'damaged',
      `workspace.json is missing in ${path}, although there are documents. Nothing was changed; put it back from a backup.`,
    )
  }
  if (names.every((name) => name === lockName)) return ok(undefined)
  return refuse(
    'invalid',
    `${path} is no workspace and there are other things in it, such as “${names[0]}”. Choose an empty folder.`,
  )
}

async function makeFolders(files: Files, path: string): Promise<void> {
  const parent = dirname(path)
  if ((await files.kindOf(parent)) === undefined) await makeFolders(files, parent)
  await files.makeFolder(path)
  await files.syncFolder(parent)
}

/** A JSON file of the workspace's own, through lowdb, and what was amiss with it. */
export interface OwnFile<T> {
  readonly low: Low<T>
  readonly warnings: readonly string[]
}

/** Reads `workspace.json`, or makes it for a new workspace. */
export async function openIndex(
  files: Files,
  folder: Place,
  person: Person | undefined,
  newId: NewId,
): Promise<OwnFile<Workspace>> {
  const fresh: Workspace = {
    ...headOf('workspace'),
    id: newId('workspace'),
    people: [person ?? { id: newId('person'), name: 'Analyst' }],
    codebook: newsCodebook,
    earlier: [],
    documents: [],
  }
  const file = new SnapshotFile(files, fileIn(folder, 'workspace.json'), fileKinds.workspace, newId)
  const low = new Low<Workspace>(file, fresh)
  await low.read()
  if (low.data === fresh) await low.write()
  return { low, warnings: file.warnings }
}

/** Reads `preferences.json`. One that is damaged keeps nobody from working; it is set aside when the next is written. */
export async function openPreferences(
  files: Files,
  folder: Place,
  newId: NewId,
): Promise<OwnFile<PreferencesFile>> {
  const kind: FileKind<PreferencesFile> = fileKinds.preferences
  const file = new SnapshotFile(files, fileIn(folder, 'preferences.json'), kind, newId)
  const low = new Low<PreferencesFile>(file, { ...headOf('preferences'), ...defaultPreferences })
  try {
    await low.read()
    return { low, warnings: file.warnings }
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'damaged') throw error
    return { low, warnings: [`${error.message} Until then, the window looks as it did at first.`] }
  }
}
