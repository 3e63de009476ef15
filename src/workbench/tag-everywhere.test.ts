import { describe, expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { undoEdit } from '../core/change/edits'
import { newsCodebook } from '../core/codebook/news'
import { Annotator, filesOf, rehearse } from './testing/rehearsal'

const at = (start: number, exact: string) => ({ start, end: start + exact.length, exact })

async function twoArticles() {
  const rehearsal = rehearse()
  const files = filesOf({ 'cat.txt': 'The cat sat, the cat ran.', 'dog.txt': 'the dog ran' })
  const { added } = expectOk(await rehearsal.client.send('library.add', { files }))
  const [cat, dog] = added.map(({ id }) => id) as [string, string]
  rehearsal.announced.length = 0
  const opened = async (id: string) => expectOk(await rehearsal.client.send('article.open', { id }))
  return { ...rehearsal, rehearsal, cat, dog, opened }
}

describe('tagging everywhere', () => {
  test('is one edit a document, by whoever works here, announced like any other and undone like any other', async () => {
    const { rehearsal, client, cat, dog, announced, opened } = await twoArticles()
    const { edits, troubles } = expectOk(
      await client.send('library.tag', {
        tag: 'source',
        documents: [
          { id: cat, ranges: [at(4, 'cat'), at(17, 'cat')] },
          { id: dog, ranges: [at(4, 'dog')] },
        ],
      }),
    )
    expect(troubles).toEqual([])
    expect(edits.map(({ id, edit }) => [id, edit.name])).toEqual([
      [cat, 'Tag 2 places as source'],
      [dog, 'Tag as source'],
    ])
    const { person } = expectOk(await client.send('workspace.open', {}))
    for (const { id, edit } of edits) {
      expect(edit.author).toBe(person.id)
      expect(announced).toContainEqual({ event: 'article.edited', payload: { id, revision: 1, edit } })
      const { annotations, sets } = await opened(id)
      expect(annotations.map(({ tag, codebook }) => [tag, codebook])).toEqual(
        annotations.map(() => ['source', newsCodebook.version]),
      )
      expect(sets.map(({ annotator }) => annotator)).toEqual([person])
    }
    expect((await opened(cat)).annotations.map(({ span }) => span[0]!.start)).toEqual([4, 17])
    const annotator = await Annotator.at(rehearsal, cat)
    expectOk(await annotator.perform(undoEdit(annotator.author, edits[0]!.edit)))
    expect((await opened(cat)).annotations).toEqual([])
  })

  test('leaves out what does not read so any more, and what cannot be edited, and says so', async () => {
    const { client, cat, opened } = await twoArticles()
    const reply = expectOk(
      await client.send('library.tag', {
        tag: 'claim',
        documents: [
          { id: cat, ranges: [at(4, 'dog'), at(17, 'cat'), at(24, '. And')] },
          { id: 'doc-9', ranges: [at(0, 'x')] },
        ],
      }),
    )
    expect(reply.edits.map(({ id }) => id)).toEqual([cat])
    expect(reply.troubles).toEqual([
      '“The cat sat, the cat ran.”: “dog” was not tagged at 4–7: the text reads otherwise now.',
      '“The cat sat, the cat ran.”: “. And” was not tagged at 24–29: the text reads otherwise now.',
      'This workspace has no document “doc-9”.',
    ])
    expect((await opened(cat)).annotations.map(({ span }) => span[0]!.start)).toEqual([17])
  })

  test('does not tag twice', async () => {
    const { client, cat, opened } = await twoArticles()
    const again = { tag: 'claim', documents: [{ id: cat, ranges: [at(4, 'cat')] }] }
    expectOk(await client.send('library.tag', again))
    expect(expectOk(await client.send('library.tag', again))).toEqual({
      edits: [],
      troubles: ['“The cat sat, the cat ran.”: All of it is tagged as claim already.'],
    })
    expect((await opened(cat)).revision).toBe(1)
  })

  test('when the disk refuses one document, it is told of', async () => {
    const { client, cat, store, opened } = await twoArticles()
    store.refuse('append', { code: 'storage', message: 'The disk is full.' })
    expect(
      expectOk(
        await client.send('library.tag', { tag: 'claim', documents: [{ id: cat, ranges: [at(4, 'cat')] }] }),
      ),
    ).toEqual({ edits: [], troubles: ['“The cat sat, the cat ran.”: The disk is full.'] })
    expect((await opened(cat)).annotations).toEqual([])
  })

  test('refuses a tag that is not offered', async () => {
    const { client, cat } = await twoArticles()
    const documents = [{ id: cat, ranges: [at(4, 'cat')] }]
    const refused = { refusal: { code: 'invalid', message: expect.stringContaining('does not offer') } }
    expect(await client.send('library.tag', { tag: 'rumour', documents })).toMatchObject(refused)
    const [claim, ...others] = newsCodebook.tags
    const codebook = {
      ...newsCodebook,
      version: newsCodebook.version + 1,
      tags: [{ ...claim!, retired: true }, ...others],
    }
    expectOk(await client.send('codebook.save', { codebook }))
    expect(await client.send('library.tag', { tag: 'claim', documents })).toMatchObject(refused)
  })
})
