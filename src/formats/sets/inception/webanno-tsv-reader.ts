import { type Outcome, ok, refuse } from '../../../base/outcome'
import { describeSpan } from '../../../core/annotation/span'
import { positionsIn } from '../../../core/document/offsets'
import { type ReadFile, documentsOf } from './annotator-files'
import type { SetReader } from '../codec'
import type { IncomingPiece } from '../incoming'
import { Problems } from '../problems'
import { type SetFile, numberedLines } from '../set-file'
import { type Layer, layersIn } from './webanno-tsv-layers'
import { Records } from './webanno-tsv-records'
import { type Assembled, assemble, sentencesIn } from './webanno-tsv-sentences'

export const webannoTsvReader: SetReader = {
  recognises: ({ head }) => /^\uFEFF?#FORMAT=WebAnno TSV 3\.\d/.test(head),
  read(files) {
    const problems = new Problems()
    const remarks: string[] = []
    const read: ReadFile[] = []
    let refused: Outcome<never> | undefined
    for (const file of files) {
      const one = readFile(file, problems, remarks)
      if (one.ok) read.push(one.value)
      else {
        refused ??= one
        problems.add(file.name, one.refusal.message)
      }
    }
    if (read.length === 0) return refused ?? refuse('unreadable', 'There is no file of WebAnno TSV here.')
    return ok({ documents: documentsOf(read, 'made-up', problems), problems: problems.list, remarks })
  },
}

function readFile(file: SetFile, problems: Problems, remarks: string[]): Outcome<ReadFile> {
  const text = file.text
  if (!text.ok) return text
  const lines = numberedLines(text.value)
  const version = /^#FORMAT=WebAnno TSV 3\.(\d+)\s*$/.exec(lines[0]!.line)
  if (!version)
    return refuse('invalid', `“${file.name}” is no WebAnno TSV 3: its first line does not say so.`)
  const layers = layersIn(lines)
  const sentences = sentencesIn(lines, file.name, Number(version[1]) <= 1, problems)
  const records = new Records(layers, file.name, problems)
  for (const { rows } of sentences) for (const row of rows) records.add(row)
  const assembled = assemble(sentences)
  if (assembled.isBroken)
    problems.add(
      assembled.gap!,
      'Its positions do not fit the sentences before it; no text was taken from the file.',
    )
  else if (assembled.gap)
    remarks.push(
      `“${file.name}” does not say what stands between its sentences (${assembled.gap}), so no text is taken from it; its annotations have their words and positions.`,
    )
  if (assembled.unit !== 'utf-16')
    remarks.push(
      `Positions in “${file.name}” were taken as counted in code points: so its tokens are where they should be.`,
    )
  const quote = quoter(assembled)
  const annotations = records.annotations()
  const links = records.links()
  remarks.push(...remarksOn(layers, records, file.name))
  return ok({
    name: file.name,
    like: assembled.text,
    ...(assembled.gap ? {} : { text: assembled.text }),
    units: assembled.unit === 'utf-16' ? ['utf-16', 'code-points'] : ['code-points', 'utf-16'],
    annotations:
      assembled.gap && !assembled.isBroken
        ? annotations.map((one) => ({ ...one, pieces: one.pieces.map(quote) }))
        : annotations,
    links,
  })
}

function remarksOn(layers: readonly Layer[], records: Records, name: string): string[] {
  const passed = [
    ...layers.filter(({ kind }) => kind === 'chain').map(({ type }) => `the chains ${type}`),
    ...layers.flatMap(({ type, columns }) =>
      columns.flatMap(({ kind, name: column }) =>
        kind === 'role' ? [`the slots ${column.slice('ROLE_'.length)} of ${type}`] : [],
      ),
    ),
    ...records.passedOver(),
  ]
  return passed.length > 0 ? [`Passed over in “${name}”: ${passed.join(', ')}.`] : []
}

/** Gives a piece the words that the sentences have there. */
function quoter({ text, unit }: Assembled): (piece: IncomingPiece) => IncomingPiece {
  const positions = positionsIn(text, unit)
  return (piece) => {
    const start = positions.toUtf16(piece.start ?? -1)
    const end = positions.toUtf16(piece.end ?? -1)
    if (start === undefined || end === undefined || start >= end) return piece
    return { ...describeSpan(text, [{ start, end }])[0], ...piece }
  }
}
