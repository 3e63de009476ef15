import type { Interval } from '../../src/base/intervals'
import { tagAll } from '../../src/core/change/edit-spans'
import { undoEdit } from '../../src/core/change/edits'
import type { Tag } from '../../src/core/codebook/codebook'
import { findAll } from '../../src/core/document/search'
import { tidySpan } from '../../src/core/document/words'
import type { Session } from './session'

/** A place where the same words stand, in the open article or another one. */
export interface Occurrence {
  readonly document: string
  readonly range: Interval
  readonly before: string
  readonly words: string
  readonly after: string
  /** Whether it is tagged just so already, as far as is known: only of the open article. */
  readonly tagged: boolean
}

export interface Wanted {
  readonly words: string
  readonly tag: Tag
  readonly matchCase: boolean
  readonly wholeWords: boolean
}

const MOST = 1000 // of one document; nobody ticks more
const AT_ONCE = 25 // documents a call
const AROUND = 40 // units of text at either side

/** The words that are to be tagged everywhere: what is selected, otherwise what the picked annotation quotes. */
export function wordsToTag({ article, editor, picked }: Session): string {
  if (!article || !editor) return ''
  const { anchor, head } = editor.selection
  const range = anchor === head ? picked?.span[0] : tidySpan(article.text, { start: anchor, end: head })
  return range ? article.text.slice(range.start, range.end) : ''
}

/** Where the words stand in the open article. */
export function occurrencesHere({ article }: Session, { words, tag, ...how }: Wanted): Occurrence[] {
  if (!article || words.trim() === '') return []
  const { text, places } = article
  return findAll(text, words, how, MOST).map((range) => ({
    document: article.article.id,
    range,
    before: text.slice(Math.max(0, range.start - AROUND), range.start),
    words: text.slice(range.start, range.end),
    after: text.slice(range.end, range.end + AROUND),
    tagged: places
      .overlapping(range.start, range.end)
      .some(
        ({ tag: known, span }) =>
          known === tag.id &&
          span.length === 1 &&
          span[0]!.start === range.start &&
          span[0]!.end === range.end,
      ),
  }))
}

/** Where the words stand in the other articles of the list; tells as it goes on, and ends when `signal` says so. */
export async function occurrencesElsewhere(
  session: Session,
  { words, matchCase, wholeWords }: Omit<Wanted, 'tag'>,
  onFound: (found: readonly Occurrence[], done: number, all: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const open = session.article?.article.id
  const ids = [...session.library.view.getState().documents.keys()].filter((id) => id !== open)
  for (let at = 0; at < ids.length && !signal.aborted; at += AT_ONCE) {
    const documents = ids.slice(at, at + AT_ONCE)
    const answer = await session.client.send('library.find', {
      documents,
      words,
      matchCase,
      wholeWords,
      most: MOST,
    })
    if (signal.aborted) return
    if (!answer.ok) return session.status.warn(answer.refusal.message)
    const found = answer.value.found.flatMap(({ id, places }) =>
      places.map(({ start, end, ...around }) => ({
        document: id,
        range: { start, end },
        ...around,
        tagged: false,
      })),
    )
    onFound(found, Math.min(ids.length, at + AT_ONCE), ids.length)
  }
}

/** Tags the places that were ticked: one undo takes all of it back. */
export async function tagEverywhere(
  session: Session,
  tag: Tag,
  chosen: readonly Occurrence[],
): Promise<boolean> {
  const { article } = session
  const as = tag.name.toLowerCase()
  if (article && chosen.every(({ document }) => document === article.article.id)) {
    const tagging = tagAll(
      article.state,
      session.author,
      tag,
      chosen.map(({ range }) => [range]),
    )
    if (!tagging) {
      session.status.hint('These places are tagged so already')
      return false
    }
    if (!session.perform(tagging.edit)) return false
    session.status.say(`Tagged ${places(tagging.annotations.length)} as ${as}`)
    return true
  }
  return tagInLibrary(session, tag, chosen)
}

async function tagInLibrary(session: Session, tag: Tag, chosen: readonly Occurrence[]): Promise<boolean> {
  await session.article?.whenSaved()
  const byDocument = Map.groupBy(chosen, ({ document }) => document)
  const documents = [...byDocument].map(([id, list]) => ({
    id,
    ranges: list.map(({ range, words }) => ({ ...range, exact: words })),
  }))
  const answer = await session.client.send('library.tag', { tag: tag.id, documents })
  if (!answer.ok) {
    session.status.warn(answer.refusal.message)
    return false
  }
  const { edits, troubles } = answer.value
  if (troubles.length > 0) session.status.warn(troubles.join(' '))
  session.library.view.setState({ lastRemoved: undefined, lastTagged: edits })
  const count = edits.reduce(
    (sum, { edit }) => sum + edit.changes.filter(({ of }) => of === 'annotation').length,
    0,
  )
  session.status.say(`Tagged ${places(count)} in ${edits.length} articles as ${tag.name.toLowerCase()}`)
  return true
}

/** Takes back what was tagged in several articles at once. */
export async function untagEverywhere(session: Session): Promise<void> {
  const { lastTagged } = session.library.view.getState()
  if (!lastTagged) return
  session.library.view.setState({ lastTagged: undefined })
  const troubles: string[] = []
  for (const { id, edit } of lastTagged) {
    const undone = await session.client.send('article.perform', { id, edit: undoEdit(session.author, edit) })
    if (!undone.ok) troubles.push(undone.refusal.message)
  }
  if (troubles.length > 0) return session.status.warn(troubles.join(' '))
  session.status.say(
    `Undid “${lastTagged[0]?.edit.name ?? 'Tag everywhere'}” in ${lastTagged.length} articles`,
  )
}

const places = (count: number): string => (count === 1 ? '1 place' : `${count.toLocaleString('en')} places`)
