import { id as idSchema } from '../../../base/id'
import { type Outcome, ok, refuse } from '../../../base/outcome'
import type { Person } from '../../../core/annotation/set'
import type { Unit } from '../../../core/document/offsets'
import type {
  IncomingAnnotation,
  IncomingComment,
  IncomingDocument,
  IncomingLink,
  IncomingPiece,
  IncomingSets,
} from '../incoming'
import { Problems } from '../problems'
import type { SetFile } from '../set-file'
import { sound } from '../sound'
import { type WebAnnotation, webAnnotation } from './w3c-annotation'
import { type Found, annotationsIn, isW3c } from './w3c-collection'
import { annotationId, fieldOf, idsInUrn, iriOf, lastOf } from './w3c-json'

/** What is known of one document while its annotations are gathered. */
interface Draft {
  readonly place: string
  readonly id?: string
  readonly name: string
  readonly annotators: Map<string, Person>
  readonly annotations: IncomingAnnotation[]
  readonly links: IncomingLink[]
  readonly comments: IncomingComment[]
  madeUp: number
}

interface Told {
  readonly place: string
  readonly web: WebAnnotation
}

/**
 * Reads Web Annotations: collections, pages, arrays and single ones, those of Recogito and Hypothesis among them. They
 * are grouped by the source of their targets. Several targets are the pieces of one span when Assay wrote them, and one
 * annotation each otherwise, as the Recommendation has it; several tags are one annotation each. An annotation about
 * annotations is a link when its motivation is linking, and otherwise a comment.
 */
export function readW3c(files: readonly SetFile[]): Outcome<IncomingSets> {
  const problems = new Problems()
  const gathering = new Gathering(problems)
  let annotations = 0
  for (const file of files) {
    const json = file.json
    if (!json.ok) {
      if (files.length === 1) return json
      problems.add(file.name, json.refusal.message)
      continue
    }
    const found = annotationsIn(json.value, files.length > 1 ? file.name : '', problems)
    annotations += found.length
    gathering.take(file, json.value, found)
  }
  if (annotations === 0 && !files.some(isW3c))
    return refuse('invalid', `${files.map(({ name }) => `“${name}”`).join(', ')} holds no Web Annotations.`)
  return ok(gathering.sets())
}

class Gathering {
  readonly #problems: Problems
  readonly #drafts = new Map<string, Draft>()
  readonly #titles = new Map<string, string>()
  /** Where the annotations, links and comments of the files are, by the names that they have there. */
  readonly #known = new Map<string, { readonly draft: Draft; readonly id: string }>()
  readonly #later: Told[] = []
  readonly #counts = new Map<Remark, number>()
  #unit: Unit = 'code-points'

  constructor(problems: Problems) {
    this.#problems = problems
  }

  take(file: SetFile, value: unknown, found: readonly Found[]): void {
    if (fieldOf(value, 'urn:assay:offsets') === 'utf-16') this.#unit = 'utf-16'
    const label = fieldOf(value, 'label')
    const documents = idsInUrn('collection', iriOf(value))?.slice(1) ?? []
    const titles = typeof label !== 'string' ? [] : documents.length === 1 ? [label] : label.split('; ')
    if (titles.length === documents.length) documents.forEach((id, k) => this.#titles.set(id, titles[k]!))
    for (const { raw, place } of found) {
      if (fieldOf(raw, 'target') === undefined)
        this.#problems.add(place, 'It is no Web Annotation: it has no target.')
      else this.#takeOne(file, { place, web: webAnnotation(raw) })
    }
  }

  #takeOne(file: SetFile, told: Told): void {
    const { web, place } = told
    if (web.targets.every(({ selects }) => !selects)) this.#later.push(told)
    else this.#annotations(file, told)
    if (web.strange > 0) this.#problems.add(place, 'A body of it is neither words nor the name of anything.')
  }

