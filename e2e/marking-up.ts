import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { annotation } from '../src/core/annotation/annotation'
import { link } from '../src/core/annotation/link'
import { person } from '../src/core/annotation/set'
import { describeSpan } from '../src/core/annotation/span'
import type { Change } from '../src/core/change/change'
import { newsCodebook } from '../src/core/codebook/news'
import { beginning, writeLine } from '../src/store/journal-line'
import type { App } from './app'
import type { Text } from './texts'

const AT = '2026-01-01T00:00:00.000Z'

/** Words of the article with their tag. */
export type Tagged = readonly [words: string, tag: 'claim' | 'source' | 'figure']
/** Two of those words with the type of the link from the first to the second. */
export type Linked = readonly [from: string, type: string, to: string]

/** Opens an article that somebody has tagged and linked before; each of the words stands for its first place. */
export async function openMarkedUp(
  app: App,
  text: Text,
  tagged: readonly Tagged[],
  linked: readonly Linked[] = [],
): Promise<void> {
  await app.read(text)
  await app.status.saved()
  await app.close()
  await markUp(app.workspace, String(text.content), tagged, linked)
  await app.start()
  await app.article.shows(text.firstWords)
}

/** Writes the tags and links as one edit into the journal of the only document of a closed workspace. */
async function markUp(
  workspace: string,
  text: string,
  tagged: readonly Tagged[],
  linked: readonly Linked[],
): Promise<void> {
  const { people } = z
    .object({ people: z.array(person).min(1) })
    .parse(JSON.parse(await readFile(join(workspace, 'workspace.json'), 'utf8')))
  const annotator = people[0]!
  const ids = new Map(tagged.map(([words], k) => [words, `ann-${k}`]))
  const changes: Change[] = [
    { of: 'set', kind: 'add', record: { id: 'set-1', annotator, codebook: newsCodebook.id, created: AT } },
    ...tagged.map(([words, tag]): Change => {
      const start = text.indexOf(words)
      const record = annotation.parse({
        id: ids.get(words),
        set: 'set-1',
        tag,
        span: describeSpan(text, [{ start, end: start + words.length }]),
        note: '',
        attributes: {},
        codebook: newsCodebook.version,
        created: AT,
        modified: AT,
      })
      return { of: 'annotation', kind: 'add', record }
    }),
    ...linked.map(([from, type, to], k): Change => {
      const ends = { from: ids.get(from), to: ids.get(to) }
      const record = link.parse({
        id: `link-${k}`,
        set: 'set-1',
        type,
        ...ends,
        note: '',
        created: AT,
        modified: AT,
      })
      return { of: 'link', kind: 'add', record }
    }),
  ]
  const edit = { id: 'edit-1', name: 'Mark up', author: annotator.id, at: AT, changes }
  const [document] = await readdir(join(workspace, 'documents'))
  if (document === undefined) throw new Error('the workspace holds no document')
  await writeFile(join(workspace, 'documents', document, 'journal.ndjson'), writeLine(edit, beginning).bytes)
}
