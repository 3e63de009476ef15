import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import type { Params, Reply } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import { readArticleFile } from '../hosts/article-files'
import type { Command } from './command'
import { inWorkspace } from './workspace'

type Told = Reply<'sets.import'>
type ToldDocument = Told['documents'][number]
type Tally = ToldDocument['added']

const MOST_FILES = 10_000

/**
 * JSON: all that `sets.import` replies: `format`; `documents` with `id`, `title`, `how`, `added`, `changed`, `removed`,
 * `same`, `unseen`, `conflicts`, `doubtful`, `refused`, `remarks`; `codebook`, what it was given; `labels`; `remarks`.
 * What could not be taken is a problem; what is doubtful is left out unless `--take` names its place; a conflict is as
 * it stands unless `--keep` names its id: then the other version holds. With `--dry-run` nothing is done.
 */
export const importSetsCommand: Command = {
  name: 'sets import',
  usage:
    'FILE|FOLDER… [--dry-run] [--format ID] [--document ID] [--annotator NAME] [--take PLACE…] [--keep ID…]',
  about: 'Take annotation sets in from files of any format that is read.',
  takes: ['format', 'document', 'annotator', 'take', 'keep', 'dryRun'],
  operands: { least: 1, most: MOST_FILES },
  misuse: ({ options }) =>
    (options.annotator?.length ?? 0) > 1
      ? 'What says nothing of who made it can be of one annotator only.'
      : undefined,
  run: ({ operands, options, workspace }, io) =>
    inWorkspace({ folder: workspace, create: options.dryRun !== true, io }, async ({ handlers }) => {
      const files = await readAll(operands.map((path) => resolve(io.folder, path)))
      if (!files.ok) return files
      const told = await handlers['sets.import']({
        files: files.value,
        ...(options.format === undefined ? {} : { format: options.format }),
        ...(options.annotator === undefined ? {} : { annotator: options.annotator[0]! }),
        ...(options.document === undefined ? {} : { document: options.document[0]! }),
        rehearse: options.dryRun ?? false,
        take: [...(options.take ?? [])],
        keep: [...(options.keep ?? [])],
        labels: [],
      })
      if (!told.ok) return told
      return ok({
        text: textOf(told.value),
        json: { ...told.value },
        problems: [
          ...told.value.problems.map(sentence),
          ...told.value.documents.flatMap(({ refused }) => refused.first.map(sentence)),
        ],
      })
    }),
}

async function readAll(paths: readonly string[]): Promise<Outcome<Params<'sets.import'>['files']>> {
  const files: Params<'sets.import'>['files'] = []
  for (const path of paths) {
    const inside = await filesAt(path)
    for (const { name, at } of inside) {
      if (files.length === MOST_FILES)
        return refuse('invalid', `More than ${MOST_FILES} files are too many at once.`)
      const read = await readArticleFile(at)
      if (!read.ok) return read
      files.push({ name, bytes: read.value.bytes })
    }
  }
  return files.length > 0 ? ok(files) : refuse('missing', 'There are no files in what was named.')
}

/** The file at a path, or the files in a folder with their paths from there; those whose names begin with a dot are not meant. */
async function filesAt(path: string): Promise<{ readonly name: string; readonly at: string }[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) return [{ name: basename(path), at: path }]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((at) => ({ name: relative(path, at).split('\\').join('/'), at }))
}

function textOf({ format, documents, codebook, remarks }: Told): string {
  return [
    `Read as ${format}.`,
    ...codebook,
    ...documents.flatMap((document) => linesOf(document)),
    ...remarks,
  ].join('\n')
}

const linesOf = ({
  title,
  id,
  how,
  added,
  changed,
  removed,
  same,
  conflicts,
  doubtful,
  refused,
  remarks,
}: ToldDocument): string[] => [
  `${id ?? 'a new article'}  ${title}${how === 'name' ? '  (known by its name)' : ''}`,
  `  added    ${counted(added)}`,
  `  changed  ${counted(changed)}`,
  ...(Object.values(removed).some((count) => count > 0) ? [`  removed  ${counted(removed)}`] : []),
  `  here     ${counted(same)}`,
  ...(refused.count > 0 ? [`  refused  ${refused.count}`] : []),
  ...conflicts.first.flatMap((conflict) => conflictLines(conflict)),
  ...doubtful.first.map(({ place, tag, words, why }) => `  doubtful  ${place}  ${tag} “${words}”: ${why}`),
  ...remarks.map((remark) => `  ${remark}`),
]

const conflictLines = ({
  id,
  what,
  words,
  mine,
  theirs,
  stands,
  why,
}: ToldDocument['conflicts']['first'][number]): string[] => [
  `  conflict  ${id}  ${what} “${words}”: ${why}`,
  `    ${stands === 'mine' ? 'stands' : '--keep'}  here   ${mine}`,
  `    ${stands === 'mine' ? '--keep' : 'stands'}  there  ${theirs}`,
]

const counted = ({ annotations, links, comments, verdicts, answers }: Tally): string =>
  `${annotations} annotations, ${links} links, ${comments} comments${verdicts + answers > 0 ? `, ${verdicts} verdicts, ${answers} answers` : ''}`

const sentence = ({ place, message }: Told['problems'][number]): string =>
  place === '' ? message : `${place}: ${message}`
