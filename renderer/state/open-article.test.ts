import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { compareAnnotations } from '../../src/core/annotation/annotation'
import type { Edit } from '../../src/core/change/change'
import { annotate, retag, tagSpan, undoEdit, untag } from '../../src/core/change/edits'
import { newsCodebook } from '../../src/core/codebook/news'
import { anyGesture, editBy } from '../../src/testing/gestures'
import { marked } from '../../src/testing/marked'
import { ada, authorOf, ben, countingIds } from '../../src/testing/records'
import { OneDocumentHost } from '../../src/testing/one-document-host'
import { OpenArticle } from './open-article'

const [claim, source] = newsCodebook.tags as [(typeof newsCodebook.tags)[0], (typeof newsCodebook.tags)[0]]
const { text, ranges } = marked('[Fares] rise, [the operator] said [on Monday].')

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const settle = () => vi.advanceTimersByTimeAsync(0)

function open(host = new OneDocumentHost(text)) {
  const article = new OpenArticle(host.client, host.opened())
  const newId = countingIds()
  const me = authorOf(ada, newId)
  const other = authorOf(ben, newId)
  const tagged = (k: number): ReturnType<typeof tagSpan> => tagSpan(article.state, me, claim, [ranges[k]!])
  const refused: string[] = []
  article.onRefused((edit, { code }) => refused.push(`${edit.name}: ${code}`))
  const view = () => article.view.getState()
  const words = () => view().order.map(({ span }) => span[0]!.exact)
  /** Everything that is shown agrees with itself. */
  const isSound = (): void => {
    const { state, order } = view()
    expect(order).toEqual([...state.annotations.values()].toSorted(compareAnnotations))
    expect(article.places.list).toBe(order)
  }
  /** And with the host, and nothing is pending. */
  const agrees = (): void => {
    isSound()
    const { state, pending, unsaved } = view()
    expect([...pending, ...unsaved]).toEqual([])
    expect(state.annotations).toEqual(host.state.annotations)
  }
  return { host, article, me, other, tagged, refused, view, words, isSound, agrees }
}

test('an edit is shown at once, pending, and saved when the host says so', async () => {
  const { article, tagged, view, words, agrees } = open()
  const touched: unknown[] = []
  article.onTouched((stretches) => touched.push(...stretches))
  const { edit, annotation } = tagged(0)
  expect(article.perform(edit)).toBeUndefined()
  expect(words()).toEqual(['Fares'])
  expect(view().pending).toEqual([edit.id])
  expect(view().unsaved.has(annotation.id)).toBe(true)
  expect(touched).toHaveLength(1)
  await settle()
  expect(view().pending).toEqual([])
  expect(touched).toHaveLength(2)
  agrees()
})

test('what cannot be done is refused at once and changes nothing', () => {
  const { article, tagged, me, view } = open()
  const { annotation } = tagged(0)
  const before = view()
  expect(article.perform(retag(me, annotation, source))?.code).toBe('conflict')
  expect(view()).toBe(before)
})

test.each(['conflict', 'invalid', 'internal'] as const)(
  'an edit that the host refuses (%s) is taken back',
  async (code) => {
    const { host, article, tagged, refused, view, words, agrees } = open()
    host.refusals.push(code)
    article.perform(tagged(0).edit)
    await settle()
    expect(words()).toEqual([])
    expect(view().timeline.undo).toEqual([])
    expect(refused).toEqual([`Tag as claim: ${code}`])
    agrees()
  },
)

test('taking back an undo makes it possible again', async () => {
  const { host, article, me, tagged, view, words } = open()
  const { edit } = tagged(0)
  article.perform(edit)
  await settle()
  host.refusals.push('conflict')
  article.perform(undoEdit(me, edit))
  expect(words()).toEqual([])
  await settle()
  expect(words()).toEqual(['Fares'])
  expect(view().timeline.undo.map(({ id }) => id)).toEqual([edit.id])
  expect(view().timeline.redo).toEqual([])
})

test('while the disk refuses, edits are kept, told of, and sent again until they are saved', async () => {
  const { host, article, tagged, view, words, agrees } = open()
  host.refusals.push('storage', 'storage', 'storage')
  article.perform(tagged(0).edit)
  article.perform(tagged(1).edit)
  await settle()
  expect(words()).toEqual(['Fares', 'the operator'])
  expect(view().trouble?.code).toBe('storage')
  expect(view().pending).toHaveLength(2)
  let saved = false
  void article.whenSaved().then(() => (saved = true))
  await vi.advanceTimersByTimeAsync(2000)
  expect(saved).toBe(false)
  await vi.advanceTimersByTimeAsync(2000)
  expect(saved).toBe(true)
  expect(view().trouble).toBeUndefined()
  expect(host.edits).toHaveLength(2)
  agrees()
})

test('an edit whose answer is still on its way is not sent twice', async () => {
  const { host, article, tagged, view, agrees } = open()
  host.holding = true
  article.perform(tagged(0).edit)
  host.holding = false
  host.refusals.push('storage')
  article.perform(tagged(1).edit)
  await vi.advanceTimersByTimeAsync(4000)
  expect(view().pending).toHaveLength(1)
  await settle()
  host.release()
  await settle()
  expect(host.edits).toHaveLength(2)
  agrees()
})

test('another window’s edit appears below what is pending here', async () => {
  const { host, article, other, tagged, words, view, agrees } = open()
  host.holding = true
  const mine = tagged(1).edit
  article.perform(mine)
  const theirs = tagSpan(host.state, other, source, [ranges[0]!]).edit
  host.editElsewhere(theirs)
  expect(words()).toEqual(['Fares', 'the operator'])
  expect(view().timeline.undo.map(({ id }) => id)).toEqual([theirs.id, mine.id])
  await settle()
  host.release()
  await settle()
  agrees()
})

