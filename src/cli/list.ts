import { ok } from '../base/outcome'
import type { DocumentSummary } from '../core/library'
import type { Command } from './command'
import { countsOf, plural, table } from './text'
import { inWorkspace } from './workspace'

/** JSON: `workspace`, its folder; `documents`, the summaries of the list, in the order in which they were added. */
export const list: Command = {
  name: 'list',
  usage: '',
  about: 'List the documents of the workspace.',
  takes: [],
  operands: { least: 0, most: 0 },
  run: ({ workspace }, io) =>
    inWorkspace({ folder: workspace, create: false, io }, async ({ documents }) =>
      ok({
        text: [...rows(documents), plural(documents.length, 'document', 'documents')].join('\n'),
        json: { workspace, documents },
        problems: [],
      }),
    ),
}

const rows = (documents: readonly DocumentSummary[]): string[] =>
  table(documents.map(({ id, title, counts, trouble }) => [id, countsOf(counts), trouble ?? title]))
