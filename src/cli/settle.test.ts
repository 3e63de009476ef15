import { expect, test } from 'vitest'
import { ada, ben } from '../testing/records'
import type { Colleagues } from '../workbench/testing/colleagues'
import { terminal } from './testing/command-line'

const { assay, json, annotated } = terminal()

const cleo = { id: 'person-cleo', name: 'Cleo' }

async function annotate(people: Colleagues): Promise<void> {
  for (const person of [ada, ben, cleo]) await people.tag(person, 'The [cat] sat, they said.')
  for (const person of [ada, ben]) await people.tag(person, 'The cat sat, [they] said.', 'source')
  await people.tag(cleo, 'The cat [sat], they said.', 'figure')
}

const stage = (): Promise<string> => annotated('cat.txt', 'The cat sat, they said.', annotate)

test('settles by a rule, after saying how that would go', async () => {
  const id = await stage()
  expect(await assay(['settle', '--rule', 'unanimous', '--dry-run'])).toEqual({
    status: 0,
    err: '',
    out: `${id}  1 settled (1 unanimous)  2 open  The cat sat, they said.
Would settle 1 case in 1 document, 2 left to decide.
`,
  })
  const settled = { unanimous: 1, majority: 2, alone: 0 }
  expect(await json(['settle', '--rule', 'majority'])).toEqual({
    status: 0,
    documents: [{ id, settled, open: 0 }],
    left: [],
    troubles: [],
    problems: [],
  })
  expect((await assay(['settle', '--rule', 'majority'])).out).toContain('0 settled  0 open')
  // What Cleo alone had did not hold.
  expect((await assay(['diff', 'Cleo', 'Adjudicated'])).out).toContain('1 document: 2 alone, 1 agreed')
  expect((await assay(['check'])).status).toBe(0)
})

test('among some annotators, and for what one alone has', async () => {
  const id = await stage()
  const some = ['settle', '--dry-run', '--annotators', 'Ada, Ben', '--rule', 'unanimous']
  expect(await json(some)).toMatchObject({ documents: [{ settled: { unanimous: 2 }, open: 0 }] })
  const mine = ['settle', '--rule', 'alone', '--mine', 'cleo', '--document', id]
  expect((await assay(mine)).out).toContain('2 settled (1 unanimous, 1 alone)  1 open')
})

test('says where there is nothing to compare', async () => {
  const id = await annotated('dog.txt', 'the dog ran', (people) => people.tag(ada, 'the [dog] ran'))
  expect((await assay(['settle', '--rule', 'majority'])).out).toBe(
    `${id}  There is nothing to compare: only Ada has annotated it.
Settled 0 cases in 0 documents, 0 left to decide.
`,
  )
})

test.each([
  ['', 2, 'Say by which rule, with --rule.'],
  ['--rule dice', 2, 'There is no rule “dice”.'],
  ['--rule alone', 2, 'Say of whom what they alone have holds, with --mine.'],
  ['--rule majority --mine Ada', 2, '--mine goes with --rule alone.'],
  ['--rule majority --annotators Ada', 2, '--annotators needs two at least, with commas between them.'],
  [
    '--rule majority --annotators Ada,Dan',
    1,
    'No annotator here is called “Dan”. There are Ada, Ben and Cleo.',
  ],
  ['--rule majority --document doc-9', 1, 'This workspace has no document “doc-9”.'],
])('settle %s is refused', async (line, status, sentence) => {
  if (status === 1) await stage()
  const done = await assay(['settle', ...line.split(' ').filter(Boolean)])
  expect(done).toMatchObject({ status, out: '' })
  expect(done.err.startsWith(sentence), done.err).toBe(true)
})
