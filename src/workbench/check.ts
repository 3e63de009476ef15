import { equal } from '../base/equal'
import type { Annotation } from '../core/annotation/annotation'
import type { Piece } from '../core/annotation/span'
import { applyAll } from '../core/change/apply'
import type { Edit } from '../core/change/change'
import { type DocumentState, emptyState, recordsOf, stateOf } from '../core/change/state'
import type { Article } from '../core/document/article'
import type { StoredDocument } from '../store/store'

/**
 * What is wrong with a document, a sentence each, with its place; empty when all is well. `edits` are all of its
 * journal. `sha256` gives the hash of a text in UTF-8, in hexadecimal.
 */
export function problemsOf(
  { article, text, lines, records, revision, warnings }: StoredDocument,
  edits: readonly Edit[],
  sha256: (text: string) => string,
): string[] {
  const state = stateOf(text, records, lines)
  return [
    ...warnings,
    ...(sha256(article.text) === article.hash
      ? []
      : ['The text is not the one that was imported: its hash differs.']),
    ...records.annotations.flatMap((annotation, at) =>
      problemsOfAnnotation(state, annotation).map(
        (problem) => `annotations[${at}] (${annotation.id}): ${problem}`,
      ),
    ),
    ...problemsOfLinks(state),
    ...(edits.length === revision ? [] : [`The journal holds ${edits.length} edits, and not ${revision}.`]),
    ...problemsOfJournal(article, state, edits),
  ]
}

function problemsOfAnnotation({ text, sets }: DocumentState, { set, span }: Annotation): string[] {
  const foreign = sets.has(set) ? [] : [`It belongs to the set ${set}, which is not here.`]
  return [...foreign, ...span.flatMap((piece) => problemOfPiece(text, piece))]
}

function problemOfPiece(text: string, { start, end, exact }: Piece): string[] {
  const there = text.slice(start, end)
  if (there === exact) return []
  if (end > text.length) return [`${start}–${end}: It ends outside the text, which has ${text.length} units.`]
  return [`${start}–${end}: It quotes “${short(exact)}”, and the text has “${short(there)}” there.`]
}

function problemsOfLinks({ annotations, links, sets }: DocumentState): string[] {
  return [...links.values()].flatMap((link, at) => {
    const place = `links[${at}] (${link.id})`
    const lost = [link.from, link.to].filter((end) => !annotations.has(end))
    return [
      ...lost.map((end) => `${place}: It ends at ${end}, which is not here.`),
      ...(sets.has(link.set) ? [] : [`${place}: It belongs to the set ${link.set}, which is not here.`]),
    ]
  })
}

/** Performs the journal from its first line: it must be possible, and end in what is there. */
function problemsOfJournal(article: Article, state: DocumentState, edits: readonly Edit[]): string[] {
  const all = applyAll(
    emptyState(article.text, article.lines),
    edits.flatMap(({ changes }) => changes),
  )
  if (!all.ok) return [firstImpossible(article, edits)]
  const same = equal(sorted(all.value), sorted(state))
  return same ? [] : ['The journal does not lead to the text and the annotations that are there.']
}

function firstImpossible({ text, lines }: Article, edits: readonly Edit[]): string {
  let state = emptyState(text, lines)
  for (const [at, { id, name, changes }] of edits.entries()) {
    const next = applyAll(state, changes)
    if (!next.ok) return `journal, edit ${at + 1} (${id}, “${name}”): ${next.refusal.message}`
    state = next.value
  }
  return 'The journal cannot be performed.'
}

/** Everything, with the records by id: their order on disk means nothing. */
function sorted(state: DocumentState): unknown {
  const { sets, annotations, links, comments, verdicts, answers } = recordsOf(state)
  const { text, lines } = state
  return {
    text,
    lines,
    sets: byId(sets),
    annotations: byId(annotations),
    links: byId(links),
    comments: byId(comments),
    verdicts: byId(verdicts),
    answers: byId(answers),
  }
}

const byId = <R extends { readonly id: string }>(list: readonly R[]): R[] =>
  list.toSorted((a, b) => (a.id < b.id ? -1 : 1))

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words)
