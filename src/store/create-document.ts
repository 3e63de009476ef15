import { dirname } from 'node:path'
import type { NewId } from '../base/id'
import { type Outcome, ok, refuse } from '../base/outcome'
import type { Article } from '../core/document/article'
import { fileIn } from './place'
import { fileKinds, headOf } from './file-kinds'
import type { Files } from './files'
import { removeQuietly, unfinished, writeNew } from './replace-file'
import type { Place } from './place'
import { SnapshotFile, writeThrough } from './snapshot-file'

/** Stores a new document: its folder is filled under another name first, so that it is there whole or not at all. */
export async function createDocument(
  files: Files,
  place: Place,
  article: Article,
  original: { readonly bytes: Uint8Array; readonly extension: string },
  newId: NewId,
): Promise<Outcome<void>> {
  if ((await files.kindOf(place.path)) !== undefined)
    return refuse('conflict', `This workspace has a document “${article.id}” already.`)
  const parent = dirname(place.path)
  const filling: Place = { path: unfinished(place.path, newId), name: place.name }
  try {
    await files.makeFolder(filling.path)
    await writeNew(files, fileIn(filling, originalName(original.extension)).path, original.bytes)
    const file = new SnapshotFile(files, fileIn(filling, 'article.json'), fileKinds.article, newId)
    // Syncs the folder too, with the name of the original in it.
    await writeThrough(file, { ...headOf('article'), ...article })
    await files.rename(filling.path, place.path)
  } catch (error) {
    await removeQuietly(files, filling.path)
    throw error
  }
  await files.syncFolder(parent)
  return ok(undefined)
}

const originalName = (extension: string): string =>
  /^[A-Za-z0-9]{1,20}$/.test(extension) ? `original.${extension}` : 'original'
