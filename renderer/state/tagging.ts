import type { Interval } from '../../src/base/intervals'
import { tidySpan } from '../../src/core/document/words'
import type { Annotation } from '../../src/core/annotation/annotation'
import { extentOf } from '../../src/core/annotation/span'
import { redoEdit, retag, tagSpan, undoEdit, untag } from '../../src/core/change/edits'
import type { Change, Edit, TextChange } from '../../src/core/change/change'
import type { OpenArticle } from './open-article'
import { type Tag, offeredTags } from '../../src/core/codebook/codebook'
import { parsedAttributes } from '../../src/core/insight/parsed-attributes'
import { wordsFor } from '../../src/core/insight/taking'
import { growPicked } from './growing'
import type { KeyPress } from './keys'
import { commandsPressed, pickFirst } from './known-commands'
import { aimNeighbour, chooseAmong } from './linking'
import { UNREAD_PAST } from './past'
import { short } from './quoting'
import type { Session } from './session'
import { isShown } from './shown-sets'

/**
 * Tags the selection. Without one, what was picked gets this tag, what was just tagged so grows, and otherwise the
 * words around the caret are tagged.
 */
export function tagSelection(session: Session, tag: Tag): void {
  const { article, editor, picked, intent } = session
  if (!article || !editor) return session.status.hint('Open an article first')
  const { anchor, head } = editor.selection
  if (anchor === head) {
    if (picked && intent !== 'caret' && picked.tag === tag.id) return growPicked(session)
    return picked && intent === 'picked' ? retagPicked(session, tag) : tagAtCaret(session, tag)
  }
  const range = tidySpan(article.text, { start: anchor, end: head })
  if (!range) return session.status.hint('Only blanks are selected: there is nothing to tag')
  if (!tagRange(session, tag, range)) return
  editor.select({ anchor: range.end, head: range.end })
  session.mean('picked')
}

/** Tags what has just been selected, while a tag is locked. */
export function tagLocked(session: Session): void {
  const { lock, mode, linking } = session.view.getState()
  const { editor } = session
  if (lock === undefined || mode !== 'tag' || linking || !editor) return
  const { anchor, head } = editor.selection
  const tag = session.codebook.tags.find(({ id }) => id === lock)
  if (tag && anchor !== head) tagSelection(session, tag)
}

/** Tags what this tag takes around the caret: a sentence, a name, a number. */
function tagAtCaret(session: Session, tag: Tag): void {
  const { article, editor } = session
  if (!article || !editor) return
  const { head } = editor.selection
  const range = wordsFor(tag.takes, article, head)
  if (!range) return session.status.hint(`There is nothing at the caret to tag as ${tag.name.toLowerCase()}`)
  const same = article.places
    .overlapping(range.start, range.end)
    .find((known) => known.tag === tag.id && isJust(known, range) && isOwn(session, known))
  if (same) {
    session.pick(same.id, { means: 'tagged' })
    return session.status.hint(
      `${short(same)} is a ${tag.name.toLowerCase()} already; the key again makes it grow`,
    )
  }
  if (tagRange(session, tag, range)) session.mean('tagged')
}

/** Tags a range and picks the new annotation. */
function tagRange(session: Session, tag: Tag, range: Interval): boolean {
  const { article } = session
  if (!article) return false
  const quote = article.text.slice(range.start, range.end)
  const { edit, annotation } = tagSpan(
    article.state,
    session.author,
    tag,
    [range],
    parsedAttributes(tag.id, quote),
  )
  if (!session.perform(edit)) return false
  session.pick(annotation.id)
  session.status.say(`Tagged ${short(annotation)} as ${tag.name.toLowerCase()}`)
  return true
}

const isJust = ({ span }: Annotation, { start, end }: Interval): boolean =>
  span.length === 1 && span[0]!.start === start && span[0]!.end === end

const isOwn = ({ article, author }: Session, { set }: Annotation): boolean =>
  article?.state.sets.get(set)?.annotator.id === author.person.id

/** Gives the picked annotation this tag, whatever is selected in the text. */
export function retagPicked(session: Session, tag: Tag): void {
  const { picked } = session
  if (!picked) return session.status.hint(`Select the words of the ${tag.name.toLowerCase()} first`)
  if (picked.tag === tag.id)
    return session.status.hint(`${short(picked)} is a ${tag.name.toLowerCase()} already`)
  if (session.perform(retag(session.author, picked, tag))) {
    session.status.say(`Changed ${short(picked)} to ${tag.name.toLowerCase()}`)
  }
}

/** The tag that a key press names, as the command to tag would be pressed. */
export function tagPressed(session: Session, press: KeyPress): Tag | undefined {
  const pressed = new Set(commandsPressed(session, press).map(({ command }) => command.id))
  return offeredTags(session.codebook).find(({ id }) => pressed.has(`tag.${id}`))
}

export function removePicked(session: Session): void {
  const { article, picked } = session
  if (!article || !picked) return session.status.hint(pickFirst(session))
  const name = tagNameOf(session, picked)
  if (!session.perform(untag(article.state, session.author, picked, name))) return
  session.pick(undefined)
  session.status.say(`Removed the ${name.toLowerCase()} ${short(picked)}`)
}

export function undo(session: Session): void {
  session.typing.flush()
  whenKnown(session, (article) => {
    const edit = article?.view.getState().timeline.undo.at(-1)
    if (!edit) return session.status.hint('There is nothing to undo')
    const undoing = undoEdit(session.author, edit)
    if (session.perform(undoing)) afterTravel(session, edit, undoing, `Undid “${edit.name}”`)
  })
}

