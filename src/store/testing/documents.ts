import { join } from 'node:path'
import { expectOk } from '../../base/outcome'
import { onTestFinished } from 'vitest'
import { createDocument } from '../create-document'
import { DocumentFiles, type DocumentPlace } from '../document-files'
import type { Files } from '../files'
import { nodeFiles } from '../node-files'
import { type Taggings, original, taggings } from './taggings'
import { newId, temporaryFolder } from './workspaces'

/** One document in a folder of its own, without a workspace around it. */
export interface OneDocument extends Taggings {
  readonly folder: string
  readonly journal: string
  readonly sets: string
  /** Opens its files anew, as after a restart. */
  reopen(): Promise<DocumentFiles>
}

/** A document with `done` of `count` edits in its journal and no snapshot. */
export async function documentWith(
  done: number,
  count = done,
  files: Files = nodeFiles(),
): Promise<OneDocument> {
  const work = taggings('doc-1', count)
  const parent = await temporaryFolder()
  const place: DocumentPlace = { id: 'doc-1', path: join(parent, 'doc-1'), name: 'documents/doc-1' }
  expectOk(await createDocument(nodeFiles(), place, work.article, original, newId))
  const reopen = async (): Promise<DocumentFiles> => {
    const document = expectOk(await DocumentFiles.open(files, place, newId))
    onTestFinished(() => document.close())
    return document
  }
  const document = expectOk(await DocumentFiles.open(nodeFiles(), place, newId))
  for (const edit of work.edits.slice(0, done)) expectOk(await document.append(edit))
  await document.close()
  return {
    ...work,
    folder: place.path,
    journal: join(place.path, 'journal.ndjson'),
    sets: join(place.path, 'sets.json'),
    reopen,
  }
}
