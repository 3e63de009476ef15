import type { IncomingDocument } from '../../formats/sets/incoming'
import type { ReadSets } from '../../formats/sets/reading'

/**
 * What was read, with the tags that a person has decided on in the place of labels; null leaves out everything that has
 * the label, with its links and comments.
 */
export function relabelled(sets: ReadSets, decided: ReadonlyMap<string, string | null>): ReadSets {
  if (decided.size === 0) return sets
  return {
    ...sets,
    documents: sets.documents.map((document) =>
      document.annotations.some(({ tag }) => decided.has(tag)) ? relabel(document, decided) : document,
    ),
  }
}

/** It is not as its writer knew it any more, and so it is compared and not merged. */
function relabel(incoming: IncomingDocument, decided: ReadonlyMap<string, string | null>): IncomingDocument {
  const { ledger: _, ...document } = incoming
  const left = new Set(document.annotations.flatMap(({ id, tag }) => (decided.get(tag) === null ? [id] : [])))
  for (const { id, from, to } of document.links) if (left.has(from) || left.has(to)) left.add(id)
  return {
    ...document,
    annotations: document.annotations
      .filter(({ id }) => !left.has(id))
      .map((annotation) => ({ ...annotation, tag: decided.get(annotation.tag) ?? annotation.tag })),
    links: document.links.filter(({ id }) => !left.has(id)),
    comments: document.comments.filter(({ on }) => !left.has(on)),
  }
}
