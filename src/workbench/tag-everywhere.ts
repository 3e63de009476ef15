import type { Params, Reply } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import type { Edit } from '../core/change/change'
import { tagAll } from '../core/change/edit-spans'
import type { Author } from '../core/change/edits'
import type { DocumentState } from '../core/change/state'
import { type Tag, tagById } from '../core/codebook/codebook'
import type { Articles } from './articles'
import type { Catalogue } from './catalogue'
import type { Ports } from './ports'
import { sideBySide } from './side-by-side'

type Wanted = Params<'library.tag'>['documents'][number]
type Range = Wanted['ranges'][number]

interface Workplace {
  readonly ports: Pick<Ports, 'now' | 'newId'>
  readonly catalogue: Catalogue
  readonly articles: Articles
}

/**
 * Tags places in several documents, one edit a document, by whoever works here. A place whose words have changed since
 * they were looked for is left out and told of; so is a document that cannot be edited, and the others go on.
 */
export async function tagEverywhere(
  { ports, catalogue, articles }: Workplace,
  { tag: tagId, documents }: Params<'library.tag'>,
): Promise<Outcome<Reply<'library.tag'>>> {
  const { person, codebook } = catalogue
  const tag = tagById(codebook, tagId)
  if (!tag || tag.retired) return refuse('invalid', `The codebook does not offer a tag “${tagId}”.`)
  const author: Author = { person, codebook, now: ports.now, newId: ports.newId }
  const done = await sideBySide(documents, 4, async (wanted) => tagOne(articles, author, tag, wanted))
  return ok({
    edits: done.flatMap(({ id, edit }) => (edit ? [{ id, edit }] : [])),
    troubles: done.flatMap(({ id, troubles }) => {
      const title = catalogue.get(id)?.title
      return troubles.map((trouble) => (title === undefined ? trouble : `“${title}”: ${trouble}`))
    }),
  })
}

async function tagOne(
  articles: Articles,
  author: Author,
  tag: Tag,
  { id, ranges }: Wanted,
): Promise<{ readonly id: string; readonly edit: Edit | undefined; readonly troubles: readonly string[] }> {
  const troubles: string[] = []
  const changed = await articles.change(id, ({ state }) => {
    const [fitting, others] = partition(state, ranges)
    troubles.push(...others.map(describe))
    const made = fitting.length > 0 ? tagAll(state, author, tag, fitting.map(spanOf)) : undefined
    if (fitting.length > 0 && !made)
      troubles.push(`All of it is tagged as ${tag.name.toLowerCase()} already.`)
    return made?.edit
  })
  if (!changed.ok) return { id, edit: undefined, troubles: [changed.refusal.message] }
  return { id, edit: changed.value, troubles }
}

function partition({ text }: DocumentState, ranges: readonly Range[]): [Range[], Range[]] {
  const fits = ({ start, end, exact }: Range): boolean => text.slice(start, end) === exact
  return [ranges.filter(fits), ranges.filter((range) => !fits(range))]
}

const spanOf = ({ start, end }: Range) => [{ start, end }]

const describe = ({ start, end, exact }: Range): string =>
  `“${exact.length > 60 ? `${exact.slice(0, 60)}…` : exact}” was not tagged at ${start}–${end}: the text reads otherwise now.`
