import type { Annotation } from '../../../core/annotation/annotation'
import type { Link } from '../../../core/annotation/link'
import { type Codebook, linkTypeById, tagById } from '../../../core/codebook/codebook'
import type { Article } from '../../../core/document/article'
import { type AnnotatorFile, annotatorFilesOf } from './annotator-files'
import type { Codec } from '../codec'
import { webannoTsvReader } from './webanno-tsv-reader'
import { type Token, segmentsOf, tokensOf } from './webanno-tsv-tokens'
import { zipOf } from '../zip'

/**
 * WebAnno TSV 3.3 as INCEpTION reads it, one file a document and annotator in a zip: a layer of spans and one of
 * relations. Notes and attributes (as JSON) have columns only where there are any, since the layer of the project that
 * reads them must have these features. Tokens end wherever an annotation does, and sentences reach to the next one, so
 * that the whole text is there. Dates, ids, comments and versions of the codebook are lost. Reads 3.0 to 3.3, every
 * layer of spans and of relations; chains and slots are passed over.
 */
export const webannoTsv: Codec = {
  id: 'webanno-tsv',
  name: 'WebAnno TSV',
  extension: 'zip',
  mediaType: 'application/zip',
  specification: 'WebAnno TSV 3.3',
  capabilities: {
    pieces: false,
    overlaps: true,
    links: true,
    notes: true,
    comments: false,
    verdicts: false,
    attributes: true,
    annotators: true,
    text: true,
    offsets: 'utf-16',
  },
  conventions: { pieces: 'written as several annotations, one a piece' },
  reader: webannoTsvReader,
  write({ documents, codebook }) {
    const encoder = new TextEncoder()
    const segments = new Map(documents.map((document) => [document.article, segmentsOf(document)]))
    return zipOf(
      Object.fromEntries(
        annotatorFilesOf(documents).map((file) => [
          `${file.path}.tsv`,
          encoder.encode(tsvOf(file, segments.get(file.article)!, codebook)),
        ]),
      ),
    )
  },
}

const LAYER = 'webanno.custom.Span'
const RELATIONS = 'webanno.custom.Relation'

/** What a cell says of each annotation that lies on its token. */
interface Entry {
  readonly annotation: Annotation
  readonly of: string
  /** Its number, where it has several tokens or shares one. */
  id: number
  isShared: boolean
}

function tsvOf(file: AnnotatorFile, sentences: readonly Token[][], codebook: Codebook): string {
  const { article, annotations, borrowed, links } = file
  const tokens = sentences.flat()
  const entries = new Map<Token, Entry[]>()
  const firsts = new Map<string, { readonly token: Token; readonly entry: Entry }>()
  const add = (annotation: Annotation, of: string): void => {
    for (const piece of annotation.span) {
      const covered = tokensOf(tokens, piece)
      const entry = { annotation, of, id: 0, isShared: covered.length > 1 }
      for (const token of covered) {
        const there = entries.get(token)
        if (there) there.push(entry)
        else entries.set(token, [entry])
      }
      if (covered[0] && !firsts.has(annotation.id)) firsts.set(annotation.id, { token: covered[0], entry })
    }
  }
  for (const annotation of annotations) add(annotation, '')
  for (const [annotation, of] of borrowed) add(annotation, of)
  number(tokens, entries)
  const targets = new Map<Token, { readonly link: Link; readonly reference: string }[]>()
  for (const link of links) {
    const from = firsts.get(link.from)
    const to = firsts.get(link.to)
    if (!from || !to) continue
    const ids = from.entry.id + to.entry.id > 0 ? `[${from.entry.id}_${to.entry.id}]` : ''
    const there = targets.get(to.token) ?? []
    there.push({ link, reference: `${from.token.name}${ids}` })
    targets.set(to.token, there)
  }
  const spanColumns = spanColumnsOf([...annotations, ...borrowed.keys()], borrowed.size > 0, codebook)
  const linkColumns = linkColumnsOf(links, codebook)
  const head = [
    '#FORMAT=WebAnno TSV 3.3',
    `#T_SP=${[LAYER, ...spanColumns.map(({ name }) => name)].join('|')}`,
    ...(links.length > 0
      ? [`#T_RL=${[RELATIONS, ...linkColumns.map(({ name }) => name), `BT_${LAYER}`].join('|')}`]
      : []),
  ]
  const row = (token: Token): string => {
    const here = entries.get(token) ?? []
    const there = targets.get(token) ?? []
    const cells = [
      token.name,
      `${token.start}-${token.end}`,
      escapeText(article.text.slice(token.start, token.end)),
      ...spanColumns.map(({ value }) =>
        here.map((entry) => `${escapeValue(value(entry))}${entry.id > 0 ? `[${entry.id}]` : ''}`).join('|'),
      ),
      ...(links.length > 0
        ? [
            ...linkColumns.map(({ value }) => there.map(({ link }) => escapeValue(value(link))).join('|')),
            there.map(({ reference }) => reference).join('|'),
          ]
        : []),
    ]
    return cells.map((cell) => `${cell === '' ? '_' : cell}\t`).join('')
  }
  const blocks = sentences.map((group, k) => [
    ...linesOf(article, group[0]!.start, sentences[k + 1]?.[0]!.start),
    ...group.map(row),
  ])
  return [...head, '', ...blocks.flatMap((block) => ['', ...block])].map((line) => `${line}\n`).join('')
}

