import { type Outcome, ok } from '../base/outcome'
import { sha256 } from '../hosts/sha256'
import type { WorkspaceStore } from '../store/store'
import type { IndexEntry } from '../store/workspace'
import { problemsOf } from '../workbench/check'
import type { Command } from './command'
import { plural } from './text'
import { inWorkspace } from './workspace'

interface Checked {
  readonly id: string
  readonly title: string
  readonly problems: readonly string[]
}

/** JSON: `documents`, all of them, removed ones too, each with `id`, `title` and `problems`. */
export const check: Command = {
  name: 'check',
  usage: '',
  about: 'Verify every document: its text, its annotations, its links, its journal.',
  takes: [],
  operands: { least: 0, most: 0 },
  run: ({ workspace }, io) =>
    inWorkspace({ folder: workspace, create: false, io }, async ({ store }) => {
      const documents: Checked[] = []
      for (const entry of store.workspace.documents) documents.push(await checkOne(store, entry))
      const problems = documents.flatMap(({ id, title, problems: found }) =>
        found.map((problem) => `“${title}” (${id}): ${problem}`),
      )
      const text = `Checked ${plural(documents.length, 'document', 'documents')}: ${problems.length === 0 ? 'all is well' : plural(problems.length, 'problem', 'problems')}.`
      return ok({ text, json: { documents }, problems })
    }),
}

async function checkOne(store: WorkspaceStore, { id, title, hash }: IndexEntry): Promise<Checked> {
  const problems = await problemsIn(store, id)
  if (!problems.ok) return { id, title, problems: [problems.refusal.message] }
  const { found, article } = problems.value
  const stray = article === hash ? [] : ['The index knows another text for it.']
  return { id, title, problems: [...found, ...stray] }
}

async function problemsIn(
  store: WorkspaceStore,
  id: string,
): Promise<Outcome<{ readonly found: readonly string[]; readonly article: string }>> {
  const stored = await store.read(id)
  if (!stored.ok) return stored
  const edits = await store.recentEdits(id, stored.value.revision)
  if (!edits.ok) return edits
  return ok({ found: problemsOf(stored.value, edits.value, sha256), article: stored.value.article.hash })
}
