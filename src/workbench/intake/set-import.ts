import type { Params, Reply } from '../../api/contract'
import { type Outcome, ok, refuse } from '../../base/outcome'
import type { Person } from '../../core/annotation/set'
import type { Edit } from '../../core/change/change'
import { editOf } from '../../core/change/edits'
import { type Records, noRecords } from '../../core/change/state'
import { type Codebook, codebook as codebookSchema } from '../../core/codebook/codebook'
import { plainLabel, tagNamed } from '../../core/codebook/labels'
import { slugOf } from '../../core/codebook/slug'
import { problemsOfNext } from '../../core/codebook/succession'
import { canonical } from '../../core/document/text'
import { type Counts, countLabels } from '../../formats/sets/counts'
import type { IncomingDocument } from '../../formats/sets/incoming'
import type { OurText } from '../../formats/sets/placing'
import type { Announce } from '../announcing'
import type { Articles } from '../articles'
import type { Catalogue } from '../catalogue'
import type { Documents } from '../documents'
import type { Library } from '../library'
import type { OpenDocument } from '../open-document'
import type { Ports } from '../ports'
import { extendedCodebook } from './extended-codebook'
import { type Match, areAlike, matchOf } from './matching'
import type { Plan, PlanInput } from './plan'
import { relabelled } from './relabelled'

type Wanted = Params<'sets.import'>
type Told = Reply<'sets.import'>
type ToldDocument = Told['documents'][number]

/** So often a document is planned anew when somebody edits it in the meantime. */
const MOST_TRIES = 5
/** So many doubtful and refused records of a document are told of; all are counted. */
const MOST_TOLD = 500

export interface ImportServices {
  readonly ports: Pick<Ports, 'store' | 'runTask' | 'now' | 'newId' | 'sha256'>
  readonly catalogue: Catalogue
  readonly documents: Documents
  readonly articles: Articles
  readonly library: Library
  readonly announce: Announce
  readonly closing: AbortSignal
}

/**
 * Takes annotation sets in from files: what they say is compared with what is here, and only the difference is done.
 * A rehearsal tells the same and does nothing.
 */
