import type { AnnotatedDocument, Chosen, Codec, Exported, FormatChoice } from './codec'

/** Where a format has no room for spans in several pieces, whether they are taken apart or left out. */
const pieces: FormatChoice = {
  id: 'pieces',
  name: 'In several pieces',
  options: [
    { id: 'split', name: 'Each piece by itself' },
    { id: 'drop', name: 'Left out' },
  ],
}

/** All that may be chosen about a format: its own choices, and what is to become of what it has no room for. */
export const choicesOf = ({ choices = [], capabilities, reader }: Codec): readonly FormatChoice[] =>
  capabilities.pieces || !reader ? choices : [...choices, pieces]

export const dropsPieces = (codec: Codec, chosen: Chosen): boolean =>
  chosen[pieces.id] === 'drop' && choicesOf(codec).includes(pieces)

/** The export without what is to be left out of this format, nor what hangs on it. */
export const prepared = (exported: Exported, codec: Codec, chosen: Chosen): Exported =>
  dropsPieces(codec, chosen)
    ? { ...exported, documents: exported.documents.map((document) => withoutPieces(document)) }
    : exported

function withoutPieces({ article, records }: AnnotatedDocument): AnnotatedDocument {
  const annotations = records.annotations.filter(({ span }) => span.length === 1)
  const there = new Set(annotations.map(({ id }) => id))
  const links = records.links.filter(({ from, to }) => there.has(from) && there.has(to))
  for (const { id } of links) there.add(id)
  const comments = records.comments.filter(({ on }) => there.has(on))
  return { article, records: { ...records, annotations, links, comments } }
}
