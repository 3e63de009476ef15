import { ok, refuse } from '../../../base/outcome'
import type { SetReader } from '../codec'
import { type Beside, placesOf } from './conll-places'
import { type Table, looksLikeRows, tablesIn } from './conll-rows'
import type { IncomingDocument } from '../incoming'
import { Problems } from '../problems'
import type { SetFile } from '../set-file'
import { sound } from '../sound'

const EXTENSIONS = new Set(['conll', 'conll03', 'bio', 'iob', 'iob1', 'iob2', 'bioes', 'tsv'])
const OFFSETS = '.offsets.tsv'
const HEAD = 4096

const isText = ({ extension, head }: SetFile): boolean =>
  extension === 'txt' && !/^\uFEFF?-DOCSTART-\s/.test(head)

const isOffsets = ({ name }: SetFile): boolean => name.endsWith(OFFSETS)

/**
 * Reads files of rows, each with the text and the table of offsets of the same folder and name when they are there.
 * Without a text, one is made of the tokens.
 */
export const conllReader: SetReader = {
  recognises(file) {
    const { extension, head, bytes } = file
    if (isOffsets(file)) return /^token\tstart\tend\r?\n/.test(head)
    if (extension === 'txt') return !isText(file)
    return EXTENSIONS.has(extension) && looksLikeRows(head, bytes.length <= HEAD)
  },
  read(files) {
    const problems = new Problems()
    const remarks: string[] = []
    const beside = new Map(
      files.filter((file) => isOffsets(file) || isText(file)).map((file) => [file.name, file]),
    )
    const taken = (name: string) => {
      const file = beside.get(name)
      beside.delete(name)
      return file
    }
    const tables = files.flatMap((file) => {
      if (isOffsets(file) || isText(file)) return []
      const text = file.text
      if (!text.ok) problems.add(file.name, text.refusal.message)
      return text.ok ? [{ file, tables: tablesIn(file.name, text.value, problems) }] : []
    })
    const documents = layered(tables, problems).flatMap((layers) => {
      const [{ file, tables: first }] = layers
      if (first.length === 0) {
        remarks.push(`There is no token in “${file.name}”.`)
        taken(`${file.stem}.txt`)
        taken(`${file.stem}${OFFSETS}`)
      }
      return first.map((_, k) =>
        documentOf(
          layers.map(({ file: { name }, tables: own }) => ({ file: name, table: own[k]! })),
          first.length > 1
            ? { name: `${nameOf(file)} ${k + 1}` }
            : {
                name: nameOf(file),
                text: taken(`${file.stem}.txt`),
                offsets: taken(`${file.stem}${OFFSETS}`),
              },
          problems,
          remarks,
        ),
      )
    })
    for (const name of beside.keys())
      problems.add(name, 'It is not beside a file with the rows of one document, and was not used.')
    if (documents.length === 0)
      return refuse(
        'unreadable',
        problems.list[0]?.message ?? remarks[0] ?? 'There is no file with rows of tokens and tags.',
      )
    return ok({
      documents: documents.map((document) => sound(document, problems)),
      problems: problems.list,
      remarks: [...new Set(remarks)],
    })
  },
}

interface Layer {
  readonly file: SetFile
  readonly tables: readonly Table[]
}

const nameOf = ({ stem }: SetFile): string => stem.slice(stem.lastIndexOf('/') + 1)

/** The files of one document together: `a.conll`, then `a.2.conll` and so on when they are of the same tokens. */
function layered(files: readonly Layer[], problems: Problems): (readonly [Layer, ...Layer[]])[] {
  const first = new Map<string, [Layer, ...Layer[]]>()
  const further: { readonly layer: Layer; readonly stem: string; readonly number: number }[] = []
  const stems = new Set(files.map(({ file }) => file.stem))
  for (const layer of files) {
    const [, stem, number] = /^(.+)\.(\d{1,6})$/s.exec(layer.file.stem) ?? []
    if (stem !== undefined && stems.has(stem)) further.push({ layer, stem, number: Number(number) })
    else first.set(layer.file.name, [layer])
  }
  const byStem = new Map([...first.values()].map((layers) => [layers[0].file.stem, layers]))
  for (const { layer, stem } of further.toSorted((a, b) => a.number - b.number)) {
    const layers = byStem.get(stem)
    if (layers && sameTokens(layers[0].tables, layer.tables)) layers.push(layer)
    else {
      problems.add(
        layer.file.name,
        `It has not the tokens of “${stem}”, and was read as a document of its own.`,
      )
      first.set(layer.file.name, [layer])
    }
  }
  return [...first.values()]
}

const sameTokens = (some: readonly Table[], others: readonly Table[]): boolean =>
  some.length === others.length &&
  some.every(
    ({ rows }, k) =>
      rows.length === others[k]!.rows.length &&
      rows.every(({ token }, at) => token === others[k]!.rows[at]!.token),
  )

interface Around extends Beside {
  readonly name: string
}

function documentOf(
  layers: readonly { readonly file: string; readonly table: Table }[],
  around: Around,
  problems: Problems,
  remarks: string[],
): IncomingDocument {
  const { file, table } = layers[0]!
  const places = placesOf(file, table, around, problems)
  if (places.made)
    remarks.push(
      `“${file}” has no text beside it that fits: one was made of its tokens, with blanks between them and a sentence a line.`,
    )
  if (layers.some((layer) => layer.table.iob1))
    remarks.push(`In “${file}” entities begin with I-, as in IOB1, and were read so.`)
  const annotations = layers.flatMap(({ file: of, table: { rows, entities } }) =>
    entities.map(({ label, start, end }) => ({
      place: `${of} line ${rows[start]!.line}`,
      tag: label,
      pieces: [places.pieceOf(start, end)],
    })),
  )
  return {
    place: file,
    name: around.name,
    ...(places.text === undefined ? {} : { text: places.text }),
    units: [places.unit],
    ids: 'made-up',
    annotators: [],
    annotations: annotations.map((annotation, k) => ({ ...annotation, id: String(k + 1) })),
    links: [],
    comments: [],
  }
}
