import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ada, ben } from '../testing/records'
import type { Colleagues } from '../workbench/testing/colleagues'
import { terminal } from './testing/command-line'

const { assay, json, annotated, folder } = terminal()

async function differ(people: Colleagues): Promise<void> {
  await people.tag(ada, 'The [cat] sat, they said.')
  await people.tag(ben, 'The [cat] sat, they said.')
  await people.tag(ada, 'The cat sat, [they] said.', 'source')
  await people.tag(ben, 'The cat sat, [they said].', 'source')
  await people.tag(ben, '[The] cat sat, they said.', 'figure')
}
const twoRead = (): Promise<string> => annotated('cat.txt', 'The cat sat, they said.', differ)

test('how far two annotators agree, for people', async () => {
  await twoRead()
  const { status, out, err } = await assay(['agree', '--measure', 'f1-strict', '--measure', 'links-exact'])
  expect({ status, err, out }).toEqual({
    status: 0,
    err: '',
    out: `1 document, 1 read by two or more: Ada (1 document, 2 annotations), Ben (1 document, 3 annotations)

Shares that explain themselves  all    Claim  Source  Figure
  f1-strict                     0.400  1.000  0.000   0.000

Links          all
  links-exact  –

Compared two by two     all  Claim  Source  Figure
  the same              1    1      0       0
  other attributes      0    0      0       0
  other boundaries      1    0      1       0
  another tag           0    0      0       0
  missed by the first   1    0      0       1
  missed by the second  0    0      0       0
  another link or none  0    0      0       0

No interval: Only 1 document counts something here; with fewer than 10 an interval would look surer than it is.
–  no data: Nobody marked anything that counts here.
Intervals: 95 %, by bootstrap over documents, 1000 draws, seed 1.
`,
  })
})

test('for programs, with what is supposed', async () => {
  const id = await twoRead()
  const found = await json([
    'agree',
    '--document',
    id,
    '--annotators',
    'Ada, ben',
    '--merge',
    'figure=source',
    '--ignore-shift',
    '9',
    '--seed',
    '3',
  ])
  expect(found).toMatchObject({
    status: 0,
    seed: 3,
    tags: ['claim', 'source'],
    whatIf: { leaveOut: [], merge: [{ tag: 'figure', into: 'source' }], ignoreShift: 9 },
    split: { all: { agreed: 2, missedByFirst: 1, boundaryDiffers: 0 } },
  })
})

test.each([
  ['agreement.html', '<!doctype html>'],
  ['agreement.md', '# Agreement between annotators'],
])('as a report, %s', async (name, beginning) => {
  await twoRead()
  const path = join(folder(), name)
  expect(await assay(['agree', '--report', name])).toEqual({ status: 0, err: '', out: `Wrote ${path}\n` })
  expect((await readFile(path, 'utf8')).startsWith(beginning)).toBe(true)
})

test('what is undefined is said, and what cannot be is refused', async () => {
  const id = await twoRead()
  expect((await assay(['agree', '--leave-out', 'Ben'])).out).toContain(
    '–  one annotator only: No document here was read by two of the annotators.',
  )
  expect(await assay(['agree', '--annotators', 'Ada,Zoe'])).toMatchObject({
    status: 1,
    err: expect.stringContaining('“Zoe”') as string,
  })
  expect(await assay(['agree', '--document', `${id}x`])).toMatchObject({ status: 1 })
  expect(await assay(['agree', '--measure', 'beta'])).toMatchObject({
    status: 1,
    err: expect.stringContaining('There is no measure “beta”.') as string,
  })
})

test.each([
  [['--merge', 'claim'], /--merge needs/],
  [['--ignore-shift', 'some'], /--ignore-shift needs/],
  [['--seed', '-1'], /seed/],
  [['--report', 'agreement.pdf'], /ends in \.html or \.md/],
  [['--annotators', ','], /names with commas/],
  [['--format', 'csv'], /no option --format/],
] as const)('%j is a wrong use', async (args, message) => {
  const { status, err } = await assay(['agree', ...args])
  expect(status).toBe(2)
  expect(err).toMatch(message)
})
