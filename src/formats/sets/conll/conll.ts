import type { Interval } from '../../../base/intervals'
import type { Codebook } from '../../../core/codebook/codebook'
import { tagNamed } from '../../../core/codebook/labels'
import { codePoints } from '../../../core/document/offsets'
import type { AnnotatedDocument, Codec } from '../codec'
import { conllReader } from './conll-reader'
import { tokensOf } from './conll-tokens'
import { inOrder } from '../order'
import { SafeNames } from '../safe-names'
import { zipOf } from '../zip'

/**
 * CoNLL-2003 (https://www.clips.uantwerpen.be/conll2003/ner/), one token a row in four columns, of which the second and
 * the third are left empty (`-X-`), with tags in IOB2 or, as the original files have them, in IOB1. For each document
 * `<name>.conll`; its text, `<name>.txt`; and `<name>.offsets.tsv`, the place of each token in code points. What overlaps
 * is in further files of the same tokens, `<name>.2.conll` and so on, the outermost first, and nobody’s annotations are
 * in a file with another’s. Tokens are cut where annotations begin and end, and no sentence ends within one, so that
 * each is held exactly, but for blanks at its ends. Read are such files and those of others, with two columns or more of
 * which the first is the token and the last the tag, in IOB1, IOB2 or BIOES. Lost are links, notes, attributes,
 * comments, who annotated, and which pieces were one annotation.
 */
export const conll: Codec = {
  id: 'conll',
  name: 'CoNLL-2003',
  extension: 'zip',
  mediaType: 'application/zip',
  specification: 'CoNLL-2003 shared task',
  capabilities: {
    pieces: false,
    overlaps: false,
    links: false,
    notes: false,
    comments: false,
    verdicts: false,
    attributes: false,
    annotators: false,
    text: true,
    offsets: 'tokens',
  },
  conventions: {
    pieces: 'written as one entity a piece',
    overlaps: 'in further files of the same tokens, “….2.conll” and so on',
    annotators: 'told apart only by files of their own, without names',
  },
  choices: [
    {
      id: 'scheme',
      name: 'Tags',
      options: [
        { id: 'iob2', name: 'IOB2: every entity begins with B-' },
        { id: 'iob1', name: 'IOB1: B- only between entities that touch' },
      ],
    },
  ],
  reader: { ...conllReader, extensions: ['conll', 'bio', 'iob', 'tsv'], companions: ['txt'] },
  write({ documents, codebook }, chosen = {}) {
    const iob1 = chosen['scheme'] === 'iob1'
    const encoder = new TextEncoder()
    const names = new SafeNames()
    const files = documents.flatMap((document) => {
      const name = names.safe(document.article.title, 'document')
      const points = codePoints(document.article.text)
      const sentences = tokensOf(document.article, rangesOf(document))
      const places = sentences
        .flat()
        .map(({ start, end }, k) => `${k}\t${points.fromUtf16(start)}\t${points.fromUtf16(end)}\n`)
      return [
        ...layersOf(document, sentences, codebook).map((layer, k): [string, string] => [
          k === 0 ? `${name}.conll` : `${name}.${k + 1}.conll`,
          rowsOf(document.article.text, sentences, layer, iob1),
        ]),
        [`${name}.offsets.tsv`, `token\tstart\tend\n${places.join('')}`] as const,
        [`${name}.txt`, document.article.text] as const,
      ]
    })
    return zipOf(Object.fromEntries(files.map(([name, content]) => [name, encoder.encode(content)])))
  },
}

const rangesOf = ({ records }: AnnotatedDocument): readonly Interval[] =>
  records.annotations.flatMap(({ span }) => span)

/** An entity: the numbers of its first token and of the one behind its last. */
interface Entity extends Interval {
  readonly label: string
}

/** The annotations in layers, in each of which nothing overlaps. There is always one. */
function layersOf(
  { records }: AnnotatedDocument,
  sentences: readonly (readonly Interval[])[],
  codebook: Codebook,
): Entity[][] {
  const { sets, annotations } = inOrder(records)
  const annotatorOf = new Map(sets.map(({ id, annotator }) => [id, annotator.id]))
  const tokens = sentences.flat()
  const label = labels(codebook)
  const entities = annotations
    .flatMap(({ span, set, tag }) =>
      span.map(({ start, end }) => ({
        by: annotatorOf.get(set) ?? set,
        label: label(tag),
        start: countBefore(tokens, start),
        end: countBefore(tokens, end),
      })),
    )
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const people = new Set([...annotatorOf.values(), ...entities.map(({ by }) => by)])
  const layers = [...people].flatMap((person) => {
    const own: Entity[][] = []
    for (const entity of entities) {
      if (entity.by !== person) continue
      const free = own.find((layer) => layer.at(-1)!.end <= entity.start)
      if (free) free.push(entity)
      else own.push([entity])
    }
    return own
  })
  return layers.length > 0 ? layers : [[]]
}

/** How many tokens begin before a place. */
function countBefore(tokens: readonly Interval[], place: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low
}

function rowsOf(
  text: string,
  sentences: readonly (readonly Interval[])[],
  layer: readonly Entity[],
  iob1: boolean,
): string {
  const rows = ['-DOCSTART- -X- -X- O', '']
  let at = 0
  let next = 0
  for (const sentence of sentences) {
    let before: Entity | undefined
    for (const { start, end } of sentence) {
      while (next < layer.length && layer[next]!.end <= at) next++
      const entity = layer[next] && layer[next]!.start <= at ? layer[next]! : undefined
      const begins = entity && entity !== before && (!iob1 || entity.label === before?.label)
      const tag = entity ? `${begins ? 'B' : 'I'}-${entity.label}` : 'O'
      rows.push(`${text.slice(start, end)} -X- -X- ${tag}`)
      before = entity
      at++
    }
    rows.push('')
  }
  return `${rows.join('\n')}\n`
}

/** What tags are called in the files: by their names, without blanks, else by their ids. */
function labels(codebook: Codebook): (id: string) => string {
  const known = new Map<string, string>()
  return (id) => {
    const before = known.get(id)
    if (before !== undefined) return before
    const tag = codebook.tags.find((one) => one.id === id)
    const name = plain(tag?.name ?? id)
    const label = (tag && tagNamed(codebook, name) !== tag ? plain(id) : name) || 'tag'
    known.set(id, label)
    return label
  }
}

const plain = (name: string): string => name.replace(/[\s\p{Cc}]+/gu, '-')
