import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { tagSpan } from '../../src/core/change/edits'
import { newsCodebook } from '../../src/core/codebook/news'
import { marked } from '../../src/testing/marked'
import { OneDocumentHost } from '../../src/testing/one-document-host'
import { ada, authorOf, ben, countingIds } from '../../src/testing/records'
import { correct } from '../../src/core/change/edit-text'
import type { ArticleEditor, TypedWords } from '../editor/editor'
import { CorrectionRun } from './correction-run'
import { OpenArticle } from './open-article'
import { createStatusLine } from './status'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const { text, range } = marked('Fares rise, [the operator] said.')
const claim = newsCodebook.tags[0]!

/** An article that is typed into, with an editor that only holds what is typed. */
function setUp() {
  const host = new OneDocumentHost(text)
  const article = new OpenArticle(host.client, host.opened())
  const newId = countingIds()
  const author = authorOf(ada, newId)
  const status = createStatusLine()
  let waiting: TypedWords | undefined
  const shown: string[] = []
  const editor = {
    takeTyped() {
      const taken = waiting
      waiting = undefined
      return taken
    },
    setText: (next: string) => void shown.push(next),
    select: () => undefined,
  } as unknown as ArticleEditor
  const run = new CorrectionRun({
    article,
    editor,
    author,
    status,
    perform: (edit) => article.perform(edit) === undefined,
  })
  const type = (start: number, end: number, words: string): void => {
    waiting = { before: waiting?.before ?? article.text, start, end, words }
    run.type()
  }
  return { host, article, author, other: authorOf(ben, newId), status, run, type, shown }
}

test('what is typed becomes one edit after a pause', async () => {
  const { article, run, type, host } = setUp()
  type(5, 5, ' ')
  await vi.advanceTimersByTimeAsync(600)
  type(5, 5, ' may')
  await vi.advanceTimersByTimeAsync(600)
  expect(article.text).toBe(text)
  expect(run.typed).toBe(true)
  await vi.advanceTimersByTimeAsync(100)
  expect(article.text).toBe('Fares may rise, the operator said.')
  expect(run.typed).toBe(false)
  expect(host.edits.map(({ name }) => name)).toEqual(['Correct the text'])
})

test('what was typed and taken away again is no edit, and the editor is given the text', () => {
  const { host, run, type, shown } = setUp()
  type(5, 5, '')
  run.flush()
  expect(host.edits).toEqual([])
  expect(shown).toEqual([text])
})

test('what was typed before another window changed the text goes where it belongs', () => {
  const { host, article, other, run, type } = setUp()
  type(6, 10, 'fall')
  host.editElsewhere(correct(host.state, other, { start: 0, end: 5 }, 'All fares')!.edit)
  run.flush()
  expect(article.text).toBe('All fares fall, the operator said.')
})

test('words that cannot be kept are told', () => {
  const { host, article, other, run, type, status, shown } = setUp()
  type(6, 10, 'fall')
  host.editElsewhere(correct(host.state, other, { start: 0, end: 8 }, 'They ')!.edit)
  run.flush()
  expect(article.text).toBe('They se, the operator said.')
  expect(status.view.getState().trouble).toContain('“fall”')
  expect(shown.at(-1)).toBe(article.text)
})

test('lost annotations are told of', () => {
  const { article, author, run, status } = setUp()
  article.perform(tagSpan(article.state, author, claim, [range]).edit)
  run.replace({ start: range.start - 1, end: range.end }, '')
  expect(article.text).toBe('Fares rise, said.')
  expect(status.view.getState().message).toBe(
    '2 words removed; 1 claim lost: “the operator”. Undo brings it back',
  )
})
