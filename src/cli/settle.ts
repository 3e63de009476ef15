import type { Params, Reply } from '../api/contract'
import { ok } from '../base/outcome'
import type { Command, Given, Options } from './command'
import { plural, table } from './text'
import { inWorkspace } from './workspace'

type Settled = Reply<'review.settle'>['documents'][number]

const RULES: readonly string[] = ['unanimous', 'majority', 'alone']

/**
 * JSON: all that `review.settle` replies: `documents` with `id`, `settled` by rule and `open`; `left`, those in which
 * there is nothing to compare, with `id` and `why`; `troubles`, which are problems. With `--dry-run` nothing is done.
 */
export const settle: Command = {
  name: 'settle',
  usage: '--rule unanimous|majority|alone [--annotators A,B…] [--mine NAME] [--document ID…] [--dry-run]',
  about:
    'Settle by a rule what annotators agree on, most agree on, or one alone has, into the adjudicated set.',
  takes: ['rule', 'annotators', 'mine', 'document', 'dryRun'],
  operands: { least: 0, most: 0 },
  misuse,
  run: ({ options, workspace }, io) =>
    inWorkspace({ folder: workspace, create: false, io }, async ({ handlers, documents }) => {
      const settled = await handlers['review.settle'](asked(options))
      if (!settled.ok) return settled
      const titles = new Map(documents.map(({ id, title }) => [id, title]))
      const { troubles } = settled.value
      return ok({
        text: textOf(settled.value, titles, options),
        json: { ...settled.value },
        problems: troubles,
      })
    }),
}

function misuse({ options }: Given): string | undefined {
  const { rule, mine, annotators } = options
  if (rule === undefined) return 'Say by which rule, with --rule.'
  if (!RULES.includes(rule)) return `There is no rule “${rule}”.`
  if (rule === 'alone' && mine === undefined) return 'Say of whom what they alone have holds, with --mine.'
  if (rule !== 'alone' && mine !== undefined) return '--mine goes with --rule alone.'
  if (annotators !== undefined && namesIn(annotators).length < 2)
    return '--annotators needs two at least, with commas between them.'
  return undefined
}

const namesIn = (annotators: string): string[] =>
  annotators
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

const asked = ({ rule, mine, annotators, document, dryRun }: Options): Params<'review.settle'> => ({
  documents: [...(document ?? [])],
  ...(annotators === undefined ? {} : { annotators: namesIn(annotators) }),
  rules: { majority: rule === 'majority', ...(mine === undefined ? {} : { alone: mine }) },
  rehearse: dryRun ?? false,
})

function textOf(
  { documents, left }: Reply<'review.settle'>,
  titles: ReadonlyMap<string, string>,
  { dryRun }: Options,
): string {
  const rows = documents.map(({ id, settled, open }) => [
    id,
    settledInWords(settled),
    `${open} open`,
    titles.get(id) ?? '',
  ])
  const total = documents.reduce((sum, { settled }) => sum + sumOf(settled), 0)
  const open = documents.reduce((sum, one) => sum + one.open, 0)
  const done = dryRun ? 'Would settle' : 'Settled'
  return [
    ...table(rows),
    ...table(left.map(({ id, why }) => [id, why])),
    `${done} ${plural(total, 'case', 'cases')} in ${plural(documents.length, 'document', 'documents')}, ${open} left to decide.`,
  ].join('\n')
}

function settledInWords(settled: Settled['settled']): string {
  const byRule = Object.entries(settled).flatMap(([rule, count]) => (count > 0 ? [`${count} ${rule}`] : []))
  return `${sumOf(settled)} settled${byRule.length > 0 ? ` (${byRule.join(', ')})` : ''}`
}

const sumOf = ({ unanimous, majority, alone }: Settled['settled']): number => unanimous + majority + alone
