import type { Person } from '../core/annotation/set'
import { type Outcome, ok, refuse } from '../base/outcome'
import type { Command, Given, Report } from './command'
import { type Compared, countKinds, textOf } from './diff-text'
import { type OpenWorkspace, inWorkspace } from './workspace'

interface Left {
  readonly id: string
  readonly title: string
  readonly why: string
}

interface Found {
  annotators: readonly Person[]
  readonly documents: Compared[]
  readonly left: Left[]
}

const MOST_REASONS = 3 // of why nothing was compared

/**
 * JSON: `annotators`, the two; `documents`, each with `id`, `title`, `cases`, as `review.compare` replies with them, and
 * `counts`; `counts` of all. They count `annotations` and `links` by the gravest of their differences. `left` are the
 * documents that not both have annotated, with `id`, `title` and `why`; one that was named is a problem too. To differ is
 * none: the exit status is 0.
 */
export const diff: Command = {
  name: 'diff',
  usage: 'A B [--document ID…] [--all]',
  about: 'Show where two annotators differ, or with --all where they agree as well.',
  takes: ['document', 'all'],
  operands: { least: 2, most: 2 },
  run: (given, io) =>
    inWorkspace({ folder: given.workspace, create: false, io }, (workspace) => report(given, workspace)),
}

async function report({ operands, options }: Given, workspace: OpenWorkspace): Promise<Outcome<Report>> {
  const unknown = options.document?.find((id) => !workspace.documents.some((one) => one.id === id))
  if (unknown !== undefined) return refuse('missing', `The list has no document “${unknown}”.`)
  const found = await compareAll(operands, options.document, workspace)
  // What the list knows to be wrong with a document is no matter of who annotated it.
  const troubles = new Set(workspace.troubles())
  const broken = found.left.map(sentence).filter((one) => troubles.has(one))
  const left = found.left.filter((one) => !troubles.has(sentence(one)))
  if (found.documents.length === 0) return refuse('missing', reasonsOf(left, broken))
  const listed = found.documents.map((one) => ({
    ...one,
    cases: one.cases.filter(({ differences }) => options.all || differences[0] !== 'agreed'),
  }))
  const counts = countKinds(found.documents.flatMap(({ cases }) => cases))
  const { annotators } = found
  return ok({
    text: textOf({ annotators, documents: listed, counts, left: options.document ? 0 : left.length }),
    json: { annotators, documents: listed, counts, left },
    problems: [...broken, ...(options.document ? left.map(sentence) : [])],
  })
}

async function compareAll(
  annotators: readonly string[],
  named: readonly string[] | undefined,
  { handlers, documents }: OpenWorkspace,
): Promise<Found> {
  const found: Found = { annotators: [], documents: [], left: [] }
  for (const { id, title } of documents) {
    if (named && !named.includes(id)) continue
    const compared = await handlers['review.compare']({ document: id, annotators: [...annotators] })
    if (compared.ok) {
      const { cases } = compared.value
      found.annotators = compared.value.annotators
      found.documents.push({ id, title, cases, counts: countKinds(cases) })
    } else found.left.push({ id, title, why: compared.refusal.message })
  }
  return found
}

const sentence = ({ title, why }: Left): string => `“${title}”: ${why}`

/** Every reason once: when a name is mistyped, it is the same for most documents. */
function reasonsOf(left: readonly Left[], broken: readonly string[]): string {
  const reasons = [...new Set([...left.map(({ why }) => why), ...broken])]
  if (reasons.length === 0) return 'There is no document to compare annotations of.'
  const more = reasons.length > MOST_REASONS ? ' …' : ''
  return `Nothing was compared. ${reasons.slice(0, MOST_REASONS).join(' ')}${more}`
}
