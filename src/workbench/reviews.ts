import type { ComparedCase } from '../api/compared-case'
import type { Params, Reply } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import type { Annotation } from '../core/annotation/annotation'
import type { Person } from '../core/annotation/set'
import { quoteOf } from '../core/annotation/span'
import type { Author } from '../core/change/edits'
import type { DocumentState } from '../core/change/state'
import { isAdjudicated } from '../core/review/adjudicated'
import { type Case, compareSets } from '../core/review/cases'
import { type Settlement, type SettlementRules, settle } from '../core/review/settlement'
import { type Review, reviewOf, standingOf } from '../core/review/standing'
import { annotatorNamed, annotatorsNamed, annotatorsOf } from './annotators'
import type { Articles } from './articles'
import type { Catalogue } from './catalogue'
import type { Documents } from './documents'
import type { Ports } from './ports'
import { sideBySide } from './side-by-side'

interface Workplace {
  readonly ports: Pick<Ports, 'now' | 'newId'>
  readonly catalogue: Catalogue
  readonly documents: Documents
  readonly articles: Articles
}

type Settling = Params<'review.settle'>
type Settled = Reply<'review.settle'>

/** Compares what annotators marked in a document. Who has no set there is refused, since nothing is known of them. */
export async function compareAnnotators(
  { documents, catalogue }: Pick<Workplace, 'documents' | 'catalogue'>,
  { document, annotators: wanted }: Params<'review.compare'>,
): Promise<Outcome<Reply<'review.compare'>>> {
  const looked = await documents.look(document)
  if (!looked.ok) return looked
  const { state } = looked.value
  const annotators = severalOf(wanted, annotatorsOf(state.sets.values()))
  if (!annotators.ok) return annotators
  const review = reviewOf(state)
  const ids = annotators.value.map(({ id }) => id)
  const cases = compareSets(state, ids, catalogue.codebook).map((one) => plainCase(one, state, review))
  return ok({ annotators: annotators.value, cases })
}

/** Those who are meant; refuses when it is one person only. */
function severalOf(wanted: readonly string[], people: readonly Person[]): Outcome<Person[]> {
  const found = annotatorsNamed(wanted, people)
  return found.ok && found.value.length < 2
    ? refuse('invalid', `It takes two annotators to compare, and only ${found.value[0]!.name} is named.`)
    : found
}

function plainCase(one: Case, state: DocumentState, review: Review): ComparedCase {
  const { id } = one
  const [differences, missing] = [[...one.differences], [...one.missing]]
  const common = { id, differences, standing: standingOf(one, review), missing }
  if (one.of === 'link') {
    const end = (annotation: string) => told(state.annotations.get(annotation)!)
    const members = [...one.members].map(([annotator, { id: link, type, from, to, note }]) => ({
      annotator,
      id: link,
      type,
      from: end(from),
      to: end(to),
      note,
    }))
    return { kind: 'link', ...common, members }
  }
  const members = [...one.members].map(([annotator, member]) => {
    const { attributes, note } = member
    return { annotator, ...told(member), attributes: { ...attributes }, note }
  })
  return { kind: 'annotation', ...common, members }
}

const told = ({ id, tag, span }: Annotation) => ({
  id,
  tag,
  quote: quoteOf(span),
  ranges: span.map(({ start, end }) => ({ start, end })),
})

/**
 * Settles by rules what is open in documents, one edit a document, by whoever works here. Only those who have a set in a
 * document are compared in it; where that is fewer than two, nothing is settled, because nobody has looked twice.
 */
export async function settleDocuments(
  { ports, catalogue, documents, articles }: Workplace,
  { documents: ids, annotators, rules, rehearse }: Settling,
): Promise<Outcome<Settled>> {
  const entries = ids.length > 0 ? catalogue.find(ids) : ok(catalogue.listed())
  if (!entries.ok) return entries
  const people = await peopleIn(documents, entries.value)
  const meant = meantBy({ annotators, rules }, people)
  if (!meant.ok) return meant
  const { person, codebook } = catalogue
  const author: Author = { person, codebook, now: ports.now, newId: ports.newId }
  const reply: Settled = { documents: [], left: [], troubles: [] }
  const done = await sideBySide(entries.value, 4, async ({ id, title }) => {
    const settled = await settleOne(rehearse ? { documents } : { articles }, author, id, meant.value)
    return { id, title, settled }
  })
  for (const { id, title, settled } of done) {
    if (!settled.ok) reply.troubles.push(`“${title}”: ${settled.refusal.message}`)
    else if (typeof settled.value === 'string') reply.left.push({ id, why: settled.value })
    else reply.documents.push({ id, settled: { ...settled.value.settled }, open: settled.value.open })
  }
  return ok(reply)
}

/** Everybody who has annotated any of these documents; one that cannot be read is told of when its turn comes. */
async function peopleIn(
  documents: Documents,
  entries: readonly { readonly id: string }[],
): Promise<Person[]> {
  const sets = await sideBySide(entries, 4, async ({ id }) => {
    const looked = await documents.look(id)
    return looked.ok ? [...looked.value.state.sets.values()] : []
  })
  return annotatorsOf(sets.flat().filter((set) => !isAdjudicated(set)))
}

interface Meant {
  /** Undefined means everybody. */
  readonly annotators: readonly Person[] | undefined
  readonly rules: SettlementRules
}

function meantBy(
  { annotators: wanted, rules }: Pick<Settling, 'rules'> & { readonly annotators: Settling['annotators'] },
  people: readonly Person[],
): Outcome<Meant> {
  const annotators = wanted ? severalOf(wanted, people) : ok(undefined)
  if (!annotators.ok) return annotators
  const { majority } = rules
  if (rules.alone === undefined) return ok({ annotators: annotators.value, rules: { majority } })
  const alone = annotatorNamed(rules.alone, annotators.value ?? people)
  return alone.ok ? ok({ annotators: annotators.value, rules: { majority, alone: alone.value.id } }) : alone
}

/** Settles one document, or only says how that would go; a sentence when there is nothing to compare in it. */
async function settleOne(
  by: Pick<Workplace, 'articles'> | Pick<Workplace, 'documents'>,
  author: Author,
  id: string,
  meant: Meant,
): Promise<Outcome<Settlement | string>> {
  if ('documents' in by) {
    const looked = await by.documents.look(id)
    return looked.ok ? ok(settlementOf(looked.value.state, author, meant)) : looked
  }
  let settled: Settlement | string = ''
  const changed = await by.articles.change(id, ({ state }) => {
    settled = settlementOf(state, author, meant)
    return typeof settled === 'string' ? undefined : settled.edit
  })
  return changed.ok ? ok(settled) : changed
}

function settlementOf(
  state: DocumentState,
  author: Author,
  { annotators, rules }: Meant,
): Settlement | string {
  const here = annotatorsOf([...state.sets.values()].filter((set) => !isAdjudicated(set)))
  const compared = new Map(
    here.filter(({ id }) => annotators?.some((one) => one.id === id) ?? true).map((one) => [one.id, one]),
  )
  if (compared.size > 1)
    return settle(state, author, compareSets(state, [...compared.keys()], author.codebook), rules)
  const [only] = compared.values()
  const who = only ? `only ${only.name}` : 'nobody'
  return `There is nothing to compare: ${annotators ? 'of those named, ' : ''}${who} has annotated it.`
}
