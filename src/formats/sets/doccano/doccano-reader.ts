import { z } from 'zod'
import { id as idSchema } from '../../../base/id'
import { type Outcome, ok, refuse } from '../../../base/outcome'
import type { IncomingAnnotation, IncomingDocument, IncomingLink, IncomingSets } from '../incoming'
import { Problems, placeIn } from '../problems'
import { type SetFile, numberedLines, parseJson } from '../set-file'
import { sound } from '../sound'

const offset = z.number().int('expected a whole number').min(0, 'expected a number from 0')
const label = z.string().min(1, 'expected a label')
const ownId = z.union([z.string().min(1), z.number().int()]).transform(String)
const isRange = ({ start, end }: { readonly start: number; readonly end: number }): boolean => start < end
const EMPTY = 'It ends where it begins, or before.'

const triple = z
  .tuple([offset, offset, label])
  .rest(z.unknown())
  .transform(([start, end, tag]) => ({ start, end, tag }))
  .refine(isRange, EMPTY)
const entity = z
  .object({ id: ownId.optional(), label, start_offset: offset, end_offset: offset })
  .transform(({ id, label: tag, start_offset: start, end_offset: end }) => ({ id, start, end, tag }))
  .refine(isRange, EMPTY)
const relation = z.object({ id: ownId.optional(), from_id: ownId, to_id: ownId, type: label })

/** A line as far as every record of it stands on its own. `entities` come from newer versions, `labels` from old ones. */
const example = z.looseObject({
  id: ownId.optional().catch(undefined),
  text: z.string('expected the text of a document'),
  entities: z.array(z.unknown()).optional(),
  label: z.unknown().optional(),
  labels: z.unknown().optional(),
  relations: z.array(z.unknown()).nullish(),
  Comments: z.array(z.unknown()).catch([]),
  document: idSchema.optional().catch(undefined),
  title: z.string().optional().catch(undefined),
})

const SPANS = ['entities', 'label', 'labels'] as const
const KNOWN = new Set<string>([...SPANS, 'id', 'text', 'relations', 'Comments', 'document', 'title'])

interface Line {
  readonly value: unknown
  readonly place: string
}

