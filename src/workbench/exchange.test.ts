import { describe, expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { assayFile } from '../formats/sets/assay/assay-file'
import { codecs } from '../formats/sets/index'
import { Annotator, correction, filesOf, hashOf, rehearse } from './testing/rehearsal'

async function twoArticles() {
  const rehearsal = rehearse()
  const files = filesOf({ 'cat.txt': 'The cat: it sat.', 'dog.txt': 'the dog ran' })
  const { added } = expectOk(await rehearsal.client.send('library.add', { files }))
  const cat = added[0]!.id
  const dog = added[1]!.id
  await (await Annotator.at(rehearsal, cat)).tags('[The cat]: it [sat].')
  await (await Annotator.at(rehearsal, dog)).tags('the [dog] ran', 'source')
  return { ...rehearsal, rehearsal, cat, dog }
}

const read = (bytes: Uint8Array) => assayFile.parse(JSON.parse(new TextDecoder().decode(bytes)))

describe('exporting', () => {
  test('one article, in a file with its title', async () => {
    const { client, cat } = await twoArticles()
    const { file, mediaType, losses } = expectOk(
      await client.send('sets.export', { documents: [cat], format: 'assay-json' }),
    )
    expect(file.name).toBe('The cat it sat.json')
    expect([mediaType, losses]).toEqual(['application/json', []])
    const opened = expectOk(await client.send('article.open', { id: cat }))
    expect(read(file.bytes).documents).toEqual([
      {
        ...opened.article,
        sets: opened.sets,
        annotations: opened.annotations,
        links: [],
        comments: [],
        verdicts: [],
        answers: [],
      },
    ])
  })

  test('only what one annotator said, when that is asked for', async () => {
    const { client, cat } = await twoArticles()
    const { person } = expectOk(await client.send('workspace.open', {}))
    const exported = async (name: string) => {
      const params = { documents: [cat], format: 'assay-json', annotators: [name] }
      return read(expectOk(await client.send('sets.export', params)).file.bytes).documents[0]!
    }
    expect((await exported(person.name)).annotations).toHaveLength(1)
    const { sets, annotations } = await exported('Somebody else')
    expect([sets, annotations]).toEqual([[], []])
  })

  test('all that are in the list, in a file with the day; one that is named twice is there once', async () => {
    const { client, cat, dog } = await twoArticles()
    const all = expectOk(await client.send('sets.export', { documents: [], format: 'assay-json' }))
    expect(all.file.name).toBe('assay-2026-01-05.json')
    expect(read(all.file.bytes).documents.map(({ id }) => id)).toEqual([cat, dog])
    const named = await client.send('sets.export', { documents: [dog, cat, dog], format: 'assay-json' })
    expect(read(expectOk(named).file.bytes).documents.map(({ id }) => id)).toEqual([dog, cat])
    expectOk(await client.send('library.remove', { ids: [cat] }))
    const left = expectOk(await client.send('sets.export', { documents: [], format: 'assay-json' }))
    expect(read(left.file.bytes).documents.map(({ id }) => id)).toEqual([dog])
  })

  test.each(codecs.map(({ id }) => id))('in %s says what is lost', async (format) => {
    const { client } = await twoArticles()
    const { file, losses } = expectOk(await client.send('sets.export', { documents: [], format }))
    const codec = codecs.find(({ id }) => id === format)!
    expect(file.name).toMatch(new RegExp(`\\.${codec.extension}$`))
    expect(file.bytes.length).toBeGreaterThan(0)
    expect(losses.some((loss) => loss.includes('in several pieces'))).toBe(!codec.capabilities.pieces)
  })

  test('a text that was corrected is exported as it reads now, with a hash that is of that text', async () => {
    const { client, rehearsal, cat } = await twoArticles()
    const before = expectOk(await client.send('article.open', { id: cat })).article
    await (await Annotator.at(rehearsal, cat)).does(correction('The cat: it sat[.]', ' still.'))
    const { file } = expectOk(await client.send('sets.export', { documents: [cat], format: 'assay-json' }))
    const document = read(file.bytes).documents[0]!
    expect(document).toMatchObject({ text: 'The cat: it sat still.', hash: hashOf('The cat: it sat still.') })
    expect(document.hash).not.toBe(before.hash)
    expect(document).not.toHaveProperty('sentences')
    for (const { start, end, exact } of document.annotations.flatMap(({ span }) => span))
      expect(document.text.slice(start, end)).toBe(exact)
  })

  test('refuses a format or a document that is not there, and nothing at all', async () => {
    const { client } = await twoArticles()
    expect(await client.send('sets.export', { documents: [], format: 'wav' })).toMatchObject({
      refusal: { code: 'invalid', message: expect.stringContaining('assay-json') },
    })
    expect(await client.send('sets.export', { documents: ['doc-9'], format: 'csv' })).toMatchObject({
      refusal: { code: 'missing' },
    })
    expect(await rehearse().client.send('sets.export', { documents: [], format: 'csv' })).toMatchObject({
      refusal: { code: 'missing' },
    })
  })
})
