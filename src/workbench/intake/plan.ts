import { equal } from '../../base/equal'
import type { NewId } from '../../base/id'
import type { Interval } from '../../base/intervals'
import { type Annotation, annotation as annotationSchema } from '../../core/annotation/annotation'
import { type Comment, comment as commentSchema } from '../../core/annotation/comment'
import { type Link, link as linkSchema } from '../../core/annotation/link'
import { sameRanges } from '../../core/annotation/ranges'
import type { AnnotationSet } from '../../core/annotation/set'
import { type Span, describeSpan, isExact, quoteOf } from '../../core/annotation/span'
import type { Change } from '../../core/change/change'
import type { AttributeValue } from '../../core/codebook/attribute'
import type { Tag } from '../../core/codebook/codebook'
import { linkTypeNamed, named, tagNamed, valueMeant } from '../../core/codebook/labels'
import { joiningOf } from '../../core/codebook/link-rules'
import type { Answer } from '../../core/review/answer'
import type { Verdict } from '../../core/review/verdict'
import type { IncomingAnnotation, IncomingComment, IncomingLink, Problem } from '../../formats/sets/incoming'
import { type Placed, placeAll } from '../../formats/sets/placing'
import { placeIn } from '../../formats/sets/problems'
import { mergedPlan } from './merged-plan'
import type { Doubtful, Plan, PlanInput, Tally } from './planned'
import { RecordsHere, signed } from './records-here'

export type { Plan, PlanInput } from './planned'

/**
 * Merges what a file knows of a document with what is known here, or where that cannot be compares what it says with
 * what is here. Pure: nothing happens before the changes are performed.
 */
export const planOf = (input: PlanInput, newId: NewId): Plan =>
  mergedPlan(input, newId) ?? new Planning(input, newId).plan()

/** One run through a document of a file. */
class Planning {
  readonly #in: PlanInput
  readonly #newId: NewId
  readonly #changes: Change[] = []
  readonly #tallies = { added: tally(), changed: tally(), same: tally() }
  readonly #doubtful: Doubtful[] = []
  readonly #refused: Problem[] = []
  readonly #sets: Map<string, AnnotationSet>
  readonly #begun: Change[] = []
  /** Ours by the id in the file. */
  readonly #annotations = new Map<string, Annotation>()
  readonly #links = new Map<string, Link>()
  /** Ids of the verdicts that are taken; they are the same in every workspace. */
  readonly #verdicts = new Set<string>()
  readonly #here: RecordsHere

  constructor(input: PlanInput, newId: NewId) {
    this.#in = input
    this.#newId = newId
    this.#sets = new Map(input.records.sets.map((set) => [set.annotator.id, set]))
    this.#here = new RecordsHere(input.records)
  }

