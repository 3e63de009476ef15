import type { Annotation } from '../../../core/annotation/annotation'
import type { Link } from '../../../core/annotation/link'
import type { Person } from '../../../core/annotation/set'
import { quoteOf } from '../../../core/annotation/span'
import { type Codebook, tagById } from '../../../core/codebook/codebook'
import type { Answer } from '../../../core/review/answer'
import { type Decision, type SettlementRule, type Verdict, stillSays } from '../../../core/review/verdict'
import type { Exported } from '../codec'
import { inOrder } from '../order'
import type { Entry } from './report-entry'
import { type ArticleFacts, type LinkFacts, linkName, saidOf } from './report-facts'
import { momentInWords } from './report-words'

/** A verdict as reports tell of it: what was judged, whose it was, and what came of it. */
export interface VerdictFacts {
  readonly verdict: Verdict
  /** What was judged, as it was then, in words. */
  readonly judged: string
  /** The same where it is in the report, unless it has changed since. */
  readonly now: Entry | LinkFacts | undefined
  /** Whose it was. */
  readonly whose: Person
  /** What came of it; undefined when nothing did, or when that is gone. */
  readonly result: Entry | LinkFacts | undefined
  readonly answers: readonly Answer[]
}

/**
 * The verdicts on an article, the `index`th of the export: those of which something came in the order of the text, then
 * the others in that order. Verdicts that later ones took the place of are among them.
 */
export function verdictFacts(
  facts: ArticleFacts,
  { documents, codebook }: Exported,
  index: number,
): VerdictFacts[] {
  const { sets, verdicts, answers } = inOrder(documents[index]!.records)
  const found = new Map<string, Entry | LinkFacts>([
    ...facts.entries.map((entry) => [entry.annotation.id, entry] as const),
    ...facts.allLinks.map((link) => [link.link.id, link] as const),
  ])
  const whose = new Map(sets.map(({ id, annotator }) => [id, annotator]))
  const judgedOnce = new Map(verdicts.map(({ judged }) => [judged.id, judged]))
  const answersTo = new Map(verdicts.map(({ id }) => [id, [] as Answer[]]))
  for (const answer of answers) answersTo.get(answer.on)?.push(answer)
  const told = verdicts.map((verdict): VerdictFacts => {
    const { judged, result } = verdict
    const now = found.get(judged.id)
    return {
      verdict,
      judged: judgedInWords(judged, { found, judgedOnce, codebook }),
      now: now && stillSays(verdict, recordOf(now)) ? now : undefined,
      whose: whose.get(judged.set) ?? { id: judged.set, name: judged.set },
      result: result === undefined ? undefined : found.get(result),
      answers: answersTo.get(verdict.id) ?? [],
    }
  })
  const placed = told.map((one) => ({ one, start: startOf(one, found), result: one.verdict.result ?? '' }))
  return placed
    .toSorted(
      (a, b) =>
        Number(!a.one.result) - Number(!b.one.result) ||
        a.start - b.start ||
        (a.result < b.result ? -1 : a.result > b.result ? 1 : 0),
    )
    .map(({ one }) => one)
}

const recordOf = (one: Entry | LinkFacts): Annotation | Link => ('label' in one ? one.annotation : one.link)

type Found = ReadonlyMap<string, Entry | LinkFacts>

/** Where what came of it begins, or what was judged; a link begins with what it leads from. */
function startOf({ verdict, result }: VerdictFacts, found: Found): number {
  const record = result ? recordOf(result) : verdict.judged
  if ('span' in record) return record.span[0]!.start
  const from = found.get(record.from)
  return from && 'label' in from ? from.annotation.span[0]!.start : Infinity
}

interface Known {
  readonly found: Found
  /** What was judged, as it was then, by its id. */
  readonly judgedOnce: ReadonlyMap<string, Annotation | Link>
  readonly codebook: Codebook
}

function judgedInWords(judged: Annotation | Link, known: Known): string {
  const { codebook } = known
  const noted = judged.note === '' ? '' : ` (${judged.note})`
  if (!('span' in judged)) {
    const [from, to] = [judged.from, judged.to].map((id) => endInWords(id, known))
    return `${from!} ${linkName(codebook, judged.type)} ${to!}${noted}`
  }
  const tag = tagById(codebook, judged.tag)
  const said = [...saidOf(judged, tag)].map(([id, value]) => {
    const name = tag?.attributes.find((attribute) => attribute.id === id)?.name ?? id
    return `, ${name}: ${value}`
  })
  return `${tag?.name ?? judged.tag} “${quoteOf(judged.span)}”${said.join('')}${noted}`
}

/** An end of a link, which may be gone: then it may have been judged, and so be known as it was. */
function endInWords(id: string, { found, judgedOnce }: Known): string {
  const entry = found.get(id)
  if (entry && 'label' in entry) return `${entry.label} “${entry.words}”`
  const judged = judgedOnce.get(id)
  return judged && 'span' in judged ? `“${quoteOf(judged.span)}”` : 'what is gone'
}

const DECIDED: Readonly<Record<Decision, string>> = {
  accept: 'Accepted',
  reject: 'Rejected',
  fix: 'Mended',
  discuss: 'To be discussed',
}

/** In the place of what came of it, when that is not in the report; empty when nothing did. */
export const lackInWords = ({ verdict, result }: VerdictFacts): string =>
  verdict.result !== undefined && !result ? 'not here' : ''

export const decisionInWords = ({ verdict }: VerdictFacts): string => DECIDED[verdict.decision]

const RULES: Readonly<Record<SettlementRule, string>> = {
  unanimous: 'By rule: all agree',
  majority: 'By rule: most agree',
  alone: 'By rule: one alone has it',
}

/** By which rule, and why; empty when neither was said. */
export const reasonsInWords = ({ verdict: { rule, reason } }: VerdictFacts): string =>
  [rule === undefined ? '' : RULES[rule], reason].filter((words) => words !== '').join('. ')

export const answersInWords = ({ answers }: VerdictFacts): string =>
  answers
    .map(({ by, kind, words, created }) => {
      const said = words === '' ? '' : `: ${words}`
      return `${by.name} ${kind === 'adopt' ? 'adopts it' : 'objects'}, ${momentInWords(created)}${said}`
    })
    .join('; ')
