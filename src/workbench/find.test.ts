import { describe, expect, test } from 'vitest'
import type { Params } from '../api/contract'
import { expectOk } from '../base/outcome'
import { Annotator, correction, filesOf, rehearse } from './testing/rehearsal'

async function threeArticles() {
  const rehearsal = rehearse()
  const files = filesOf({
    'cat.txt': 'The Cat sat. İİ A cat, the cats.',
    'dog.txt': 'the dog ran',
    'many.txt': 'cat '.repeat(30),
  })
  const { added } = expectOk(await rehearsal.client.send('library.add', { files }))
  const [cat, dog, many] = added.map(({ id }) => id) as [string, string, string]
  const find = async (words: string, more: Partial<Params<'library.find'>> = {}) =>
    expectOk(
      await rehearsal.client.send('library.find', {
        documents: [cat, dog, many],
        words,
        matchCase: false,
        wholeWords: true,
        most: 20,
        ...more,
      }),
    )
  return { ...rehearsal, rehearsal, cat, dog, many, find }
}

describe('finding words in the library', () => {
  test('gives the places with what stands around them, and counts those that it does not give', async () => {
    const { cat, many, find } = await threeArticles()
    const { found, troubles } = await find('cat')
    expect(troubles).toEqual([])
    expect(found.map(({ id, count, places }) => [id, count, places.length])).toEqual([
      [cat, 2, 2],
      [many, 30, 20],
    ])
    expect(found[0]!.places).toEqual([
      { start: 4, end: 7, before: 'The ', words: 'Cat', after: ' sat. İİ A cat, the cats.' },
      { start: 18, end: 21, before: 'The Cat sat. İİ A ', words: 'cat', after: ', the cats.' },
    ])
    expect(found[1]!.places.at(-1)).toMatchObject({ start: 76, before: 'cat '.repeat(10) })
  })

  test('minds case and parts of words as it is told to', async () => {
    const { find } = await threeArticles()
    const counts = async (more: Partial<Params<'library.find'>>) =>
      (await find('cat', more)).found.map(({ count }) => count)
    expect(await counts({ matchCase: true })).toEqual([1, 30])
    expect(await counts({ wholeWords: false })).toEqual([3, 30])
    expect((await find('cow')).found).toEqual([])
  })

  test('looks at the text as it reads now', async () => {
    const { rehearsal, dog, find } = await threeArticles()
    await (await Annotator.at(rehearsal, dog)).does(correction('the [dog] ran', 'cat'))
    expect((await find('cat', { documents: [dog] })).found).toMatchObject([
      { id: dog, count: 1, places: [{ start: 4 }] },
    ])
    expect((await find('dog', { documents: [dog] })).found).toEqual([])
  })

  test('tells of documents that cannot be read, and asks each but once', async () => {
    const { store, cat, dog, find } = await threeArticles()
    store.refuse('read', { code: 'damaged', message: 'It is damaged.' })
    expect(await find('dog', { documents: [cat, 'doc-9', dog, cat] })).toEqual({
      found: [],
      troubles: [
        '“The Cat sat. İİ A cat, the cats.” was not searched: It is damaged.',
        'This workspace has no document “doc-9”.',
        '“the dog ran” was not searched: It is damaged.',
      ],
    })
  })
})
