import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { figures } from './figures'

/** The figures of an article, a paragraph a line. */
function listed(name: string): string {
  const text = readFileSync(fileURLToPath(new URL(`../../../seeds/${name}`, import.meta.url)), 'utf8')
  const lines: string[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const found = figures(text, { start, end: start + line.length })
    if (found.length > 0) lines.push(found.map((figure) => text.slice(figure.start, figure.end)).join(' | '))
    start += line.length + 1
  }
  return lines.join('\n')
}

// Both lists were written from the article. What they leave out on purpose: numbers that only point (“the four”, “one of
// them”, “four of the 31”, “two of his six”), names (“No. 4”), and small numbers in words before an adjective (“six
// treatment centers”), of which no word that is counted stands next to the number.

test('the figures of an article about vaccination are those that a reader lists', () => {
  expect(listed('vaccine-programme.txt')).toBe(
    `
Feb. 6 | two hours
26 days | March 4 | 1.14 million children | 91 percent
Feb. 12 | at least five clinics | 91 percent | three institutions
1.25 million children | between 9 months and 5 years | 2011
4,200 homes | two weeks | 74 percent | 3 points
March 11 | 1.31 million doses | about one in five | no more than 1.05 million children | 84 percent | one in 12
150,000 doses
about 95 percent | 91 percent | 74 percent | two people | 9,000–14,000 cases | fewer than 2,500
2,316 | 31 deaths | Jan. 1 | 3,900 patients | at least 48 | Feb. 24
$11.4 million | $3.2 million | 410 | 137 | almost exactly a third | 90
Feb. 3 | 19 degrees | 11 hours | 22,600 doses
second week | up to 40 percent | about 6 percent | nearly two thirds
about half | below 70 percent | $2.6 million | 10 days | 9 months | 18 | March 14 | Sept. 30
three officials | 9 percent | 26
$2.6 million | thousands of cases | nine districts
31 stores
March 9 | about 5 p.m.
`.trim(),
  )
})

test('the figures of an article about rents are those that a reader lists', () => {
  expect(listed('rent-inflation.txt')).toBe(
    `
April 17 | 4.25 percent | 5–4
3.4 percent | 7.8 percent | 21 percent | nearly half
nine people
below 4 percent | three consecutive months | almost three years
a quarter of a point | six to nine months
Two people | 12 | 15 percent | 40 percent
4.1 percent | 12 months
two years
5.5–6.5 percent | about 5 percent | 4 percent | 6.2 percent
five quarters
two percentage points | About 140,000 leases | July 1 | at least 190,000
one in five | more than 40 percent | 2,300 | one in three
half
March 28 | 4,300 crowns | 1,900 | 22 percent
€1.9bn | roughly a third | March 3 | 6 percent or more
2.4 billion crowns | $225 million | three years | 6,000 | 48,000 to 55,000
35 percent | June 12 | 4 p.m. | about 60 percent | 0.4 percent
3.7 percent or lower
34 | June 1 | 11,200 crowns a month | 9,600 | nearly 17 percent
five to four
`.trim(),
  )
})
