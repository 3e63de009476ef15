import { resolve } from 'node:path'
import type { Params, Reply } from '../api/contract'
import type { Handlers } from '../api/wire'
import { type Outcome, ok } from '../base/outcome'
import { readArticleFile } from '../hosts/article-files'
import type { Command } from './command'
import { inWorkspace } from './workspace'

/** So many files are in memory at a time. */
const BATCH = 32

type Added = Reply<'library.add'>

/**
 * JSON: `added`, the summaries of new documents; `already`, `{name, id}` of files whose text was here; `refused`,
 * `{name, message}` of files that were not added. The workspace is made when there is none.
 */
export const importArticles: Command = {
  name: 'import',
  usage: 'FILE…',
  about: 'Add articles from files.',
  takes: [],
  operands: { least: 1, most: Infinity },
  run: ({ operands, workspace }, io) =>
    inWorkspace({ folder: workspace, create: true, io }, async ({ handlers }) => {
      const sum: Added = { added: [], already: [], refused: [] }
      for (let at = 0; at < operands.length; at += BATCH) {
        const paths = operands.slice(at, at + BATCH).map((path) => resolve(io.folder, path))
        const added = await addFiles(handlers, paths)
        if (!added.ok) return added
        sum.added.push(...added.value.added)
        sum.already.push(...added.value.already)
        sum.refused.push(...added.value.refused)
      }
      return ok({
        text: textOf(sum),
        json: { ...sum },
        problems: sum.refused.map(({ message }) => message),
      })
    }),
}

async function addFiles(handlers: Handlers, paths: readonly string[]): Promise<Outcome<Added>> {
  const files: Params<'library.add'>['files'] = []
  const unread: Added['refused'] = []
  for (const path of paths) {
    const read = await readArticleFile(path)
    if (read.ok) files.push(read.value)
    else unread.push({ name: path, message: read.refusal.message })
  }
  if (files.length === 0) return ok({ added: [], already: [], refused: unread })
  const added = await handlers['library.add']({ files })
  return added.ok ? ok({ ...added.value, refused: [...unread, ...added.value.refused] }) : added
}

const textOf = ({ added, already }: Added): string =>
  [
    ...added.map(({ id, title }) => `added         ${id}  ${title}`),
    ...already.map(({ id, name }) => `here already  ${id}  ${name}`),
  ].join('\n')
