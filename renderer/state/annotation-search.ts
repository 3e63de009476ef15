import type { Annotation } from '../../src/core/annotation/annotation'
import { quoteOf } from '../../src/core/annotation/span'
import type { DocumentState } from '../../src/core/change/state'
import { nameOfValue } from '../../src/core/codebook/attribute'
import { type Codebook, tagById } from '../../src/core/codebook/codebook'
import { fold } from './folding'

const LONGEST = 2000 // of a span over pages nobody types more

/**
 * The annotations whose tag, words, note, attributes, comments or annotator have every word of `query`, in their
 * order. What no link ends at is also found by “unlinked”.
 */
export function findAnnotations(
  list: readonly Annotation[],
  state: DocumentState,
  codebook: Codebook,
  query: string,
): Annotation[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...list]
  const linked = new Set([...state.links.values()].flatMap(({ from, to }) => [from, to]))
  const said = new Map<string, string>()
  for (const { on, words: comment } of state.comments.values())
    said.set(on, `${said.get(on) ?? ''} ${comment}`)
  return list.filter((annotation) => {
    const { id } = annotation
    const unlinked = linked.has(id) ? '' : 'unlinked'
    const text = fold(`${unlinked} ${describe(annotation, state, codebook)} ${said.get(id) ?? ''}`)
    return words.every((word) => text.includes(word))
  })
}

function describe(
  { tag, set, span, note, attributes }: Annotation,
  state: DocumentState,
  codebook: Codebook,
): string {
  const known = tagById(codebook, tag)
  const values = Object.entries(attributes).map(([id, value]) => {
    const attribute = known?.attributes.find((candidate) => candidate.id === id)
    return `${attribute?.name ?? id} ${nameOfValue(attribute, value)}`
  })
  const annotator = state.sets.get(set)?.annotator.name ?? ''
  return [known?.name ?? tag, quoteOf(span).slice(0, LONGEST), note, ...values, annotator].join(' ')
}
