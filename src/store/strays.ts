import { join } from 'node:path'
import type { NewId } from '../base/id'
import { type Outcome, ok } from '../base/outcome'
import type { Article } from '../core/document/article'
import { fileKinds } from './file-kinds'
import type { Files } from './files'
import { folderName } from './folder-name'
import type { Place } from './place'
import { SnapshotFile, readThrough } from './snapshot-file'
import { guarded } from './storage'
import { type IndexEntry, newEntry } from './workspace'

/**
 * The documents that are on the disk but not in the index: stored when a host was killed, or newer than an index that
 * had to be taken from its previous generation. One that cannot be read is named among the warnings.
 */
export async function findStrays(
  files: Files,
  documents: Place,
  index: readonly IndexEntry[],
  newId: NewId,
): Promise<{ readonly entries: IndexEntry[]; readonly warnings: string[] }> {
  const known = new Set(index.map(({ id }) => folderName(id)))
  const entries: IndexEntry[] = []
  const warnings: string[] = []
  for (const name of await files.list(documents.path)) {
    if (known.has(name) || (await files.kindOf(join(documents.path, name))) !== 'folder') continue
    const read = await readArticle(files, documents, name, newId)
    if (!read.ok) warnings.push(read.refusal.message)
    else if (read.value && folderName(read.value.id) === name) {
      entries.push(newEntry(read.value))
      warnings.push(`“${read.value.title}” was on the disk but not in the list. It is in the list again.`)
    }
  }
  return { entries, warnings }
}

async function readArticle(
  files: Files,
  documents: Place,
  folder: string,
  newId: NewId,
): Promise<Outcome<Article | null>> {
  const name = `${documents.name}/${folder}/article.json`
  const place: Place = { path: join(documents.path, folder, 'article.json'), name }
  return guarded(`${name} could not be read`, async () =>
    ok(await readThrough(new SnapshotFile(files, place, fileKinds.article, newId))),
  )
}
