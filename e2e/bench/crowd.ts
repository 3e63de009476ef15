import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Annotation, annotation } from '../../src/core/annotation/annotation'
import { person } from '../../src/core/annotation/set'
import { describeSpan } from '../../src/core/annotation/span'
import type { Change } from '../../src/core/change/change'
import { newsCodebook } from '../../src/core/codebook/news'
import { beginning, writeLine } from '../../src/store/journal-line'

const AT = '2026-01-01T00:00:00.000Z'

/** Gives the longest document of a closed workspace `count` annotations, one edit each, spread evenly, and every third one overlapped. */
export async function crowd(workspace: string, text: string, count: number): Promise<void> {
  const folder = await longestDocument(workspace)
  const { people } = z
    .object({ people: z.array(person).min(1) })
    .parse(JSON.parse(await readFile(join(workspace, 'workspace.json'), 'utf8')))
  const annotator = people[0]!
  const set = { id: 'set-bench', annotator, codebook: newsCodebook.id, created: AT }
  const begun: Change = { of: 'set', kind: 'add', record: set }
  const lines: Buffer[] = []
  let mark = beginning
  for (const [k, record] of annotationsOf(text, count).entries()) {
    const tagged: Change = { of: 'annotation', kind: 'add', record }
    const changes = k === 0 ? [begun, tagged] : [tagged]
    const edit = { id: `edit-bench-${k}`, name: 'Tag as claim', author: annotator.id, at: AT, changes }
    const { bytes, after } = writeLine(edit, mark)
    lines.push(bytes)
    mark = after
  }
  await writeFile(join(folder, 'journal.ndjson'), Buffer.concat(lines))
}

async function longestDocument(workspace: string): Promise<string> {
  const sized = await Promise.all(
    (await readdir(join(workspace, 'documents'))).map(async (name) => {
      const folder = join(workspace, 'documents', name)
      return { folder, size: (await stat(join(folder, 'article.json'))).size }
    }),
  )
  const longest = sized.toSorted((a, b) => b.size - a.size)[0]
  if (!longest) throw new Error('the workspace holds no document')
  return longest.folder
}

function annotationsOf(text: string, count: number): Annotation[] {
  const step = text.length / count
  return Array.from({ length: count }, (_, k) => {
    const start = startOfWord(text, Math.floor(k * step))
    // Longer than a step, so that it reaches into the next one.
    const end = startOfWord(text, start + (k % 3 === 0 ? Math.ceil(step * 1.3) : 24)) - 1
    return annotation.parse({
      id: `ann-bench-${k}`,
      set: 'set-bench',
      tag: newsCodebook.tags[k % 3]!.id,
      span: describeSpan(text, [{ start, end }]),
      note: '',
      attributes: {},
      codebook: newsCodebook.version,
      created: AT,
      modified: AT,
    })
  })
}

const startOfWord = (text: string, from: number): number => {
  const blank = text.slice(from).search(/\s\S/)
  return blank < 0 ? text.length - 1 : from + blank + 1
}
