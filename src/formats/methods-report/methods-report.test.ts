import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { usualMeasures } from '../../core/agreement/measures'
import { surveyOf } from '../../core/agreement/survey'
import type { SurveySetting, SurveyedText } from '../../core/agreement/survey-plan'
import { asItIs } from '../../core/agreement/what-if'
import { newsCodebook } from '../../core/codebook/news'
import { HOSTILE } from '../../testing/hostile-report'
import { time } from '../../testing/records'
import { htmlMethods } from './html'
import { markdownMethods } from './markdown'
import type { Methods } from './methods'

const people = [
  { id: 'a', name: 'Ada' },
  { id: 'b', name: 'Ben' },
  { id: 'c', name: 'Cleo' },
]
const setting: SurveySetting = {
  annotators: people,
  tags: ['claim', 'source', 'figure'],
  measures: usualMeasures,
  whatIf: asItIs,
  seed: 7,
  draws: 100,
  gamma: { position: 1, category: 1 },
}

const mark = (id: string, tag: string, start: number, end: number) => ({
  id,
  tag,
  ranges: [{ start, end }],
})
const reading = (annotator: string, ...marks: ReturnType<typeof mark>[]) => ({
  annotator,
  marks,
  links: [],
})

/** Twelve documents, read by Ada and Ben, of which the even ones by Cleo as well. */
const texts: SurveyedText[] = Array.from({ length: 12 }, (_, k) => {
  return {
    text: {
      document: `d${k}`,
      length: 100,
      readings: [
        reading('a', mark('1', 'claim', 0, 10), mark('2', 'source', 20, 30)),
        reading('b', mark('3', 'claim', 0, 10 + (k % 3)), mark('4', k % 4 ? 'source' : 'figure', 20, 30)),
        ...(k % 2 ? [] : [reading('c', mark('5', 'claim', 0, 10))]),
      ],
    },
    title: `Text ${k}`,
    worked: new Map(['a', 'b', 'c'].map((id) => [id, { first: time(k), last: time(k + 60) }])),
    attributes: new Map(),
  }
})

const methodsOf = (more: Partial<Methods> = {}, of = setting): Methods => ({
  survey: surveyOf(texts, of),
  people,
  codebook: newsCodebook,
  versions: [1, 2],
  adjudication: {
    byRule: { unanimous: 12, majority: 0, alone: 1 },
    byHand: [{ name: 'Ada', decisions: { accept: 3, reject: 1, fix: 0, discuss: 2 } }],
  },
  at: time(0),
  version: '1.2.3',
  troubles: [],
  ...more,
})

describe('a report of methods in Markdown', () => {
  const report = markdownMethods(methodsOf())

  test.each([
    ['who annotated what, and when', /\| Ada \| 12 \| 24 \| 0 \| 5 January 2026, 09:00 UTC \|/],
    ['what two have both read', /\| Ada – Cleo \| 6 \|/],
    ['under which codebook', /version \d+\. Annotations were made under the versions 1, 2\./],
    ['figures with their intervals', /\| F1, exact \| 0\.\d{3} \\\[0\.\d{3}, 0\.\d{3}\\\] \|/],
    ['what is undefined in words', /– \(more than two annotators\)/],
    ['why it is', /It compares two annotators at a time/],
    [
      'what a measure answers, and its source',
      /\| F1, exact \| Of the annotations two people made.*Hripcsak/,
    ],
    ['the kinds of disagreement', /\| another tag \| 3 \|/],
    ['what is confused', /\| Source \| 0 \| \d+ \| 3 \| \d+ \|/],
    ['draws and seed', /100 draws .* seed 7/],
    ['by which rule', /12 verdicts by rule, because all who were compared said the same/],
    ['by whom', /\| Ada \| 3 \| 1 \| 0 \| 2 \|/],
  ])('says %s', (_, words) => expect(report).toMatch(words))

  test('says what is supposed, with the names of those who are left out', () => {
    const whatIf = { leaveOut: ['c'], merge: [{ tag: 'figure', into: 'source' }], ignoreShift: 3 }
    const supposed = markdownMethods(methodsOf({}, { ...setting, whatIf }))
    expect(supposed).toContain(
      '- Cleo left out\n- Figure counted as Source\n- boundaries that differ by up to 3',
    )
    expect(report).not.toContain('## Supposed')
  })

  test('says that nothing has been decided, and what is left out', () => {
    const adjudication = { byRule: { unanimous: 0, majority: 0, alone: 0 }, byHand: [] }
    const bare = markdownMethods(methodsOf({ adjudication, troubles: ['“X” is left out: it is damaged.'] }))
    expect(bare).toContain('Nothing has been decided')
    expect(bare).toContain('“X” is left out')
  })

  test('says how γ was taken, where it was', () => {
    const named = methodsOf({}, { ...setting, measures: ['gamma'], gamma: { position: 3, category: 2 } })
    expect(markdownMethods(named)).toContain('α = 3 for place and β = 2 for tag')
    expect(report).not.toContain('γ was taken')
  })
})

test('the page has the same tables, and needs nothing from elsewhere', () => {
  const page = htmlMethods(methodsOf())
  const captions = [...markdownMethods(methodsOf()).matchAll(/^### (.*)$/gm)].length
  expect(page.match(/<caption>/g)).toHaveLength(captions)
  expect(page).not.toMatch(/https?:|src=|<link|<script|url\(/)
  expect(page).toContain('prefers-color-scheme: dark')
  expect(page).toContain('@media print')
})

const kindsIn = (text: string) => fromMarkdown(text).children.map(({ type }) => type)

describe('names that would like to be mark-up', () => {
  const hostile: Methods = {
    ...methodsOf(),
    survey: surveyOf(
      texts.map((one) => ({ ...one, title: HOSTILE })),
      {
        ...setting,
        annotators: people.map(({ id }) => ({ id, name: HOSTILE })),
      },
    ),
    people: people.map(({ id }) => ({ id, name: HOSTILE })),
    codebook: {
      ...newsCodebook,
      name: HOSTILE,
      tags: newsCodebook.tags.map((tag) => ({ ...tag, name: HOSTILE })),
    },
    version: HOSTILE,
    adjudication: {
      ...methodsOf().adjudication,
      byHand: [{ name: HOSTILE, decisions: { accept: 1, reject: 0, fix: 0, discuss: 0 } }],
    },
    troubles: [HOSTILE],
  }

  test('are words in the page', () => {
    const page = htmlMethods(hostile)
    expect(page).not.toContain('<script')
    expect(page).not.toContain('<img')
    const known = new Set(htmlMethods(methodsOf()).match(/<\/?[a-z0-9]+/g))
    for (const tag of page.match(/<\/?[a-z0-9]+/g)!) expect(known).toContain(tag)
  })

  test('are words in Markdown', () => {
    const plain = markdownMethods(methodsOf({ troubles: ['It is left out.'] }))
    expect(kindsIn(markdownMethods(hostile))).toEqual(kindsIn(plain))
  })
})