/** What a sentence says, to where the next begins: that way no blank between them is lost. */
const linesOf = ({ text }: Article, start: number, end?: number): string[] =>
  text
    .slice(start, end)
    .split('\n')
    .map((line) => `#Text=${escapeText(line)}`)

/** Gives numbers, in the order of the rows, to what has several rows and to what shares one. */
function number(tokens: readonly Token[], entries: ReadonlyMap<Token, readonly Entry[]>): void {
  for (const here of entries.values()) if (here.length > 1) for (const entry of here) entry.isShared = true
  let last = 0
  for (const token of tokens)
    for (const entry of entries.get(token) ?? []) if (entry.isShared && entry.id === 0) entry.id = ++last
}

interface Column<T> {
  readonly name: string
  /** Empty for none. */
  readonly value: (of: T) => string
}

function spanColumnsOf(
  annotations: readonly Annotation[],
  hasBorrowed: boolean,
  codebook: Codebook,
): Column<Entry>[] {
  const hasAttributes = annotations.some(({ attributes }) => Object.keys(attributes).length > 0)
  return [
    { name: 'label', value: ({ annotation: { tag } }) => tagById(codebook, tag)?.name ?? tag },
    ...(annotations.some(({ note }) => note !== '')
      ? [{ name: 'note', value: ({ annotation }: Entry) => annotation.note }]
      : []),
    ...(hasAttributes
      ? [{ name: 'attributes', value: ({ annotation }: Entry) => jsonOf(annotation.attributes) }]
      : []),
    ...(hasBorrowed ? [{ name: 'annotationOf', value: ({ of }: Entry) => of }] : []),
  ]
}

const jsonOf = (attributes: object): string =>
  Object.keys(attributes).length === 0 ? '' : JSON.stringify(attributes)

const linkColumnsOf = (links: readonly Link[], codebook: Codebook): Column<Link>[] => [
  { name: 'label', value: ({ type }) => linkTypeById(codebook, type)?.name ?? type },
  ...(links.some(({ note }) => note !== '') ? [{ name: 'note', value: ({ note }: Link) => note }] : []),
]

/** A text as it stands in a line of it: control characters behind a backslash, the usual ones by their letters. */
const escapeText = (text: string): string =>
  text.replace(/(?![\v\u007F-\u009F])\p{Cc}|\\/gu, (one) => `\\${LETTERS.get(one) ?? one}`)

const LETTERS = new Map([
  ['\b', 'b'],
  ['\t', 't'],
  ['\n', 'n'],
  ['\f', 'f'],
  ['\r', 'r'],
])

/** A value as it stands in a cell; `*` for none. */
const escapeValue = (value: string): string =>
  value === ''
    ? '*'
    : value
        .replace(/\r\n?/g, '\n')
        .replace(/->|[\\[\]|_;*\t\n]/g, (one) => `\\${one === '\t' ? 't' : one === '\n' ? 'n' : one}`)
