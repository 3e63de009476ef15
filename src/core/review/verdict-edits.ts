import { type Outcome, ok } from '../../base/outcome'
import type { Annotation } from '../annotation/annotation'
import type { Link } from '../annotation/link'
import type { Change, Edit } from '../change/change'
import { type Author, editOf, replaced, untag } from '../change/edits'
import type { DocumentState } from '../change/state'
import { unlink } from '../change/edit-links'
import type { Answer } from './answer'
import { type Case, sayTheSame } from './cases'
import { Judging, type Ruling } from './judging'
import { reviewOf } from './standing'
import type { Decision, Verdict } from './verdict'

const NAMES: Readonly<Record<Decision, string>> = {
  accept: 'Accept',
  reject: 'Reject',
  fix: 'Mend',
  discuss: 'Discuss',
}

/** The edit that rules on one of these cases; `called` is what it is about: “claim”. */
export function judge(
  state: DocumentState,
  author: Author,
  cases: readonly Case[],
  one: Case,
  ruling: Ruling,
  called: string,
): Outcome<{ readonly edit: Edit; readonly result: string | undefined }> {
  const judging = new Judging(state, author, cases)
  const done = judging.rule(one, ruling)
  if (!done.ok) return done
  const [first] = one.members.values()
  const result = judging.resultOf(first!.id)?.id
  return ok({ edit: editOf(author, `${NAMES[ruling.decision]} ${called}`, judging.changes), result })
}

/** The edit that takes back what was ruled on a case; undefined when nothing was. */
export function takeBackVerdict(
  state: DocumentState,
  author: Author,
  cases: readonly Case[],
  one: Case,
): Edit | undefined {
  const judging = new Judging(state, author, cases)
  judging.takeBack(one)
  return judging.changes.length > 0 ? editOf(author, 'Take back verdict', judging.changes) : undefined
}

/** Objects to a verdict, in words that are not empty. */
export const objectTo = (author: Author, verdict: Verdict, words: string): Edit =>
  editOf(author, 'Object to verdict', [answered(author, verdict, 'object', words)])

/**
 * Adopts a verdict on something of one's own: what was rejected goes, what was mended becomes what came of it. What
 * is gone already, says so already, or was accepted, is only answered.
 */
export function adopt(state: DocumentState, author: Author, verdict: Verdict): Edit {
  const answer = answered(author, verdict, 'adopt', '')
  return editOf(author, 'Adopt verdict', [...adoption(state, author, verdict), answer])
}

function adoption(state: DocumentState, author: Author, verdict: Verdict): readonly Change[] {
  const { judged, decision } = verdict
  const annotation = state.annotations.get(judged.id)
  const link = state.links.get(judged.id)
  if (decision === 'reject') {
    if (annotation) return untag(state, author, annotation, '').changes
    return link ? unlink(state, author, link, '').changes : []
  }
  if (decision !== 'fix' || verdict.result === undefined) return []
  const result = state.annotations.get(verdict.result)
  if (annotation && result && !sayTheSame(annotation, result)) return [asMended(author, annotation, result)]
  const joined = state.links.get(verdict.result)
  return link && joined ? linkAsMended(state, author, link, joined) : []
}

function asMended(
  author: Author,
  annotation: Annotation,
  { tag, span, attributes, codebook }: Annotation,
): Change {
  return replaced(annotation, { ...annotation, tag, span, attributes, codebook, modified: author.now() })
}

/** A link becomes of the type of the other, and runs the way that it does. */
function linkAsMended(state: DocumentState, author: Author, link: Link, result: Link): Change[] {
  const { resultOf } = reviewOf(state)
  const turned = resultOf(link.from)?.id === result.to && resultOf(link.to)?.id === result.from
  if (link.type === result.type && !turned) return []
  const [from, to] = turned ? [link.to, link.from] : [link.from, link.to]
  const mended = { ...link, type: result.type, from, to, modified: author.now() }
  return [{ of: 'link', kind: 'replace', from: link, to: mended }]
}

function answered(author: Author, verdict: Verdict, kind: Answer['kind'], words: string): Change {
  const at = author.now()
  const record: Answer = {
    id: author.newId('answer'),
    on: verdict.id,
    by: author.person,
    kind,
    words,
    created: at,
    modified: at,
  }
  return { of: 'answer', kind: 'add', record }
}
