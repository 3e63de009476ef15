import type { Params, Reply } from '../../api/contract'
import { type Outcome, ok, refuse } from '../../base/outcome'
import { type Codebook, codebook as codebookSchema } from '../../core/codebook/codebook'
import { tagNamed } from '../../core/codebook/labels'
import { problemsOfNext } from '../../core/codebook/succession'
import { type Counts, countLabels } from '../../formats/sets/counts'
import type { LongTask } from '../long-tasks'
import { extendedCodebook } from './extended-codebook'
import { ImportRun, type ImportServices } from './import-run'
import { relabelled } from './relabelled'

type Wanted = Params<'sets.import'>
type Told = Reply<'sets.import'>
/**
 * Takes annotation sets in from files: what they say is compared with what is here, and only the difference is done.
 * A rehearsal tells the same and does nothing.
 */
export async function importSets(services: ImportServices, wanted: Wanted): Promise<Outcome<Told>> {
  const task = services.tasks.begin(wanted.task)
  try {
    return await importWatched(services, wanted, task)
  } finally {
    task.end()
  }
}

async function importWatched(
  services: ImportServices,
  wanted: Wanted,
  task: LongTask,
): Promise<Outcome<Told>> {
  const { ports, catalogue } = services
  const { files, format, labels } = wanted
  const { signal } = task
  const read = await ports.runTask('sets.read', { files, ...(format ? { format } : {}) }, { signal })
  if (!read.ok) return read
  const counts = countLabels(read.value)
  const sets = relabelled(read.value, new Map(labels.map(({ label, tag }) => [label, tag])))
  const before = catalogue.codebook
  const extended = extendedCodebook(before, sets, ports.store.preferences.keys)
  const trouble = troubleWith(before, extended.codebook, counts)
  if (trouble !== undefined) return refuse('invalid', trouble)
  if (!wanted.rehearse && extended.added.length > 0) {
    const saved = await catalogue.succeed(extended.codebook)
    if (!saved.ok) return saved
    services.announce('codebook.changed', { codebook: extended.codebook, earlier: [...catalogue.earlier] })
  }
  const run = new ImportRun(services, wanted, extended.codebook, task)
  const done = await run.all(sets.documents)
  return ok({
    format: sets.format,
    documents: done.documents,
    codebook: [...extended.added],
    labels: counts.map(({ label, count }) => {
      const tag = tagNamed(before, label)?.id
      return { label, count, ...(tag === undefined ? {} : { tag }) }
    }),
    nameless: sum(
      sets.documents.map(
        ({ annotations, links: between }) =>
          [...annotations, ...between].filter(({ annotator }) => annotator === undefined).length,
      ),
    ),
    problems: [...sets.problems, ...done.problems],
    remarks: [...sets.remarks],
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** What of the annotations' codebook cannot be, as a sentence. */
function troubleWith(before: Codebook, next: Codebook, labels: readonly Counts[]): string | undefined {
  if (next === before) return undefined
  if (next.tags.length > MOST_TAGS)
    return `The files have ${labels.length} different labels; a codebook holds ${MOST_TAGS} tags. Say which tags they are, or leave some out.`
  const parsed = codebookSchema.safeParse(next)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    return `The codebook cannot take in what the files need: ${path.join('.')}: ${message}.`
  }
  const problems = problemsOfNext(before, next)
  return problems.length > 0
    ? `The codebook cannot take in what the files need. ${problems.join(' ')}`
    : undefined
}

const MOST_TAGS = 100