/** Whether the first document has spans as doccano writes them: as triples, or with `start_offset`. */
export function isDoccano(file: SetFile): boolean {
  if (!/^\uFEFF?\s*(\[\s*)?\{/.test(file.head)) return false
  const first = linesIn(file, new Problems(), 1)
  const parsed = first.ok ? example.safeParse(first.value[0]?.value) : undefined
  if (!parsed?.success) return false
  const { data } = parsed
  const known = data.entities
    ? data.entities.length === 0
      ? data.relations !== undefined
      : entity.safeParse(data.entities[0]).success
    : false
  return known || [data.label, data.labels].some(isTriples)
}

const isTriples = (value: unknown): boolean =>
  Array.isArray(value) && (value.length === 0 || triple.safeParse(value[0]).success)

/** The documents of a file, one a line, or all in one array; at most so many. */
function linesIn(file: SetFile, problems: Problems, most = Infinity): Outcome<Line[]> {
  const text = file.text
  if (!text.ok) return text
  if (/^\uFEFF?\s*\[/.test(file.head)) {
    const json = file.json
    if (!json.ok) return json
    const list: readonly unknown[] = Array.isArray(json.value) ? json.value : []
    return ok(list.slice(0, most).map((value, k) => ({ value, place: `${file.name} [${k}]` })))
  }
  const lines: Line[] = []
  // To recognise a file its first line is enough; a file of one line has no end of it.
  const read =
    most === Infinity ? text.value : (/^\s*\S[^\r\n]*/.exec(text.value.replace(/^\uFEFF+/, ''))?.[0] ?? '')
  for (const { line, number } of numberedLines(read)) {
    if (line.trim() === '') continue
    const place = `${file.name} line ${number}`
    const json = parseJson(line, 'The line')
    if (json.ok) lines.push({ value: json.value, place })
    else problems.add(place, json.refusal.message)
  }
  return ok(lines)
}

/**
 * Reads exports of doccano. It has no quotes: that its positions are code points of the text beside them must be
 * believed.
 */
export function readDoccano(files: readonly SetFile[]): Outcome<IncomingSets> {
  const problems = new Problems()
  const documents: IncomingDocument[] = []
  const passedOver = new Set<string>()
  for (const file of files) {
    const lines = linesIn(file, problems)
    if (!lines.ok) {
      if (files.length === 1) return lines
      problems.add(file.name, lines.refusal.message)
      continue
    }
    lines.value.forEach(({ value, place }, k) => {
      const name = lines.value.length === 1 ? file.stem : `${file.stem} ${k + 1}`
      const document = readExample(value, place, name, problems, passedOver)
      if (document) documents.push(document)
    })
  }
  const [first] = problems.list
  if (documents.length === 0)
    return refuse(
      'unreadable',
      first ? `No document could be read. ${first.place}: ${first.message}` : 'There is no document in it.',
    )
  const keys = [...passedOver].map((key) => `“${key.slice(0, 60)}”`)
  const listed =
    keys.length > 10 ? `${keys.slice(0, 10).join(', ')} and ${keys.length - 10} more` : keys.join(', ')
  const remarks =
    keys.length > 0 ? [`What is under ${listed} says nothing of annotations and was passed over.`] : []
  return ok({ documents, problems: problems.list, remarks })
}

function readExample(
  value: unknown,
  place: string,
  name: string,
  problems: Problems,
  passedOver: Set<string>,
): IncomingDocument | undefined {
  const checked = problems.checked(example, value, place)
  if (!checked) return undefined
  const { text, title, document: id } = checked
  for (const key of Object.keys(checked)) if (!KNOWN.has(key)) passedOver.add(key)
  if (checked.Comments.length > 0)
    problems.add(
      placeIn(place, ['Comments']),
      'Comments on whole documents have no place here and were passed over.',
    )
  for (const key of ['label', 'labels'] as const)
    if (!Array.isArray(checked[key] ?? []))
      problems.add(
        placeIn(place, [key]),
        'A label of the whole document has no place here; a list of spans was expected.',
      )
  const filled = SPANS.filter((key) => Array.isArray(checked[key]) && checked[key].length > 0)
  for (const key of filled.slice(1))
    problems.add(
      placeIn(place, [key]),
      `The document has “${filled[0]}” as well, and these were passed over.`,
    )
  const from = filled[0] ?? 'entities'
  const { annotations, madeUp } = readSpans(from, (checked[from] ?? []) as unknown[], place, problems)
  return sound(
    {
      place,
      ...(id === undefined ? {} : { id }),
      name: title || name,
      text,
      units: ['code-points'],
      ids: madeUp ? 'made-up' : 'kept',
      annotators: [],
      annotations,
      links: readRelations(checked.relations ?? [], place, problems),
      comments: [],
    },
    problems,
  )
}

function readSpans(
  key: (typeof SPANS)[number],
  values: readonly unknown[],
  place: string,
  problems: Problems,
) {
  const annotations: IncomingAnnotation[] = []
  let madeUp = false
  values.forEach((value, k) => {
    const at = placeIn(place, [key, k])
    if (typeof value === 'string')
      return problems.add(
        at,
        `“${value.slice(0, 60)}” is a label of the whole document, which has no place here.`,
      )
    const span = Array.isArray(value)
      ? problems.checked(triple, value, at)
      : problems.checked(entity, value, at)
    if (!span) return undefined
    const own = 'id' in span && typeof span.id === 'string' ? span.id : undefined
    madeUp ||= own === undefined
    const { start, end, tag } = span
    annotations.push({ place: at, id: own ?? String(k + 1), tag, pieces: [{ start, end }] })
  })
  return { annotations, madeUp }
}

function readRelations(values: readonly unknown[], place: string, problems: Problems): IncomingLink[] {
  return values.flatMap((value, k) => {
    const at = placeIn(place, ['relations', k])
    const checked = problems.checked(relation, value, at)
    if (!checked) return []
    const { id, from_id: from, to_id: to, type } = checked
    // Relations have a table of their own in doccano, so that their ids may be those of entities as well.
    return [{ place: at, id: `relation ${id ?? k + 1}`, type, from, to }]
  })
}
