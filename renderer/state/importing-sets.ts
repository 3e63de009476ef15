import type { Params, Reply } from '../../src/api/contract'
import type { IncomingFile } from '../platform/platform'
import { addFiles, openAndRead } from './importing'
import type { Session } from './session'

/** What an import would do, or has done. */
export type ImportTold = Reply<'sets.import'>

/** What a person has decided before an import. */
export interface ImportChoices {
  /** Whose the annotations are that name nobody; empty leaves it to the name of the file. */
  readonly annotator: string
  /** By label: the id of the tag that it means, null to leave it out; absent for what is found out. */
  readonly labels: ReadonlyMap<string, string | null>
  /** Places of doubtful annotations that are to be taken. */
  readonly take: ReadonlySet<string>
  /** Ids of conflicts that are decided otherwise than they stand. */
  readonly keep: ReadonlySet<string>
}

export const noChoices: ImportChoices = {
  annotator: '',
  labels: new Map(),
  take: new Set(),
  keep: new Set(),
}

/** What files of annotation sets end in; a text or an archive beside them may belong to them. */
const setExtensions = ({ workspace }: Session): string[] =>
  [...new Set([...workspace.codecs.flatMap(({ reads }) => reads), 'zip'])].toSorted()

/** Lets a person choose files of annotation sets, and shows what importing them would do. */
export async function chooseSets(session: Session): Promise<void> {
  showIntake(session, await session.platform.pickFiles([...setExtensions(session), 'txt', 'conf', 'xml']))
}

/** Takes files in from a drop: annotation sets with all that lies beside them, or articles. */
export async function takeDropped(session: Session, files: readonly IncomingFile[]): Promise<void> {
  const articles = new Set(session.workspace.readers.flatMap(({ extensions }) => extensions))
  const sets = setExtensions(session).filter((extension) => !articles.has(extension))
  const isSet = ({ name }: IncomingFile): boolean =>
    sets.some((extension) => name.toLowerCase().endsWith(`.${extension}`))
  if (files.some(isSet)) showIntake(session, files)
  else await addFiles(session, files)
}

function showIntake(session: Session, files: readonly IncomingFile[]): void {
  if (files.length > 0) session.view.setState({ panel: 'import', intake: files })
}

/** Says what importing these files would do, or why it cannot be; nothing is done. */
export async function rehearseImport(
  session: Session,
  files: readonly IncomingFile[],
  choices: ImportChoices,
): Promise<{ readonly told: ImportTold } | { readonly trouble: string }> {
  // What is being typed must be there to be compared with.
  await session.article?.whenSaved()
  const answer = await session.client.send('sets.import', paramsOf(files, choices, true))
  return answer.ok ? { told: answer.value } : { trouble: answer.refusal.message }
}

/** Imports under the id of a task, says how much came, and opens the first article that got something. */
export async function importSets(
  session: Session,
  files: readonly IncomingFile[],
  choices: ImportChoices,
  task: string,
): Promise<string | undefined> {
  await session.article?.whenSaved()
  const answer = await session.client.send('sets.import', { ...paramsOf(files, choices, false), task })
  if (!answer.ok) return answer.refusal.message
  const { documents, problems } = answer.value
  session.show(undefined)
  session.view.setState({ intake: [] })
  const touched = documents.filter((document) => sizeOf(document) > 0)
  const first = (touched[0] ?? documents[0])?.id
  if (first !== undefined) await openAndRead(session, first)
  const sentence = touched.length === 0 ? 'Everything in the file was here already' : doneIn(touched)
  // That it was stopped matters more than what was wrong before.
  const problem = problems.find(({ place }) => place === '') ?? problems[0]
  if (!problem) session.status.say(sentence)
  else
    session.status.warn(
      [`${sentence}.`, problem.place && `${problem.place}:`, problem.message].filter(Boolean).join(' '),
    )
  return undefined
}

/** How many records an import adds to a document, changes in it or removes from it. */
export const sizeOf = ({ added, changed, removed }: ImportTold['documents'][number]): number =>
  [added, changed, removed].reduce(
    (sum, { annotations, links, comments, verdicts, answers }) =>
      sum + annotations + links + comments + verdicts + answers,
    0,
  )

/** “Imported 4 annotations, 1 link into 2 articles, removed 1 annotation”. */
function doneIn(documents: ImportTold['documents']): string {
  const came = partsOf(documents, ['added', 'changed'])
  const went = partsOf(documents, ['removed'])
  const where = counted(documents.length, 'article')
  if (came === '') return `Removed ${went} in ${where}`
  return `Imported ${came} into ${where}${went === '' ? '' : `, removed ${went}`}`
}

/** “4 annotations, 1 link”: what these tallies count together. */
function partsOf(
  documents: ImportTold['documents'],
  tallies: readonly ('added' | 'changed' | 'removed')[],
): string {
  const sum = (kind: keyof ImportTold['documents'][number]['added']): number =>
    documents.reduce((all, document) => tallies.reduce((part, tally) => part + document[tally][kind], all), 0)
  const parts = [
    [sum('annotations'), 'annotation'],
    [sum('links'), 'link'],
    [sum('comments'), 'comment'],
    [sum('verdicts'), 'verdict'],
    [sum('answers'), 'answer'],
  ] as const
  return parts.flatMap(([count, what]) => (count > 0 ? [counted(count, what)] : [])).join(', ')
}

export const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`

function paramsOf(
  files: readonly IncomingFile[],
  { annotator, labels, take, keep }: ImportChoices,
  rehearse: boolean,
): Params<'sets.import'> {
  return {
    files: [...files],
    ...(annotator.trim() === '' ? {} : { annotator: annotator.trim() }),
    rehearse,
    take: [...take],
    keep: [...keep],
    labels: Array.from(labels, ([label, tag]) => ({ label, tag })),
  }
}
