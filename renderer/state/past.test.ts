import { expect, test } from 'vitest'
import { annotate, tagSpan } from '../../src/core/change/edits'
import { tagById } from '../../src/core/codebook/codebook'
import { newsCodebook } from '../../src/core/codebook/news'
import { OneDocumentHost } from '../../src/testing/one-document-host'
import { marked } from '../../src/testing/marked'
import { ada, authorOf, countingIds } from '../../src/testing/records'
import { OpenArticle } from './open-article'
import { Past, UNREAD_PAST } from './past'
import { createStatusLine } from './status'

const { text, range } = marked('the [cat] sat')

/** A document in which the note of one claim was written `count` times, of which a window is told the last 50. */
function lookingBack(count: number) {
  const host = new OneDocumentHost(text)
  const author = authorOf(ada, countingIds())
  const { edit, annotation } = tagSpan(host.state, author, tagById(newsCodebook, 'claim')!, [range])
  host.editElsewhere(edit)
  for (let k = 1; k <= count; k++)
    host.editElsewhere(annotate(author, host.state.annotations.get(annotation.id)!, `note ${k}`))
  host.recent = 50
  const article = new OpenArticle(host.client, host.opened())
  const status = createStatusLine()
  const past = new Past(status, article)
  const note = () => past.view.getState().shown?.state.annotations.get(annotation.id)?.note
  return { host, author, annotation, article, past, note, status }
}

test('a state long before what a window was told of is asked for and shown', async () => {
  const { past, note } = lookingBack(2500)
  expect(past.view.getState()).toMatchObject({ chosen: 2501, last: 2501, first: 2452 })
  await past.choose(2480)
  expect(note()).toBe('note 2479')
  await past.choose(11)
  expect(note()).toBe('note 10')
  expect(past.view.getState()).toMatchObject({ first: 1, last: 2501 })
  expect(past.view.getState().edits).toHaveLength(2501)
  expect(past.editOf(11)?.name).toBe('Change note')
  await past.choose(0)
  expect(past.view.getState().shown?.state.annotations.size).toBe(0)
  await past.choose(1200)
  expect(note()).toBe('note 1199')
})

test('a past that cannot be read is told of, and what is shown stays', async () => {
  const { host, past, note, status } = lookingBack(100)
  await past.choose(90)
  host.refusals.push('storage')
  await past.choose(3)
  expect(note()).toBe('note 89')
  expect(status.view.getState().trouble).toBe(UNREAD_PAST)
  await past.choose(3)
  expect(note()).toBe('note 2')
})

test('what another window does in the meantime is the last state', async () => {
  const { host, author, annotation, past, note } = lookingBack(5)
  host.editElsewhere(annotate(author, host.state.annotations.get(annotation.id)!, 'later'))
  expect(past.view.getState()).toMatchObject({ last: 7, first: 1 })
  await past.choose(7)
  expect(note()).toBe('later')
})
