import { type Outcome, ok } from '../base/outcome'
import type { Reply } from '../api/contract'
import { namesOf } from './annotators'
import type { Command, Given, Io, Report } from './command'
import { inWorkspace } from './workspace'
import { writeFileAt } from './written-file'

/**
 * JSON: `path`, the file that was written; `bytes`, its size; `losses`, sentences about what the format does not
 * hold; `differences`, what was not there when the file was read again, which are problems too. A document that could not be read is left out and is a problem, unless it was named: then nothing is written.
 */
export const exportSets: Command = {
  name: 'sets export',
  usage: '--format ID --out PATH [--document ID…] [--annotator NAME…] [--choose CHOICE=OPTION…]',
  about: 'Write annotation sets to a file, or to stdout with --out -.',
  takes: ['format', 'out', 'document', 'annotator', 'choose'],
  operands: { least: 0, most: 0 },
  misuse,
  run: ({ options, workspace }, io) =>
    inWorkspace({ folder: workspace, create: false, io }, async ({ handlers, store, troubles }) => {
      const documents = [...(options.document ?? [])]
      const annotators = options.annotator && (await namesOf(options.annotator, documents, store))
      if (annotators && !annotators.ok) return annotators
      const chosen = Object.fromEntries(
        (options.choose ?? []).map((choice) => choice.split('=') as [string, string]),
      )
      const exported = await handlers['sets.export']({
        documents,
        format: options.format!,
        chosen,
        ...(annotators ? { annotators: annotators.value } : {}),
      })
      if (!exported.ok) return exported
      return deliver(exported.value, options.out!, documents.length > 0 ? [] : troubles(), io)
    }),
}

function misuse({ options }: Given): string | undefined {
  if (!options.format) return 'Say which format, with --format; assay formats lists them.'
  const wrong = options.choose?.find((choice) => !/^[^=]+=[^=]+$/.test(choice))
  if (wrong !== undefined) return `--choose needs what is chosen and how, as offsets=utf-16, not “${wrong}”.`
  if (!options.out) return 'Say which file to write, with --out.'
  if (options.out === '-' && options.json)
    return 'With --out -, stdout is the file’s, and --json has no place.'
  return undefined
}

async function deliver(
  { file, losses, differences }: Reply<'sets.export'>,
  out: string,
  problems: readonly string[],
  io: Io,
): Promise<Outcome<Report>> {
  if (out === '-') {
    for (const loss of losses) io.err(`${loss}\n`)
    return ok({ text: '', json: {}, problems: [...problems, ...differences], bytes: file.bytes })
  }
  const path = await writeFileAt(out, file, io)
  if (!path.ok) return path
  const text = [`Wrote ${path.value}`, ...losses].join('\n')
  return ok({
    text,
    json: { path: path.value, bytes: file.bytes.length, losses, differences },
    problems: [...problems, ...differences],
  })
}
