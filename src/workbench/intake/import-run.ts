import type { Params, Reply } from '../../api/contract'
import { type Outcome, ok, refuse } from '../../base/outcome'
import type { Person } from '../../core/annotation/set'
import type { Edit } from '../../core/change/change'
import { editOf } from '../../core/change/edits'
import { noRecords } from '../../core/change/state'
import type { Codebook } from '../../core/codebook/codebook'
import { plainLabel } from '../../core/codebook/labels'
import { slugOf } from '../../core/codebook/slug'
import { adjudicator } from '../../core/review/adjudicated'
import type { Article } from '../../core/document/article'
import { canonical } from '../../core/document/text'
import type { IncomingDocument, Problem } from '../../formats/sets/incoming'
import type { OurText } from '../../formats/sets/placing'
import type { Announce } from '../announcing'
import type { Articles } from '../articles'
import type { Catalogue } from '../catalogue'
import type { Documents } from '../documents'
import type { Library } from '../library'
import type { LongTask, LongTasks } from '../long-tasks'
import type { OpenDocument } from '../open-document'
import type { Ports } from '../ports'
import { sideBySide } from '../side-by-side'
import { ledgerAt } from './journal-ledger'
import { type Match, Matching, areAlike } from './matching'
import { canMerge } from './merged-plan'
import type { Plan, PlanInput } from './planned'

type Wanted = Params<'sets.import'>
type ToldDocument = Reply<'sets.import'>['documents'][number]

/** So many documents are made at a time: the index is written once for all of them. */
const BATCH = 64
/** So many are worked on at a time: one is synced to disk while another is compared. */
const AT_ONCE = 4
/** So often a document is planned anew when somebody edits it in the meantime. */
const MOST_TRIES = 5
/** So many conflicts, doubtful and refused records of a document are told of; all are counted. */
const MOST_TOLD = 500

export interface ImportServices {
  readonly ports: Pick<Ports, 'store' | 'runTask' | 'now' | 'newId' | 'sha256'>
  readonly catalogue: Catalogue
  readonly documents: Documents
  readonly articles: Articles
  readonly library: Library
  readonly announce: Announce
  readonly tasks: LongTasks
}

/** One import under way. */
export class ImportRun {
  readonly #services: ImportServices
  readonly #wanted: Wanted
  readonly #codebook: Codebook
  readonly #task: LongTask
  readonly #matching: Matching
  readonly #nobody: Person