  plan(): Plan {
    const { incoming, ours } = this.#in
    const { places, remarks } = placeAll(incoming, ours)
    incoming.annotations.forEach((annotation, k) => this.#annotation(annotation, places[k]!))
    for (const link of incoming.links) this.#link(link)
    for (const comment of incoming.comments) this.#comment(comment)
    for (const verdict of incoming.verdicts ?? []) this.#verdict(verdict)
    for (const answer of incoming.answers ?? []) this.#answer(answer)
    return {
      changes: [...this.#begun, ...this.#changes],
      stamps: [],
      ...this.#tallies,
      removed: tally(),
      unseen: 0,
      conflicts: [],
      doubtful: this.#doubtful,
      refused: this.#refused,
      remarks,
    }
  }

  #annotation(from: IncomingAnnotation, placed: Placed): void {
    const { ours, codebook, taken } = this.#in
    const tag = tagNamed(codebook, from.tag)
    if (!tag) return this.#refuse(from.place, `It is left out, as everything with the label “${from.tag}”.`)
    if (placed.how === 'lost') return this.#refuse(from.place, `${quoted(from)}${placed.why}`)
    if (placed.how === 'doubtful' && !taken.includes(from.place)) {
      this.#doubtful.push(doubtOf(from, tag, placed, ours.text))
      return
    }
    const set = this.#setOf(from.annotator)
    const span = spanOf(from, placed.ranges, ours.text)
    const before = this.#here.annotation(this.#keptId(from.id), set, tag.id, span)
    const record: Annotation = {
      id: before?.id ?? this.#idFor('ann', from.id, set),
      set: set.id,
      tag: tag.id,
      span: before && sameRanges(before.span, span) ? before.span : span,
      note: from.note ?? before?.note ?? '',
      attributes: attributesOf(tag, from, before, this.#in.incoming.article !== undefined),
      codebook:
        before && before.tag === tag.id
          ? before.codebook
          : Math.min(from.codebook ?? Infinity, codebook.version),
      ...datesOf(from, before, this.#in.now),
    }
    const checked = annotationSchema.safeParse(record)
    if (!checked.success) return this.#refuse(from.place, sentenceOf(checked.error))
    this.#annotations.set(from.id, this.#put('annotation', 'annotations', before, record))
  }

  #link(from: IncomingLink): void {
    const ends = [from.from, from.to].map((end) => this.#annotations.get(end))
    const [start, end] = ends
    if (!start || !end) return this.#refuse(from.place, 'An annotation that it links is not taken.')
    const type = linkTypeNamed(this.#in.codebook, from.type)
    if (!type) return this.#refuse(from.place, `No link type is called “${from.type}”.`)
    const turned = joiningOf(type, start.tag, end.tag)?.turned === true
    const [first, second] = turned ? [end, start] : [start, end]
    if (first.id === second.id) return this.#refuse(from.place, 'It links an annotation to itself.')
    const set = this.#setOf(from.annotator)
    const before = this.#here.link(this.#keptId(from.id), set, type.id, first.id, second.id)
    const record: Link = {
      id: before?.id ?? this.#idFor('link', from.id, set),
      set: set.id,
      type: type.id,
      from: first.id,
      to: second.id,
      note: from.note ?? before?.note ?? '',
      ...datesOf(from, before, this.#in.now),
    }
    const checked = linkSchema.safeParse(record)
    if (!checked.success) return this.#refuse(from.place, sentenceOf(checked.error))
    this.#links.set(from.id, this.#put('link', 'links', before, record))
  }

  #comment(from: IncomingComment): void {
    const on = this.#annotations.get(from.on)?.id ?? this.#links.get(from.on)?.id
    if (on === undefined) return this.#refuse(from.place, 'What it is on is not taken.')
    const author = from.author ?? this.#in.nobody
    const before = this.#here.comment(this.#keptId(from.id), on, author, from.words)
    const record: Comment = {
      id: before?.id ?? this.#freshId('comment', this.#keptId(from.id)),
      on,
      author: before?.author ?? author,
      words: from.words,
      ...(from.resolves ? { resolves: true as const } : {}),
      ...datesOf(from, before, this.#in.now),
    }
    const checked = commentSchema.safeParse(record)
    if (!checked.success) return this.#refuse(from.place, sentenceOf(checked.error))
    this.#put('comment', 'comments', before, record)
  }

  /** What was judged may be gone or be another's by now; the verdict brings along what it was about. */
  #verdict(placed: Verdict & { readonly place: string }): void {
    const { incoming } = this.#in
    const { place: _, ...from } = placed
    const judge = incoming.sets?.find(({ id }) => id === from.judged.set)?.annotator.id
    const set = judge === undefined ? undefined : this.#setOf(judge)
    const here = this.#annotations.get(from.judged.id) ?? this.#links.get(from.judged.id)
    const result =
      from.result === undefined
        ? undefined
        : (this.#annotations.get(from.result) ?? this.#links.get(from.result))?.id
    const judged = { ...from.judged, id: here?.id ?? from.judged.id, set: set?.id ?? from.judged.set }
    const { result: _result, ...rest } = from
    const record = { ...rest, judged, ...(result === undefined ? {} : { result }) } as Verdict
    const before = this.#in.records.verdicts.find(({ id }) => id === from.id)
    this.#verdicts.add(from.id)
    this.#put('verdict', 'verdicts', before, record)
  }

  #answer({ place, ...record }: Answer & { readonly place: string }): void {
    if (!this.#verdicts.has(record.on))
      return this.#refuse(place, 'The verdict that it answers is not taken.')
    const before = this.#in.records.answers.find(({ id }) => id === record.id)
    this.#put('answer', 'answers', before, record)
  }

  /** Adds or replaces a record, or finds that it is here just so; gives the one that is here then. */
  #put<R extends Annotation | Link | Comment | Verdict | Answer>(
    of: 'annotation' | 'link' | 'comment' | 'verdict' | 'answer',
    kind: keyof Tally,
    before: R | undefined,
    record: R,
  ): R {
    const { added, changed, same } = this.#tallies
    if (before && equal({ ...before, modified: '' }, { ...record, modified: '' })) {
      same[kind]++
      return before
    }
    if (before) changed[kind]++
    else added[kind]++
    const change = before ? { of, kind: 'replace', from: before, to: record } : { of, kind: 'add', record }
    this.#changes.push(change as Change)
    return record
  }

  #setOf(annotator: string | undefined): AnnotationSet {
    const { people, nobody, incoming, codebook, now } = this.#in
    const person = (annotator === undefined ? undefined : people[annotator]) ?? nobody
    const known = this.#sets.get(person.id)
    if (known) return known
    const theirs = incoming.sets?.find((set) => set.annotator.id === annotator)
    const set: AnnotationSet = {
      id: this.#freshId('set', theirs?.id),
      annotator: person,
      codebook: codebook.id,
      created: theirs?.created ?? now,
    }
    this.#sets.set(person.id, set)
    this.#begun.push({ of: 'set', kind: 'add', record: set })
    return set
  }

  #keptId(id: string): string | undefined {
    return this.#in.incoming.ids === 'kept' ? id : undefined
  }

  /** The id in the file, or with whose it is where another annotator's record has it already. */
  #idFor(kind: 'ann' | 'link', id: string, set: AnnotationSet): string {
    const kept = this.#keptId(id)
    if (kept === undefined) return this.#freshId(kind, undefined)
    return this.#here.has(kept) ? this.#freshId(kind, signed(kept, set)) : this.#freshId(kind, kept)
  }

  #freshId(kind: string, wanted: string | undefined): string {
    const id = wanted === undefined || this.#here.has(wanted) ? this.#newId(kind) : wanted
    this.#here.take(id)
    return id
  }