export function redo(session: Session): void {
  session.typing.flush()
  whenKnown(session, (article) => {
    const edit = article?.view.getState().timeline.redo.at(-1)
    if (!edit) return session.status.hint('There is nothing to redo')
    const redoing = redoEdit(session.author, edit)
    if (session.perform(redoing)) afterTravel(session, edit, redoing, `Did “${edit.name}” again`)
  })
}

/** Does something at once, or as soon as enough is known of the past of the open article. */
function whenKnown(session: Session, run: (article: OpenArticle | undefined) => void): void {
  const { article } = session
  if (!article?.lacksHistory) return run(article)
  void article.ensureHistory().then((known) => {
    if (session.article !== article) return
    if (known) run(article)
    else session.status.warn(UNREAD_PAST)
  })
}

/** Shows where undo or redo changed something: a change that happens out of sight is one that is not believed. */
function afterTravel(session: Session, edit: Edit, done: Edit, message: string): void {
  session.status.say(message)
  const corrected = done.changes.find((change): change is TextChange => change.of === 'text')
  if (corrected) return showCorrected(session, corrected)
  const touched = edit.changes.flatMap((change) => annotationOf(session, change) ?? [])[0]
  if (touched) {
    session.pick(session.article?.state.annotations.has(touched.id) ? touched.id : undefined)
    session.editor?.reveal(extentOf(touched.span))
  }
}

/** The annotation that a change is about: of a link, the end that is looked at, or the one that it begins at. */
function annotationOf({ article, picked }: Session, change: Change): Annotation | undefined {
  if (change.of === 'set' || change.of === 'text') return undefined
  if (change.of === 'annotation') return change.kind === 'replace' ? change.from : change.record
  const record = change.kind === 'replace' ? change.to : change.record
  if ('judged' in record) return article?.state.annotations.get(record.judged.id)
  if ('on' in record) {
    const on = article?.state.verdicts.get(record.on)?.judged.id ?? record.on
    return article?.state.annotations.get(on)
  }
  return article?.state.annotations.get(record.to === picked?.id ? record.to : record.from)
}

function showCorrected(session: Session, { start, to }: TextChange): void {
  const end = start + to.words.length
  session.editor?.reveal({ start, end })
  if (session.view.getState().mode === 'correct') session.editor?.select({ anchor: end, head: end })
}

/**
 * Picks the smallest of the annotations that are drawn under a click at `offset`; a click beside all lets go. While
 * something is being linked, the smallest to which it may be linked is chosen.
 */
export function pickUnder(session: Session, offset: number, under: readonly string[]): void {
  const here = session.article?.places.at(offset) ?? []
  if (session.view.getState().linking)
    return chooseAmong(
      session,
      here.map(({ id }) => id).filter((id) => under.includes(id)),
    )
  session.pick(here.find(({ id }) => under.includes(id))?.id)
}

/** Picks the next of the annotations under the caret, from the smallest to the largest and round again. */
export function cyclePick(session: Session): void {
  const { article, editor, picked } = session
  if (!article || !editor) return
  const here = article.places.at(editor.selection.head).filter(isShown(session))
  if (here.length === 0) return session.status.hint('There is no annotation under the caret')
  const next = here[(here.findIndex(({ id }) => id === picked?.id) + 1) % here.length]!
  session.pick(next.id)
  session.status.say(
    `${tagNameOf(session, next)} ${short(next)}, ${here.indexOf(next) + 1} of ${here.length} here`,
  )
}

/**
 * Picks the annotation after or before the picked one, or the caret, in reading order. The filter applies, or, when
 * it is to be `alike`, the tag of the picked one.
 */
export function pickNeighbour(session: Session, step: 1 | -1, { alike = false } = {}): void {
  const { article, editor, picked } = session
  if (!article) return
  if (session.view.getState().linking) return aimNeighbour(session, step)
  const filter = alike ? picked?.tag : session.view.getState().filter
  const shown = isShown(session)
  const list = article.view
    .getState()
    .order.filter((one) => (filter === undefined || one.tag === filter) && shown(one))
  if (list.length === 0) return session.status.hint('There are no annotations yet')
  const caret = editor?.selection.head ?? 0
  const at = picked ? list.findIndex(({ id }) => id === picked.id) : -1
  const after = list.findIndex(({ span }) => extentOf(span).start >= caret)
  const start = after < 0 ? list.length : after
  const next = at >= 0 ? at + step : step > 0 ? start : start - 1
  const annotation = list[next]
  if (!annotation)
    return session.status.hint(step > 0 ? 'That was the last annotation' : 'That was the first annotation')
  session.pick(annotation.id, { reveal: true })
  session.status.say(`${tagNameOf(session, annotation)} ${short(annotation)}, ${next + 1} of ${list.length}`)
}

/** Lets go of the picked annotation once the caret has left it, unless it waits to be linked. */
export function followCaret(session: Session, head: number): void {
  const { picked } = session
  if (!picked || session.view.getState().linking) return
  const { start, end } = extentOf(picked.span)
  if (head >= start && head <= end) return
  session.pick(undefined)
  session.leftBehind = picked.id
}

export const tagNameOf = (session: Session, { tag }: Annotation): string =>
  session.codebook.tags.find(({ id }) => id === tag)?.name ?? tag
