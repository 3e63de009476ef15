import type { Interval } from '../../base/intervals'
import type { Annotation } from '../annotation/annotation'
import type { Tag } from '../codebook/codebook'
import type { Edit } from './change'
import { type Author, tagSpan } from './edits'
import type { DocumentState } from './state'

/** Stands in for the builder that is to come. */
export function tagAll(
  state: DocumentState,
  author: Author,
  tag: Tag,
  spans: readonly (readonly Interval[])[],
): { readonly edit: Edit; readonly annotations: readonly Annotation[] } | undefined {
  const fresh = spans.filter(
    ([one]) =>
      ![...state.annotations.values()].some(
        (known) => known.tag === tag.id && known.span[0]!.start === one!.start,
      ),
  )
  if (fresh.length === 0) return undefined
  const first = tagSpan(state, author, tag, fresh[0]!)
  const set = first.annotation.set
  const rest = fresh.slice(1).map((ranges) => ({ ...tagSpan(state, author, tag, ranges).annotation, set }))
  const changes = [
    ...first.edit.changes,
    ...rest.map((record) => ({ of: 'annotation', kind: 'add', record }) as const),
  ]
  const name =
    fresh.length === 1 ? first.edit.name : `Tag ${fresh.length} places as ${tag.name.toLowerCase()}`
  return { edit: { ...first.edit, name, changes }, annotations: [first.annotation, ...rest] }
}
