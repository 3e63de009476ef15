import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { blocksOf } from '../../core/document/blocks'
import { sentenceIntervals, sentences as schema } from '../../core/document/sentences'
import { anyText } from '../../testing/texts'
import { readArticle } from './index'
import { findSentences } from './sentences'

const listed = (text: string): string[] =>
  sentenceIntervals(findSentences(text)).map(({ start, end }) => text.slice(start, end))

/** Sentences do not overlap, cross no line end, begin and end with words, and leave nothing but blanks out. */
function expectWhole(text: string): string[] {
  expect(schema.safeParse(findSentences(text)).error?.issues).toBeUndefined()
  const found = listed(text)
  for (const sentence of found) expect(sentence).toMatch(/^\S(?:[^\n]*\S)?$/)
  expect(found.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  return found
}

const seeds = resolve(import.meta.dirname, '../../../seeds')
const articles = ['.', 'awkward'].flatMap((folder) =>
  readdirSync(resolve(seeds, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|md)$/.test(entry.name) && !/^readme/i.test(entry.name))
    .map(({ name }) => `${folder}/${name}`),
)

const textOf = (name: string): string =>
  expectOk(readArticle(new Uint8Array(readFileSync(resolve(seeds, name))), name)).text

test.each(articles)('%s is cut whole, into sentences of a length that people write', (name) => {
  const text = textOf(name)
  const found = expectWhole(text)
  const lines = blocksOf(text).filter(({ kind }) => kind !== 'blank')
  expect(found.length).toBeGreaterThanOrEqual(lines.length)
  expect(found.length).toBeLessThan(text.length / 20)
  for (const sentence of found) {
    expect(sentence).not.toMatch(/^[”’»)\],;:]/)
    expect(sentence, 'it goes on in small letters').not.toMatch(/^\p{Ll}/u)
    expect(sentence, 'it ends on a title').not.toMatch(/\b(?:Mr|Mrs|Ms|Dr|Capt)\.$/)
  }
})

test('whatever the text, all of it lies in sentences', () => {
  fc.assert(fc.property(anyText, (text) => void expectWhole(text)))
})

/** Lines of sentences with `|` between them. */
const PROSE = {
  'titles and initials': [
    'Mr. Smith left. | Dr. Jones stayed. | Gen. Lee met Sen. Roe (D-Calif.) and Prof. Kim in St. Louis.',
    'J. R. Smith paid. | H. B. Castellane wrote it. | President George W. Bush came.',
    'Plan B failed. | There was a plan C. | They had no other.',
  ],
  'other abbreviations': [
    'The U.S. economy grew. | The U.N. agreed. | The U.S. Treasury declined. | He lives in the U.S. | The plant closed.',
    'It closed at 5 p.m. on Monday. | It opened at 9 a.m. | The chairman was late.',
    'It was considered for sailings after 6 p.m. | Mr. Rourke declined to discuss it.',
    'On Jan. 5 he left. | Acme Inc. in Ohio paid. | He works at Acme Inc. | The firm closed.',
    'Smith et al. found it. | Cf. Jones. | Ph.D. students came. | The vote was 5 vs. 3.',
    'The No. 4 scanner jammed. | No. 5 did not. | He was No. 1. | He won.',
  ],
  numbers: [
    'It rose 3.5 percent. | In 2021 it fell. | That was in 1950. | 40 years later he died.',
    'It put the cost at €890m. | Consultants arrived at €610m. | That is £1.5bn. | Nobody paid.',
    '1. The first item. | 2. The second item.',
  ],
  'marks behind the stop': [
    '“It may rain.” | He said no more. | (It did.) | [It was wet.] | They left.',
    '“We’ve always said, ‘Just show us the ballots.’” | He left. | ‘No.’ | She left.',
    'He said “It is.”[1] | She left.[2] | They stayed.',
    '« Il pleut. » | Elle est partie. | „Es regnet.“ | Er ging.',
  ],
  'quoted speech that goes on': [
    '“It rains,” she said. | “It pours.” | He laughed.',
    '"It rains!" she said. | "Does it pour?" he asked. | She nodded.',
    'He asked, “What?” and left. | “Are you?” | “Yes.”',
    'He said: “I am here.” | “They’re in the queue. | They’re just too polite to stand in it.”',
  ],
  ellipses: [
    'Wait… | He left. | He was, well… not there. | It’d be … a start.',
    '“It is a very nice invoice … We repair outboard motors.” | She left.',
  ],
  'marks inside words': [
    'Visit www.example.com. | Write to a.b@example.org. | Use version 2.0. | Will.i.am sang.',
    'iPhone sales fell. | iPads did not. | He went home.',
  ],
  'no capitals': ['i went home. | it was late. | nobody came.'],
  'other scripts': [
    '临港市房租上涨。| 研究所没有回应。|“为什么？”| 没有人知道。',
    'قالت هيئة المياه إن المنسوب انخفض. | وأضافت: «الأرقام صحيحة». | من قال ذلك؟ | لا أحد.',
    'Завтра будет дождь. | Он ушёл.',
    'यह सच है। | कोई नहीं आया।',
  ],
}

describe.each(Object.entries(PROSE))('%s', (_, lines) => {
  test.each(lines)('%s', (line) => {
    const sentences = line.split(/ ?\| ?/)
    const text = sentences.join(/\p{Script=Han}/u.test(line) ? '' : ' ')
    expect(listed(text)).toEqual(sentences)
  })
})

test('a line is cut alike however long it is, and where nothing can be cut it is one', () => {
  const line = 'Mr. Smith left at 5 p.m. on Monday. “It rains,” he said. '
  expect(listed(line.repeat(1000))).toEqual(
    Array.from({ length: 1000 }, () => [
      'Mr. Smith left at 5 p.m. on Monday.',
      '“It rains,” he said.',
    ]).flat(),
  )
  for (const part of ['word and more ', 'a', '.', 'a.', 'http://', '“', '👍', 'Z\u0301', '临港市六月房租'])
    expect(findSentences(part.repeat(20_000))).toHaveLength(2)
  expect(findSentences('临港市房租上涨。'.repeat(5000))).toHaveLength(10_000)
  expect(findSentences('\n'.repeat(100_000))).toEqual([])
})

test('a word that is too long for the model changes nothing beside it', () => {
  const address = `https://example.org/${'a-long/path.html?'.repeat(20)}`
  expect(listed(`Dr. Jones read ${address}. He left. She saw (${address}) and stayed.`)).toEqual([
    `Dr. Jones read ${address}.`,
    'He left.',
    `She saw (${address}) and stayed.`,
  ])
})

test('blanks of all kinds stay where they are', () => {
  const text = '  It\u00a0fell.\t\tIt   rose.\u2028\u3000It was  5\u202fp.m.  '
  expect(listed(text)).toEqual(['It\u00a0fell.', 'It   rose.', 'It was  5\u202fp.m.'])
})