export async function importSets(services: ImportServices, wanted: Wanted): Promise<Outcome<Told>> {
  const { ports, catalogue, closing } = services
  const { files, format, labels } = wanted
  const read = await ports.runTask('sets.read', { files, ...(format ? { format } : {}) }, { signal: closing })
  if (!read.ok) return read
  const counts = countLabels(read.value)
  const sets = relabelled(read.value, new Map(labels.map(({ label, tag }) => [label, tag])))
  const before = catalogue.codebook
  const extended = extendedCodebook(before, sets, ports.store.preferences.keys)
  const trouble = troubleWith(before, extended.codebook, counts)
  if (trouble !== undefined) return refuse('invalid', trouble)
  if (!wanted.rehearse && extended.added.length > 0) {
    const saved = await catalogue.succeed(extended.codebook)
    if (!saved.ok) return saved
    services.announce('codebook.changed', { codebook: extended.codebook, earlier: [...catalogue.earlier] })
  }
  const run = new Run(services, wanted, extended.codebook)
  const documents: ToldDocument[] = []
  const problems = [...sets.problems]
  for (const document of sets.documents) {
    const told = await run.document(document)
    if (told.ok) documents.push(told.value)
    else if (told.refusal.code === 'cancelled') return told
    else problems.push({ place: document.place, message: told.refusal.message })
  }
  return ok({
    format: sets.format,
    documents,
    codebook: [...extended.added],
    labels: counts.map(({ label, count }) => {
      const tag = tagNamed(before, label)?.id
      return { label, count, ...(tag === undefined ? {} : { tag }) }
    }),
    nameless: sum(
      sets.documents.map(
        ({ annotations, links: between }) =>
          [...annotations, ...between].filter(({ annotator }) => annotator === undefined).length,
      ),
    ),
    problems,
    remarks: [...sets.remarks],
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** What of the annotations' codebook cannot be, as a sentence. */
function troubleWith(before: Codebook, next: Codebook, labels: readonly Counts[]): string | undefined {
  if (next === before) return undefined
  if (next.tags.length > MOST_TAGS)
    return `The files have ${labels.length} different labels; a codebook holds ${MOST_TAGS} tags. Say which tags they are, or leave some out.`
  const parsed = codebookSchema.safeParse(next)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    return `The codebook cannot take in what the files need: ${path.join('.')}: ${message}.`
  }
  const problems = problemsOfNext(before, next)
  return problems.length > 0
    ? `The codebook cannot take in what the files need. ${problems.join(' ')}`
    : undefined
}

const MOST_TAGS = 100

/** One import under way. */
class Run {
  readonly #services: ImportServices
  readonly #wanted: Wanted
  readonly #codebook: Codebook
  readonly #nobody: Person

  constructor(services: ImportServices, wanted: Wanted, codebook: Codebook) {
    this.#services = services
    this.#wanted = wanted
    this.#codebook = codebook
    const [file] = wanted.files
    this.#nobody = personNamed(
      wanted.annotator ?? `Import of ${file!.name}`.slice(0, 200),
      services.catalogue,
    )
  }

  async document(incoming: IncomingDocument): Promise<Outcome<ToldDocument>> {
    const match = await this.#match(incoming)
    if (!match.ok) return match
    if (this.#wanted.rehearse) return this.#rehearse(incoming, match.value)
    const here = match.value ? await this.#putBack(match.value) : await this.#create(incoming)
    if (!here.ok) return here
    const done = await this.#perform(incoming, here.value, match.value)
    return done.ok ? ok(this.#told(incoming, done.value, match.value, here.value)) : done
  }

  async #match(incoming: IncomingDocument): Promise<Outcome<Match | undefined>> {
    const { catalogue, documents, ports } = this.#services
    const match = matchOf(incoming, catalogue, ports.sha256)
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
      const plan = await this.#plan(incoming, { text, crlf: false, same: true }, noRecords)
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

  #planFor(
    incoming: IncomingDocument,
    { article, state, records }: OpenDocument,
    match: Match | undefined,
  ): Promise<Outcome<Plan>> {
    const ours = {
      text: state.text,
      crlf: article.source.lineEnding === 'crlf',
      same: match?.how !== 'name' && state.text === article.text,
    }
    return this.#plan(incoming, ours, records)
  }

  #plan(incoming: IncomingDocument, ours: OurText, records: Records): Promise<Outcome<Plan>> {
    const { ports, catalogue, closing } = this.#services
    const input: PlanInput = {
      incoming,
      ours,
      records,
      codebook: this.#codebook,
      people: peopleOf(incoming, catalogue),
      nobody: this.#nobody,
      taken: this.#wanted.take,
      now: ports.now(),
    }
    return ports.runTask('sets.plan', input, { signal: closing })
  }

  #editOf({ changes }: Plan): Edit {
    const { ports, catalogue } = this.#services
    const author = { person: catalogue.person, codebook: this.#codebook, now: ports.now, newId: ports.newId }
    return editOf(author, 'Import annotations', changes)
  }

  /** A document that was taken out of the list comes back into it. */
  async #putBack({ entry }: Match): Promise<Outcome<string>> {
    if (entry.removed === undefined) return ok(entry.id)
    const back = await this.#services.library.restore({ ids: [entry.id] })
    return back.ok ? ok(entry.id) : back
  }

  #create(incoming: IncomingDocument): Promise<Outcome<string>> {
    const { library } = this.#services
    const bytes = new TextEncoder().encode(incoming.text)
    if (incoming.article) return library.adopt(incoming.article, bytes)
    return library.addText(incoming.name, bytes)
  }

  #told(incoming: IncomingDocument, plan: Plan, match: Match | undefined, id?: string): ToldDocument {
    const { added, changed, same, doubtful, refused, remarks } = plan
    const title = (id === undefined ? undefined : this.#services.catalogue.get(id)?.title) ?? incoming.name
    return {
      ...(id === undefined ? {} : { id }),
      title: title === '' ? 'An article without a name' : title,
      how: match?.how ?? 'new',
      added,
      changed,
      same,
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
  return { id: `named-${slugOf(name).slice(0, 150) || 'nobody'}`, name }
}
