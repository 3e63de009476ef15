import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { type Rehearsal, rehearse } from './testing/rehearsal'

const name = 'two-readings.assay.json'
const file = readFileSync(resolve(import.meta.dirname, '../../seeds/examples', name), 'utf8')
const samples = { 'cat.txt': 'The cat sat.', [name]: file, 'bad.assay.json': '{"format": "assay"' }

const offered = async ({ client }: Rehearsal) => expectOk(await client.send('workspace.open', {})).samples
const add = async ({ client }: Rehearsal) =>
  expectOk(await client.send('library.addSample', { name })).document
const open = async ({ client }: Rehearsal, id: string) => expectOk(await client.send('article.open', { id }))
const countsOf = async (rehearsal: Rehearsal, id: string) => {
  const { sets, annotations, links, comments } = await open(rehearsal, id)
  return [sets.length, annotations.length, links.length, comments.length]
}

test('a sample with sets is offered under the title of its article, with how many tagged it', async () => {
  const rehearsal = rehearse({ samples })
  const { text } = (JSON.parse(file) as { documents: { text: string }[] }).documents[0]!
  const cat = { name: 'cat.txt', title: 'The cat sat.', length: 12 }
  const title = expect.stringMatching(/^Tarnmouth’s new ferry/) as string
  expect(await offered(rehearsal)).toEqual([cat, { name, title, length: text.length, annotators: 2 }])
  expect(rehearsal.logged).toEqual([
    expect.objectContaining({ message: expect.stringContaining('bad.assay.json') }),
  ])
  await add(rehearsal)
  expect(await offered(rehearsal)).toEqual([cat])
})

test('it becomes a document with its sets, and leaves the codebook as it was', async () => {
  const rehearsal = rehearse({ samples })
  const before = expectOk(await rehearsal.client.send('workspace.open', {})).codebook
  const document = await add(rehearsal)
  const { article, sets, annotations, links, comments, warnings } = await open(rehearsal, document.id)
  expect(article.title).toBe(document.title)
  expect(sets.map(({ annotator }) => annotator.name)).toEqual(['Ana Ruiz', 'Ben Okafor'])
  for (const { id } of sets) {
    expect(annotations.filter(({ set }) => set === id).length).toBeGreaterThanOrEqual(16)
    expect(links.filter(({ set }) => set === id).length).toBeGreaterThanOrEqual(6)
  }
  expect(comments).toHaveLength(2)
  expect(warnings).toEqual([])
  const tagged = Object.values(document.counts).reduce((sum, count) => sum + count, 0)
  expect(tagged).toBe(annotations.length)
  expect(expectOk(await rehearsal.client.send('workspace.open', {})).codebook).toEqual(before)
})

test('whoever asks twice, at once or later, has it once', async () => {
  const rehearsal = rehearse({ samples })
  const [one, other] = await Promise.all([add(rehearsal), add(rehearsal)])
  const counts = await countsOf(rehearsal, one.id)
  expect(other).toEqual(one)
  expect(await add(rehearsal)).toEqual(one)
  expect(rehearsal.workbench.documents()).toHaveLength(1)
  expect(await countsOf(rehearsal, one.id)).toEqual(counts)
})

test('when it was removed it comes back as it was left', async () => {
  const rehearsal = rehearse({ samples })
  const { client } = rehearsal
  const { id } = await add(rehearsal)
  const { annotations, links, comments } = await open(rehearsal, id)
  const loose = annotations.find(
    (annotation) =>
      links.every(({ from, to }) => from !== annotation.id && to !== annotation.id) &&
      comments.every(({ on }) => on !== annotation.id),
  )!
  const edit = {
    id: 'edit-own',
    name: 'Remove claim',
    author: 'person-ada',
    at: '2026-11-01T09:00:00.000Z',
    changes: [{ of: 'annotation' as const, kind: 'remove' as const, record: loose }],
  }
  expectOk(await client.send('article.perform', { id, edit }))
  const left = await countsOf(rehearsal, id)
  expectOk(await client.send('library.remove', { ids: [id] }))
  expect((await add(rehearsal)).id).toBe(id)
  expect(await countsOf(rehearsal, id)).toEqual(left)
})

test('an article that is here without the sets gets them', async () => {
  const { text } = (JSON.parse(file) as { documents: { text: string }[] }).documents[0]!
  const rehearsal = rehearse({ samples })
  const files = [{ name: 'ferry.txt', bytes: new TextEncoder().encode(text) }]
  const { added } = expectOk(await rehearsal.client.send('library.add', { files }))
  expect((await add(rehearsal)).id).toBe(added[0]!.id)
  expect((await countsOf(rehearsal, added[0]!.id))[0]).toBe(2)
})

test('one that cannot be read is refused', async () => {
  const { client } = rehearse({ samples })
  for (const [wanted, code] of [
    ['bad.assay.json', 'unreadable'],
    ['gone.assay.json', 'missing'],
  ] as const)
    expect(await client.send('library.addSample', { name: wanted })).toMatchObject({ refusal: { code } })
})
