import { basename } from 'node:path'
import type { Params } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import { agreeText } from './agree-text'
import type { Command, Given, Io, Options, Report } from './command'
import { type OpenWorkspace, inWorkspace } from './workspace'
import { writeFileAt } from './written-file'

/**
 * JSON: all of the survey that `agreement.survey` replies with: `annotators`, `documents`, `pairs`, `tags`; `measures`,
 * each with its figure and interval for `all`, `byTag`, `byPair` and `byDocument`; `split`, `confusion`, `shifts`,
 * `overTime`; `whatIf`, `seed`, `draws`, `texts`. A figure that is undefined says why. Documents that could not be read
 * are problems. With `--report`, `report` is the path of the file that was written.
 */
export const agree: Command = {
  name: 'agree',
  usage:
    '[--document ID…] [--annotators A,B…] [--measure ID…] [--leave-out NAME…] [--merge TAG=TAG…] [--ignore-shift N] [--seed N] [--report FILE.html|.md]',
  about: 'Say how far annotators agree, with intervals; with --report, as a report of methods.',
  takes: ['document', 'annotators', 'measure', 'leaveOut', 'merge', 'ignoreShift', 'seed', 'report'],
  operands: { least: 0, most: 0 },
  misuse,
  run: (given, io) =>
    inWorkspace({ folder: given.workspace, create: false, io }, (workspace) => survey(given, workspace, io)),
}

const MOST_SHIFT = 100_000
const MOST_SEED = 0x7fff_ffff

function misuse({ options }: Given): string | undefined {
  const { merge = [], ignoreShift, seed, report, annotators } = options
  const wrong = merge.find((pair) => !/^[^=]+=[^=]+$/.test(pair))
  if (wrong !== undefined)
    return `--merge needs a tag and the one that it is to count as, as claim=source, not “${wrong}”.`
  if (ignoreShift !== undefined && !isWhole(ignoreShift, MOST_SHIFT))
    return `--ignore-shift needs a number of characters, not “${ignoreShift}”.`
  if (seed !== undefined && !isWhole(seed, MOST_SEED)) return `--seed needs a whole number, not “${seed}”.`
  if (report !== undefined && formatOf(report) === undefined)
    return `--report needs a file that ends in .html or .md, not “${report}”.`
  if (annotators !== undefined && namesIn(annotators).length === 0)
    return '--annotators needs names with commas between them.'
  return undefined
}

const isWhole = (digits: string, most: number): boolean => /^\d{1,10}$/.test(digits) && Number(digits) <= most

const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

function formatOf(path: string): 'html' | 'markdown' | undefined {
  if (/.\.html?$/i.test(basename(path))) return 'html'
  return /.\.(md|markdown)$/i.test(basename(path)) ? 'markdown' : undefined
}

function askedOf(options: Options): Params<'agreement.survey'> {
  const { document = [], annotators, measure, leaveOut = [], merge = [], ignoreShift = '0', seed } = options
  return {
    documents: [...document],
    ...(annotators === undefined ? {} : { annotators: namesIn(annotators) }),
    ...(measure === undefined ? {} : { measures: [...measure] }),
    whatIf: {
      leaveOut: [...leaveOut],
      merge: merge.map((pair) => {
        const [tag, into] = pair.split('=') as [string, string]
        return { tag, into }
      }),
      ignoreShift: Number(ignoreShift),
    },
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  }
}

async function survey(
  { options }: Given,
  { handlers, documents, store }: OpenWorkspace,
  io: Io,
): Promise<Outcome<Report>> {
  const unknown = options.document?.find((id) => !documents.some((one) => one.id === id))
  if (unknown !== undefined) return refuse('missing', `The list has no document “${unknown}”.`)
  const asked = askedOf(options)
  if (options.report !== undefined) {
    const reported = await handlers['agreement.report']({ ...asked, format: formatOf(options.report)! })
    if (!reported.ok) return reported
    const path = await writeFileAt(options.report, reported.value.file, io)
    if (!path.ok) return path
    return ok({
      text: `Wrote ${path.value}`,
      json: { report: path.value },
      problems: reported.value.troubles,
    })
  }
  const surveyed = await handlers['agreement.survey'](asked)
  if (!surveyed.ok) return surveyed
  const { survey: found, troubles } = surveyed.value
  return ok({ text: agreeText(found, store.workspace.codebook), json: { ...found }, problems: troubles })
}
