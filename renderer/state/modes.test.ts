import { expect, test } from 'vitest'
import { commandsFor } from '../../src/api/commands'
import { newsCodebook } from '../../src/core/codebook/news'
import { type Mode, isOffered } from './modes'

const all = commandsFor(newsCodebook)
const ids = all.map(({ id }) => id)
const missing = (mode: Mode): string[] => ids.filter((id) => !isOffered(id, mode))

test('everything is offered while tagging, no tagging while the text is corrected', () => {
  // What is there to decide and to answer by is not there while nothing is decided or answered.
  expect(missing('tag')).toEqual(all.flatMap(({ id, during }) => (during === undefined ? [] : [id])))
  expect(missing('correct')).toContain('tag.claim')
  expect(missing('correct')).toContain('annotation.remove')
  for (const id of ['edit.undo', 'edit.redo', 'edit.correct', 'annotation.unpick', 'view.palette']) {
    expect(missing('correct')).not.toContain(id)
  }
})

test('an earlier state can only be looked at', () => {
  for (const id of [
    'tag.claim',
    'edit.undo',
    'edit.correct',
    'annotation.note',
    'link.start',
    'tag.everywhere',
  ])
    expect(missing('history')).toContain(id)
  for (const id of ['edit.history', 'annotation.unpick', 'view.palette', 'sets.export', 'library.open'])
    expect(missing('history')).not.toContain(id)
})

test('while cases are decided nothing changes what was judged, and letters are verdicts', () => {
  for (const { id, during } of all) {
    if (during === 'review') expect(missing('review')).not.toContain(id)
    if (during === 'inbox') expect(missing('review')).toContain(id)
  }
  for (const id of ['tag.claim', 'annotation.remove', 'link.start', 'edit.correct'])
    for (const mode of ['review', 'inbox'] as const) expect(missing(mode)).toContain(id)
  for (const id of ['edit.undo', 'annotation.comment', 'view.palette'])
    for (const mode of ['review', 'inbox'] as const) expect(missing(mode)).not.toContain(id)
})

test('while agreement is shown, nothing is offered that is about a place in the article', () => {
  const away = ids.filter((id) => !isOffered(id, 'agreement'))
  for (const id of [
    'tag.claim',
    'edit.undo',
    'annotation.note',
    'review.accept',
    'find.article',
    'jump.sentence.next',
  ])
    expect(away).toContain(id)
  for (const id of [
    'agreement.show',
    'annotation.unpick',
    'view.palette',
    'library.open',
    'inbox.show',
    'help.keys',
  ])
    expect(away).not.toContain(id)
})
