import { expect, test } from 'vitest'
import { ada, ben } from '../testing/records'
import type { Colleagues } from '../workbench/testing/colleagues'
import { terminal } from './testing/command-line'

const { assay, json, annotated } = terminal()

const TEXT = 'The cat sat, they said.'

async function differ(people: Colleagues): Promise<void> {
  const cat = await people.tag(ada, 'The [cat] sat, they said.', 'claim', { kind: 'fact' })
  await people.tag(ben, 'The [cat] sat, they said.', 'claim', { kind: 'opinion' })
  await people.tag(ada, 'The cat [sat], they said.', 'figure')
  await people.tag(ben, 'The cat [sat], they said.', 'figure')
  const they = await people.tag(ada, 'The cat sat, [they] said.', 'source')
  await people.tag(ben, 'The cat sat, [they said].', 'source')
  await people.tag(ben, '[The] cat sat, they said.')
  await people.link(ada, cat, they)
}

test('two annotators’ differences, both versions below each other, in the order of the text', async () => {
  const id = await annotated('cat.txt', TEXT, differ)
  expect(await assay(['diff', 'Ada', 'Ben'])).toEqual({
    status: 0,
    err: '',
    out: `${TEXT}  ${id}
  0–3  alone
    Ada  –
    Ben  claim  “The”
  4–7  attributes
    Ada  claim  “cat”  kind=fact
    Ben  claim  “cat”  kind=opinion
  4–17  link, alone
    Ada  attributed-to  “cat” → “they”
    Ben  –
  13–22  boundary
    Ada  source  “they”
    Ben  source  “they said”
  1 alone, 1 attributes, 1 agreed, 1 boundary; links: 1 alone

1 document: 1 alone, 1 attributes, 1 agreed, 1 boundary; links: 1 alone
`,
  })
})

test('what both agree on is shown on demand, and counted anyway', async () => {
  const id = await annotated('cat.txt', TEXT, differ)
  expect((await assay(['diff', 'ben', 'ada', '--all'])).out).toContain(`  8–11  agreed
    Ben  figure  “sat”
    Ada  figure  “sat”
`)
  const counts = { annotations: { alone: 1, attributes: 1, agreed: 1, boundary: 1 }, links: { alone: 1 } }
  const some = await json(['diff', 'Ada', 'Ben', '--document', id])
  expect(some).toMatchObject({
    status: 0,
    annotators: [ada, ben],
    documents: [{ id, counts }],
    counts,
    left: [],
  })
  const all = await json(['diff', 'Ada', 'Ben', '--all'])
  expect([some, all].map(({ documents }) => (documents as [{ cases: [] }])[0].cases.length)).toEqual([4, 5])
})

test('a document that not both have annotated is passed over, and a problem when it was named', async () => {
  await annotated('cat.txt', TEXT, differ)
  const dog = await annotated('dog.txt', 'the dog ran', (people) => people.tag(ada, 'the [dog] ran'))
  const all = await assay(['diff', 'Ada', 'Ben'])
  expect(all).toMatchObject({ status: 0, err: '' })
  expect(all.out).toMatch(/^1 document: .*\n1 document is not annotated by both\n$/m)
  const why = 'No annotator here is called “Ben”. There is Ada.'
  expect(await json(['diff', 'Ada', 'Ben'])).toMatchObject({ left: [{ id: dog, title: 'the dog ran', why }] })
  expect(await json(['diff', 'Ada', 'Ben', '--document', dog])).toEqual({
    status: 1,
    problems: [`Nothing was compared. ${why}`],
  })
})

test('is refused for who and what is not there', async () => {
  await annotated('cat.txt', TEXT, differ)
  expect(await assay(['diff', 'Ada', 'Cleo'])).toEqual({
    status: 1,
    out: '',
    err: 'Nothing was compared. No annotator here is called “Cleo”. There are Ada and Ben.\n',
  })
  expect((await assay(['diff', 'Ada', 'Ben', '--document', 'doc-9'])).err).toBe(
    'The list has no document “doc-9”.\n',
  )
  expect(await assay(['diff', 'Ada'])).toMatchObject({ status: 2 })
})
