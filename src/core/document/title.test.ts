import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyWords } from '../../testing/texts'
import { blocksOf } from './blocks'
import { isCaption, titleOf } from './title'

const titleIn = (text: string): string => titleOf(text, blocksOf(text), 'the-file')

test.each([
  'A dredger works the mouth of the Halden estuary in March. Photograph: Ines Varga/Northlight',
  'Voters queue in Tarrow County. (AP Photo/Jane Roe)',
  'The minister on Friday (Photo: Reuters)',
  'Photo by Daniel Achterberg',
  'Photos by Ana de la Cruz and Ben Okri',
  'PHOTO: JANE ROE',
  'Photograph © Ruth Okello-Marsh',
  'Picture: Rosa Mbeki/PA',
  'Image: NASA',
  'Illustration by Guardian Design',
  'The plant at night. Image courtesy of the Port Authority of Selim',
  'The ship in November — Photo: Yusuf Behar/Straitwatch.',
  'Credit: Ines Varga',
  'Graphic: Statistics Aldmark, 2025',
  'A flooded street in Erray on Monday. Jane Roe/AFP via Getty Images',
  'A flooded street in Erray on Monday. Jane Roe | Reuters',
])('a caption: %s', (line) => {
  expect(isCaption(line)).toBe(true)
  expect(titleIn(`${line}\n\nThe headline\n\nThe first words.`)).toBe('The headline')
})

test.each([
  'The big picture: what rents tell us about wages',
  'The Big Picture: What Rents Tell Us',
  'Picture this: a port without cranes',
  'Credit: why it is dearer than it was',
  'Photo finish decides the Aldmark marathon',
  'Photo by photo, how a river vanished',
  'Image rights: players take the league to court',
  'A photo by the mayor’s son and what it shows',
  'Credit Suisse and the price of trust',
  'Photograph shows minister at dinner, says leader',
  'Illustration of a failure: the bridge at Oso',
  'By land and by sea, the cargo came',
  'By the time the ships came, the price had doubled',
  'By Christmas the port will be open again',
  'From crisis to calm: how the port recovered',
  'From Russia with oil: 31 cargoes',
  'Von der Leyen kündigt Reform an',
  'Words fail the minister',
  'Rents, Not Wages, Now Divide Aldmark’s Rate-Setters',
])('a headline: %s', (line) => {
  expect(isCaption(line)).toBe(false)
  expect(titleIn(`${line}\n\nThe first words.`)).toBe(line)
})

test.each([
  'By Tomas Eklund',
  'By Bridie Cannaway, industrial correspondent',
  'By Rosalind Achterhof | Staff writer',
  'By Edmund Lascelles-Ito at the Guildhall, Haldenmouth',
  'By Samuel Adeyo-Finch and Clara Voss',
  'By VIKTOR SAINT-AUBIN in Port Selim',
  'BY JANE ROE',
  'by Ana de la Cruz',
  'By Reuters',
  'Words by Sam O’Neill',
  'Von Anna Schmidt, Berlin',
  'Par Renée Bélanger-Hou',
  'Por Lucía Núñez',
  'From our correspondent in Lisbon',
])('a byline: %s', (line) => {
  expect(titleIn(`\n${line}\n\nThe headline\n`)).toBe('The headline')
})

test('a heading is the title, wherever it stands', () => {
  const text = 'Photo by Jane Roe\n\nSome words\n\n  The   heading '
  expect(titleOf(text, blocksOf(text, [{ line: 4, kind: 'heading', level: 1 }]), 'file')).toBe('The heading')
})

test('a line that is styled as a caption is no title, whatever it says', () => {
  const text = 'A dredger at work\n\nThe headline'
  expect(titleOf(text, blocksOf(text, [{ line: 0, kind: 'caption' }]), 'file')).toBe('The headline')
})

test('the name of the file serves when there is no other', () => {
  expect(titleIn('By Jane Roe\n\nPhoto by Jane Roe\n\n \n')).toBe('the-file')
})

test('a long line is cut at a word, without a comma or dash at the end', () => {
  const words =
    'The man who lowered the alert says the gauge was wrong, and the woman who read it – she says it was not'
  expect(titleIn(words)).toBe(
    'The man who lowered the alert says the gauge was wrong, and the woman who read it – she…',
  )
  expect(titleIn(words.replace('she', 'shewhoknows'))).toBe(
    'The man who lowered the alert says the gauge was wrong, and the woman who read it…',
  )
})

test('a line without blanks is cut between characters', () => {
  expect(titleIn('👨‍👩‍👧‍👦'.repeat(20))).toBe(`${'👨‍👩‍👧‍👦'.repeat(8)}…`)
  expect(titleIn('临'.repeat(100))).toBe(`${'临'.repeat(90)}…`)
})

test('every text has a title, which fits the list and is of whole characters', () => {
  fc.assert(
    fc.property(anyWords, (text) => {
      const title = titleIn(text)
      expect(title).not.toBe('')
      expect(title.length).toBeLessThanOrEqual(91)
      expect(title.isWellFormed()).toBe(true)
    }),
  )
})

test('lines made to mislead have a title too', () => {
  const ands = `By Jane ${'and '.repeat(60)}!`
  expect(titleIn(ands)).toMatch(/^By Jane and/)
  for (const endless of ['photo '.repeat(100_000), `By Jane ${'Roe '.repeat(100_000)}`, '/ '.repeat(100_000)])
    expect(titleIn(endless)).toMatch(/…$/)
})