  constructor(services: ImportServices, wanted: Wanted, codebook: Codebook, task: LongTask) {
    this.#services = services
    this.#wanted = wanted
    this.#codebook = codebook
    this.#task = task
    this.#matching = new Matching(services.catalogue, services.ports.sha256)
    const [file] = wanted.files
    this.#nobody = personNamed(
      wanted.annotator ?? `Import of ${file!.name}`.slice(0, 200),
      services.catalogue,
    )
  }

  /** Every document in turn, each as a whole or not at all; one that cannot be done does not keep the others. */
  async all(
    documents: readonly IncomingDocument[],
  ): Promise<{ readonly documents: ToldDocument[]; readonly problems: Problem[] }> {
    const told: ToldDocument[] = []
    const problems: Problem[] = []
    for (let at = 0; at < documents.length; at += BATCH) {
      const batch = documents.slice(at, at + BATCH)
      const outcomes = this.#task.signal.aborted ? [] : await this.#batch(batch)
      for (const [k, outcome] of outcomes.entries()) {
        if (outcome.ok) told.push(outcome.value)
        else problems.push({ place: batch[k]!.place, message: outcome.refusal.message })
      }
      if (this.#task.signal.aborted) {
        const message = `This was cancelled: ${told.length} of ${documents.length} articles had been done, each as a whole.`
        return { documents: told, problems: [...problems, { place: '', message }] }
      }
      this.#task.progress(at + batch.length, documents.length)
    }
    return { documents: told, problems }
  }

  async #batch(batch: readonly IncomingDocument[]): Promise<Outcome<ToldDocument>[]> {
    const matches = await sideBySide(batch, AT_ONCE, (incoming) => this.#match(incoming))
    if (this.#wanted.rehearse)
      return sideBySide(
        batch.map((incoming, k) => ({ incoming, match: matches[k]! })),
        AT_ONCE,
        async (one) => (one.match.ok ? this.#rehearse(one.incoming, one.match.value) : one.match),
      )
    const fresh = batch.filter((_, k) => {
      const match = matches[k]!
      return match.ok && match.value === undefined
    })
    const made = await this.#make(fresh)
    const work = batch.map((incoming, k) => ({ incoming, match: matches[k]!, made: made.get(incoming) }))
    return sideBySide(work, AT_ONCE, async ({ incoming, match, made: created }) => {
      if (!match.ok) return match
      const here = match.value ? await this.#putBack(match.value) : created!
      if (!here.ok) return here
      const done = await this.#perform(incoming, here.value, match.value)
      return done.ok ? ok(this.#told(incoming, done.value, match.value, here.value)) : done
    })
  }

  async #match(incoming: IncomingDocument): Promise<Outcome<Match | undefined>> {
    const { catalogue, documents } = this.#services
    if (this.#wanted.document !== undefined) {
      const said = catalogue.find([this.#wanted.document])
      return said.ok ? ok({ entry: said.value[0]!, how: 'said' }) : said
    }
    const match = this.#matching.matchOf(incoming)
    if (match && (match.how === 'hash' || incoming.text === undefined)) return ok(match)
    if (match) {
      const looked = await documents.look(match.entry.id)
      if (!looked.ok) return looked
      if (areAlike(incoming.text!, looked.value.state.text)) return ok(match)
    }
    if (incoming.text !== undefined) return ok(undefined)
    const name = incoming.name === '' ? 'that it speaks of' : `“${incoming.name}”`
    return refuse(
      'missing',
      `The article ${name} is not here, and the file does not carry its text. Open the article, then import this again.`,
    )
  }

  async #rehearse(incoming: IncomingDocument, match: Match | undefined): Promise<Outcome<ToldDocument>> {
    if (!match) {
      const { text } = canonical(incoming.text ?? '')
      const ours = { text, crlf: false, same: true }
      const plan = await this.#plan(incoming, ours, { records: noRecords, known: new Map() })
      return plan.ok ? ok(this.#told(incoming, plan.value, match)) : plan
    }
    const looked = await this.#services.documents.look(match.entry.id)
    if (!looked.ok) return looked
    const plan = await this.#planFor(incoming, looked.value, match)
    return plan.ok ? ok(this.#told(incoming, plan.value, match, match.entry.id)) : plan
  }

  /** Plans away from the document's queue and performs in it; what was edited in between is planned again. */
  async #perform(incoming: IncomingDocument, id: string, match: Match | undefined): Promise<Outcome<Plan>> {
    const { documents, articles } = this.#services
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const looked = await documents.look(id)
      if (!looked.ok) return looked
      const { revision } = looked.value
      const plan = await this.#planFor(incoming, looked.value, match)
      if (!plan.ok || plan.value.changes.length === 0) return plan
      const edit = this.#editOf(plan.value)
      const done = await articles.change(id, (now) => (now.revision === revision ? edit : undefined))
      if (!done.ok) return done
      if (done.value) return plan
    }
    return refuse('conflict', 'The article is being edited all the time. Try again when it rests.')
  }

  async #planFor(
    incoming: IncomingDocument,
    { article, state, records, revision }: OpenDocument,
    match: Match | undefined,
  ): Promise<Outcome<Plan>> {
    const ours = {
      text: state.text,
      crlf: article.source.lineEnding === 'crlf',
      same: (match?.how === 'hash' || match === undefined) && state.text === article.text,
    }
    if (!canMerge(incoming, state.text)) return this.#plan(incoming, ours, { records })
    const known = await ledgerAt(this.#services.ports.store, article.id, revision, state)
    return known.ok ? this.#plan(incoming, ours, { records, known: known.value }) : known
  }

  #plan(
    incoming: IncomingDocument,
    ours: OurText,
    here: Pick<PlanInput, 'records' | 'known'>,
  ): Promise<Outcome<Plan>> {
    const { ports, catalogue } = this.#services
    const input: PlanInput = {
      incoming,
      ours,
      ...here,
      codebook: this.#codebook,
      people: peopleOf(incoming, catalogue),
      nobody: this.#nobody,
      taken: this.#wanted.take,
      kept: this.#wanted.keep ?? [],
      now: ports.now(),
    }
    // What is being done is done as a whole: it is stopped between batches.
    return ports.runTask('sets.plan', input, this.#wanted.rehearse ? { signal: this.#task.signal } : {})
  }

  #editOf({ changes, stamps }: Plan): Edit {
    const { ports, catalogue } = this.#services
    const author = { person: catalogue.person, codebook: this.#codebook, now: ports.now, newId: ports.newId }
    if (stamps.length === 0) return editOf(author, 'Import annotations', changes)
    return { ...editOf(author, 'Merge annotations', changes), stamps: [...stamps] }
  }

  /** A document that was taken out of the list comes back into it. */
  async #putBack({ entry }: Match): Promise<Outcome<string>> {
    if (entry.removed === undefined) return ok(entry.id)
    const back = await this.#services.library.restore({ ids: [entry.id] })
    return back.ok ? ok(entry.id) : back
  }

  /** Makes documents of those whose text is not here; of several with one text, one. */
  async #make(fresh: readonly IncomingDocument[]): Promise<Map<IncomingDocument, Outcome<string>>> {
    const { library } = this.#services
    const articles = fresh.filter(({ article }) => article !== undefined)
    // Several people's bundles of one article bring it several times.
    const once: Article[] = []
    const places = new Map<string, number>()
    for (const { article } of articles)
      if (!places.has(article!.text)) places.set(article!.text, once.push(article!) - 1)
    const texts = fresh.filter(({ article }) => article === undefined)
    const adopted = await library.adopt(once)
    const added = await library.addTexts(texts.map(({ name, text }) => ({ name, text: text! })))
    return new Map([
      ...articles.map((incoming) => [incoming, adopted[places.get(incoming.article!.text)!]!] as const),
      ...texts.map((incoming, k) => [incoming, added[k]!] as const),
    ])
  }

  #told(incoming: IncomingDocument, plan: Plan, match: Match | undefined, id?: string): ToldDocument {
    const { added, changed, removed, same, unseen, conflicts, doubtful, refused, remarks } = plan
    const title = (id === undefined ? undefined : this.#services.catalogue.get(id)?.title) ?? incoming.name
    return {
      ...(id === undefined ? {} : { id }),
      title: title === '' ? 'An article without a name' : title,
      how: match?.how ?? 'new',
      added,
      changed,
      removed,
      same,
      unseen,
      conflicts: { count: conflicts.length, first: conflicts.slice(0, MOST_TOLD) },
      doubtful: { count: doubtful.length, first: doubtful.slice(0, MOST_TOLD) },
      refused: { count: refused.length, first: refused.slice(0, MOST_TOLD) },
      remarks: [...remarks],
    }
  }
}

/** Who the annotators of a file are here. Ids count where the file is one of ours; elsewhere the name is all there is. */
function peopleOf({ annotators, sets }: IncomingDocument, catalogue: Catalogue): Record<string, Person> {
  const people = annotators.map((person): [string, Person] => [
    person.id,
    sets ? person : personNamed(person.name, catalogue),
  ])
  return Object.fromEntries(people)
}

/** The same name is the same person in every import, so that importing twice finds what is here. */
function personNamed(name: string, { person }: Pick<Catalogue, 'person'>): Person {
  if (plainLabel(name) === plainLabel(person.name)) return person
  if (plainLabel(name) === plainLabel(adjudicator.name)) return adjudicator
  return { id: `named-${slugOf(name).slice(0, 150) || 'nobody'}`, name }
}