  #annotations(file: SetFile, { web, place }: Told): void {
    const { labels, targets, note, attributes } = web
    if (targets.some(({ refined }) => refined)) this.#count(REFINED)
    if (targets.some(({ unplaced }) => unplaced)) this.#count(UNPLACED)
    if (targets.some(({ selects, pieces }) => !selects || pieces.length === 0))
      this.#problems.add(place, 'A target of it selects nothing by words or by position.')
    const placed = targets.filter(({ pieces }) => pieces.length > 0)
    if (placed.length === 0) return
    const pieces = placed.map((target) => target.pieces)
    const spans = web.ours ? [pieces.flat()] : pieces
    if (spans.length > 1) this.#count(TARGETS)
    if (labels.length > 1) this.#count(TAGS)
    if (labels.length === 0) this.#count(UNTAGGED)
    if (web.ends.length > 0) this.#count(ENDS)
    const tags =
      labels.length > 0 ? labels : [web.motivations[0] ?? (note === '' ? 'highlighting' : 'commenting')]
    let nth = 0
    spans.forEach((span, k) => {
      const draft = this.#draft(file, placed[k]!.source, web)
      for (const tag of tags) {
        draft.annotations.push({
          ...this.#record(draft, { web, place }, nth++),
          tag,
          pieces: inTextOrder(span),
          ...(note === '' ? {} : { note }),
          ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
        })
      }
    })
  }

  /** A link has its first end as its target, or both, as in Recogito; each further end is a link of its own. */
  #link(told: Told): void {
    const { web, place } = told
    const targets = web.targets.flatMap(({ source }) => source ?? [])
    const both = web.ends.length === 0
    const [from, ...others] = targets
    const ends = both ? others : web.ends
    if (from === undefined || ends.length === 0)
      return this.#problems.add(place, 'It is a link, and only one of its ends is named.')
    if (!both && others.length > 0)
      this.#problems.add(place, 'It links from several annotations; the first was taken.')
    ends.forEach((to, nth) => {
      const one = this.#known.get(from)
      const other = this.#known.get(to)
      const draft = (one ?? other)?.draft
      if (!draft || (other && other.draft !== draft)) {
        const why = draft
          ? 'It links annotations of two documents, which cannot be held here.'
          : `It links “${from.slice(0, 200)}”, which is no annotation in the file.`
        return this.#problems.add(place, why)
      }
      draft.links.push({
        ...this.#record(draft, told, nth),
        type: web.labels[0] ?? 'linking',
        from: one?.id ?? annotationId(from),
        to: other?.id ?? annotationId(to),
        ...(web.note === '' ? {} : { note: web.note }),
      })
    })
  }

  /** What selects nothing and is about an annotation answers it. */
  #comment({ web, place }: Told): void {
    const about = [...web.references, ...web.targets.flatMap(({ source }) => source ?? [])]
      .map((iri) => this.#known.get(iri))
      .find((one) => one !== undefined)
    if (!about) return this.#problems.add(place, 'It is on a whole document, not on words of it.')
    const { draft, id: on } = about
    if (web.note === '') return this.#problems.add(place, 'It is a comment without words.')
    const { id, created, modified } = this.#record(draft, { web, place }, 0)
    if (web.iri !== undefined) this.#known.set(web.iri, { draft, id: on })
    draft.comments.push({
      place,
      id,
      on,
      words: web.note,
      ...(web.creator ? { author: web.creator } : {}),
      ...(created === undefined ? {} : { created }),
      ...(modified === undefined ? {} : { modified }),
    })
  }

  /** What all records have in common; `nth` tells apart those that are made of one. */
  #record(draft: Draft, { web, place }: Told, nth: number) {
    const { iri, id: given, creator, created, modified } = web
    const own = given !== undefined && idSchema.safeParse(given).success
    if (!own) draft.madeUp++
    const id = !own ? String(draft.madeUp) : nth === 0 ? given : `${given}#${nth + 1}`
    if (iri !== undefined && !this.#known.has(iri)) this.#known.set(iri, { draft, id })
    if (creator && !draft.annotators.has(creator.id)) draft.annotators.set(creator.id, creator)
    return {
      place,
      id,
      ...(creator ? { annotator: creator.id } : {}),
      ...(created === undefined ? {} : { created }),
      ...(modified === undefined ? {} : { modified }),
    }
  }

  #draft(file: SetFile, source: string | undefined, { title }: WebAnnotation): Draft {
    const key = JSON.stringify(source ?? [file.name])
    const known = this.#drafts.get(key)
    if (known) return known
    const id = idsInUrn('document', source)?.[0]
    const draft: Draft = {
      place: source ?? file.name,
      ...(id !== undefined && idSchema.safeParse(id).success ? { id } : {}),
      name: this.#titles.get(id ?? '') ?? title ?? (source === undefined ? file.stem : lastOf(source)),
      annotators: new Map(),
      annotations: [],
      links: [],
      comments: [],
      madeUp: 0,
    }
    this.#drafts.set(key, draft)
    return draft
  }

  #count(remark: Remark): void {
    this.#counts.set(remark, (this.#counts.get(remark) ?? 0) + 1)
  }

  sets(): IncomingSets {
    for (const told of this.#later.filter(isLink)) this.#link(told)
    for (const told of this.#later.filter((one) => !isLink(one))) this.#comment(told)
    const units: Unit[] = this.#unit === 'utf-16' ? ['utf-16', 'code-points'] : ['code-points', 'utf-16']
    const documents = [...this.#drafts.values()].map(({ madeUp, annotators, ...draft }): IncomingDocument =>
      sound(
        { ...draft, units, ids: madeUp > 0 ? 'made-up' : 'kept', annotators: [...annotators.values()] },
        this.#problems,
      ),
    )
    const remarks = [...this.#counts].map(([[one, many], count]) =>
      count === 1 ? `1 annotation ${one}` : `${count} annotations ${many}`,
    )
    return { documents, problems: this.#problems.list, remarks }
  }
}

const isLink = ({ web }: Told): boolean => web.motivations.includes('linking')

/** How a sentence goes on that begins with “1 annotation” or with “2 annotations”. */
type Remark = readonly [one: string, many: string]

const REFINED: Remark = [
  'has selectors that refine others, which were passed over.',
  'have selectors that refine others, which were passed over.',
]
const TARGETS: Remark = [
  'has several targets and became one annotation for each.',
  'have several targets and became one annotation for each.',
]
const TAGS: Remark = [
  'has several tags and became one annotation for each.',
  'have several tags and became one annotation for each.',
]
const UNTAGGED: Remark = [
  'has no tag and is called by its motivation.',
  'have no tag and are called by their motivations.',
]
const ENDS: Remark = [
  'has a body that is another resource, which was passed over.',
  'have bodies that are other resources, which were passed over.',
]
const UNPLACED: Remark = [
  'has a position that is no range; its words alone are used.',
  'have positions that are no ranges; their words alone are used.',
]

const inTextOrder = (pieces: readonly IncomingPiece[]): readonly IncomingPiece[] =>
  pieces.every(({ start }) => start !== undefined) ? pieces.toSorted((a, b) => a.start! - b.start!) : pieces
