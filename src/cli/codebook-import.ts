import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Outcome, ok, refuse } from '../base/outcome'
import { adopt } from '../core/codebook/adopt'
import { type Codebook, codebook as codebookSchema } from '../core/codebook/codebook'
import type { Command } from './command'
import { inWorkspace } from './workspace'

/**
 * JSON: `version`, that of the codebook now; `retired`, the names of tags and link types that the file lacks: they are
 * kept, for what was tagged with them, and no longer offered. The workspace is made when there is none.
 */
export const importCodebook: Command = {
  name: 'codebook import',
  usage: 'FILE',
  about: 'Make a codebook the next version of the workspace’s own; what it lacks is retired.',
  takes: [],
  operands: { least: 1, most: 1 },
  run: ({ operands, workspace }, io) =>
    inWorkspace({ folder: workspace, create: true, io }, async ({ handlers, store }) => {
      const theirs = await readCodebook(resolve(io.folder, operands[0]!))
      if (!theirs.ok) return theirs
      const now = store.workspace.codebook
      const codebook = { ...adopt(now, theirs.value), version: now.version + 1 }
      const saved = await handlers['codebook.save']({ codebook })
      if (!saved.ok) return saved
      const retired = lackingIn(theirs.value, codebook)
      const text = [
        `The codebook is at version ${codebook.version}.`,
        ...retired.map((name) => `retired  ${name}`),
      ]
      return ok({ text: text.join('\n'), json: { version: codebook.version, retired }, problems: [] })
    }),
}

async function readCodebook(path: string): Promise<Outcome<Codebook>> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse('unreadable', `“${path}” cannot be read as a codebook: ${why}`)
  }
  const read = codebookSchema.safeParse(value)
  if (read.success) return ok(read.data)
  const { path: place, message } = read.error.issues[0]!
  return refuse('invalid', `“${path}” is no codebook: ${place.join('.') || 'file'}: ${message}.`)
}

function lackingIn({ tags, links }: Codebook, next: Codebook): string[] {
  const named = new Set([...tags, ...links].map(({ id }) => id))
  return [...next.tags, ...next.links].flatMap(({ id, name }) => (named.has(id) ? [] : [name]))
}