test('when another window was first, what no longer fits is taken back', async () => {
  const { host, article, me, other, tagged, refused, view, agrees } = open()
  const { edit, annotation } = tagged(0)
  article.perform(edit)
  await settle()
  host.holding = true
  article.perform(annotate(me, annotation, 'mine'))
  host.editElsewhere(untag(host.state, other, annotation, 'Claim'))
  expect(view().order).toEqual([])
  await settle()
  host.release()
  await settle()
  expect(refused).toEqual(['Add note: conflict'])
  agrees()
})

test('announcements that were missed are made up for by reading anew', async () => {
  const { host, article, other, tagged, words, view, agrees } = open()
  host.announcing = false
  host.editElsewhere(tagSpan(host.state, other, source, [ranges[2]!]).edit)
  host.announcing = true
  article.perform(tagged(0).edit)
  await settle()
  expect(words()).toEqual(['Fares', 'on Monday'])
  expect(view().pending).toEqual([])
  expect(view().timeline.undo).toHaveLength(2)
  agrees()
})

/** A document in which the note of one claim was written `count` times, of which a window is told the last three. */
function longAgo(count: number) {
  const host = new OneDocumentHost(text)
  const ids = countingIds()
  const author = authorOf(ada, (kind) => `${ids(kind)}-old`)
  const first = tagSpan(host.state, author, claim, [ranges[0]!])
  host.editElsewhere(first.edit)
  for (let k = 0; k < count; k++) {
    const annotation = host.state.annotations.get(first.annotation.id)!
    host.editElsewhere(annotate(author, annotation, `note ${k}`))
  }
  host.recent = 3
  return open(host)
}

test('more is undone than was known at first, and done again', async () => {
  const { host, article, view, agrees } = longAgo(450)
  const author = authorOf(ada, (kind) => `${kind}-again-${host.revision}`)
  expect(view().timeline.undo).toHaveLength(3)
  let undone = 0
  while (article.undoable()) {
    expect(article.lacksHistory).toBe(view().timeline.undo.length === 0)
    const [known] = await Promise.all([article.ensureHistory(), settle()])
    expect(known).toBe(true)
    expect(article.perform(undoEdit(author, view().timeline.undo.at(-1)!))).toBeUndefined()
    await settle()
    undone++
  }
  expect([undone, view().older, host.state.annotations.size]).toEqual([451, false, 0])
  agrees()

  const later = open(host)
  expect(later.view().timeline).toEqual({ undo: [], redo: [] })
  expect(await later.article.ensureHistory()).toBe(true)
  expect(later.view().timeline).toEqual(view().timeline)
  expect(later.article.undoable()).toBe(false)
})

test('a past that cannot be read is told of, and can be asked for again', async () => {
  const { host, view } = longAgo(2)
  host.recent = 0
  const later = open(host)
  expect(later.article.undoable()).toBe(true)
  host.refusals.push('storage')
  expect(await later.article.ensureHistory()).toBe(false)
  expect(later.view().timeline.undo).toEqual([])
  expect(await later.article.ensureHistory()).toBe(true)
  expect(later.view().timeline).toEqual(view().timeline)
})

test('what is pending and what is heard while the past is read is kept', async () => {
  const { host } = longAgo(5)
  host.recent = 0
  const { article, tagged, view, agrees } = open(host)
  expect(article.lacksHistory).toBe(true)
  const other = authorOf(ben, (kind) => `${kind}-ben`)
  const asked = article.ensureHistory()
  host.editElsewhere(tagSpan(host.state, other, source, [ranges[2]!]).edit)
  expect(article.perform({ ...tagged(1).edit, id: 'edit-mine' })).toBeUndefined()
  await settle()
  expect(await asked).toBe(true)
  await settle()
  expect(
    view()
      .timeline.undo.map(({ name }) => name)
      .slice(-2),
  ).toEqual(['Tag as source', 'Tag as claim'])
  agrees()
})

test('nothing is heard after it was closed', async () => {
  const { host, article, other, words } = open()
  article.close()
  host.editElsewhere(tagSpan(host.state, other, source, [ranges[0]!]).edit)
  await settle()
  expect(words()).toEqual([])
})

test('whatever two windows do, in the end both show what the host has', async () => {
  const step = fc.record({
    gesture: anyGesture,
    elsewhere: fc.boolean(),
    heard: fc.boolean(),
    held: fc.boolean(),
    refusal: fc.option(fc.constantFrom('storage' as const, 'conflict' as const), { nil: undefined, freq: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { host, article, me, other, isSound, agrees } = open()
      for (const { gesture, elsewhere, heard, held, refusal } of steps) {
        const edit: Edit | undefined = elsewhere
          ? editBy(other, host.state, gesture)
          : editBy(me, article.state, gesture)
        if (!edit) continue
        host.announcing = heard
        host.holding = held
        if (elsewhere) host.editElsewhere(edit)
        else {
          if (refusal) host.refusals.push(refusal)
          article.perform(edit)
        }
        isSound()
        await vi.advanceTimersByTimeAsync(1)
      }
      host.announcing = true
      host.holding = false
      host.refusals.length = 0
      for (let k = 0; k < 5; k++) {
        host.release()
        await vi.advanceTimersByTimeAsync(2500)
      }
      await article.catchUp()
      agrees()
      article.close()
    }),
  )
})