  #refuse(place: string, message: string): void {
    this.#refused.push({ place, message })
  }
}

const tally = (): Tally => ({ annotations: 0, links: 0, comments: 0, verdicts: 0, answers: 0 })

/** The span as the file has it, where it is one of ours; otherwise described anew. */
function spanOf({ pieces }: IncomingAnnotation, ranges: readonly Interval[], text: string): Span {
  const whole = pieces.flatMap(({ start, end, exact, prefix, suffix }) =>
    start === undefined ||
    end === undefined ||
    exact === undefined ||
    prefix === undefined ||
    suffix === undefined
      ? []
      : [{ start, end, exact, prefix, suffix }],
  )
  return sameRanges(whole, ranges) && isExact(text, whole) ? whole : describeSpan(text, ranges)
}

/** What is said of it, by ids of the codebook. Another tool's file does not take away what it has no place for. */
function attributesOf(
  tag: Tag,
  { attributes = {} }: IncomingAnnotation,
  before: Annotation | undefined,
  complete: boolean,
): Annotation['attributes'] {
  const said = Object.entries(attributes).map(([name, value]): [string, AttributeValue] => {
    const known = named(tag.attributes, name)
    // A file of ours has values as they are given here; elsewhere they may be names of options, or numbers in words.
    return [known?.id ?? name, (complete ? undefined : known && valueMeant(known, value)) ?? value]
  })
  return { ...(complete ? {} : before?.attributes), ...Object.fromEntries(said) }
}

function datesOf(
  { created, modified }: Pick<IncomingAnnotation, 'created' | 'modified'>,
  before: Pick<Annotation, 'created' | 'modified'> | undefined,
  now: string,
): Pick<Annotation, 'created' | 'modified'> {
  const begun = before?.created ?? created ?? now
  return { created: begun, modified: modified ?? (before ? now : begun) }
}

const AROUND = 40

function doubtOf(
  { place }: IncomingAnnotation,
  tag: Tag,
  placed: Extract<Placed, { readonly how: 'doubtful' }>,
  text: string,
): Doubtful {
  const span = describeSpan(text, placed.ranges)
  const { start } = placed.ranges[0]!
  const { end } = placed.ranges.at(-1)!
  return {
    place,
    tag: tag.name,
    words: quoteOf(span),
    before: text.slice(Math.max(0, start - AROUND), start).toWellFormed(),
    after: text.slice(end, end + AROUND).toWellFormed(),
    why: placed.why,
  }
}

function quoted({ pieces }: IncomingAnnotation): string {
  const words = pieces.flatMap(({ exact }) => exact ?? []).join(' … ')
  return words === '' ? '' : `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}”: `
}

function sentenceOf({
  issues,
}: {
  readonly issues: readonly { path: PropertyKey[]; message: string }[]
}): string {
  const { path, message } = issues[0]!
  return `${placeIn('', path)}: ${message}.`
}
