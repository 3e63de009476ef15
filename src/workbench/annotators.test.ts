import { describe, expect, test } from 'vitest'
import { ada, ben, setBy } from '../testing/records'
import { annotatorNamed, annotatorsNamed, annotatorsOf } from './annotators'

const cleo = { id: 'person-cleo', name: 'Ben' }
const renamed = { ...ada, name: 'Ada L.' }

describe('annotators', () => {
  test('are found by id, by name, and by a name in other letters, each once', () => {
    const found = annotatorsNamed(['person-ben', 'Ada', ' ADA ', 'Ben'], [ada, ben])
    expect(found).toEqual({ ok: true, value: [ben, ada] })
  })

  test('who were renamed are one, found by either name', () => {
    const people = annotatorsOf([
      setBy(ada),
      { ...setBy(renamed), id: 'set-2' },
      { ...setBy(ada), id: 'set-3' },
    ])
    expect(people).toEqual([ada, renamed])
    for (const name of ['Ada', 'Ada L.'])
      expect(annotatorNamed(name, people)).toMatchObject({ ok: true, value: { id: ada.id } })
  })

  test.each([
    ['Cleo', [ada, ben, cleo], 'No annotator here is called “Cleo”. There are Ada and Ben.'],
    ['Cleo', [ada], 'No annotator here is called “Cleo”. There is Ada.'],
    ['Cleo', [], 'No annotator here is called “Cleo”. Nobody has annotated anything.'],
    ['!', [{ ...ada, name: '?' }], 'No annotator here is called “!”. There is ?.'],
    [
      'Ben',
      [ada, ben, cleo],
      'Several annotators are called “Ben”. Name the one that is meant by its id: person-ben, person-cleo.',
    ],
  ])('“%s” among %j is refused', (words, people, message) =>
    expect(annotatorNamed(words, people)).toMatchObject({ ok: false, refusal: { message } }),
  )
})
