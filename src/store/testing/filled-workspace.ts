import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { expectOk } from '../../base/outcome'
import type { IndexEntry } from '../workspace'
import { original, taggings } from './taggings'
import { open, temporaryFolder } from './workspaces'

export const { article, edits, after } = taggings('doc-1', 8)
export const entry: IndexEntry = {
  id: 'doc-1',
  title: article.title,
  length: article.text.length,
  counts: {},
  imported: article.imported,
  changed: article.imported,
  hash: article.hash,
  revision: 0,
  journal: 0,
}

/** A workspace with a document in its list, closed again. */
export async function filled(): Promise<string> {
  const folder = join(await temporaryFolder(), 'deep/in/work')
  const store = expectOk(await open(folder))
  expectOk(await store.create(article, original))
  expectOk(await store.saveWorkspace({ ...store.workspace, documents: [entry] }))
  await store.close()
  return folder
}

/** Cuts a JSON file short. */
export const damage = (path: string): Promise<void> => writeFile(path, '{"schema')
/** What a refusal looks like to `toMatchObject`. */
export const refused = (code: string, sentence: RegExp) => ({
  ok: false,
  refusal: { code, message: expect.stringMatching(sentence) },
})
