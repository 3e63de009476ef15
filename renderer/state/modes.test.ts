import { expect, test } from 'vitest'
import { commandsFor } from '../../src/api/commands'
import { newsCodebook } from '../../src/core/codebook/news'
import { isOffered } from './modes'

const ids = commandsFor(newsCodebook).map(({ id }) => id)
const missing = (mode: 'tag' | 'correct' | 'history'): string[] => ids.filter((id) => !isOffered(id, mode))

test('everything is offered while tagging, no tagging while the text is corrected', () => {
  expect(missing('tag')).toEqual([])
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
