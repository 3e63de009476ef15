import { type App, expect, test } from '../app'
import { expectAccessible } from '../axe'
import { ferries } from '../texts'

const marked = [
  ['Ana', 'Figure', '6.5 percent'],
  ['Ana', 'Source', 'the operator'],
  ['Ana', 'Claim', 'Passenger groups called it unfair'],
  ['Ana', 'Figure', '1.2 million'],
  ['Ben', 'Figure', '6.5 percent'],
  ['Ben', 'Source', 'the operator'],
  ['Ben', 'Source', 'Passenger groups called it unfair'],
  ['Ben', 'Figure', '1.2 million people'],
  ['Cem', 'Figure', '6.5 percent'],
  ['Cem', 'Figure', '18 million euros'],
] as const

/** What three colleagues tagged in the article, as a table that one of them sent. */
const table = [
  'title,annotator,tag,quote,start,end',
  ...marked.map(([annotator, tag, words]) => {
    const start = String(ferries.content).indexOf(words)
    return ['"Ferry fares to rise again, operator says"', annotator, tag, words, start, start + words.length]
  }),
].join('\n')

const threeColleagues = async (app: App): Promise<void> => {
  await app.read(ferries)
  await app.importPanel.open([await app.fileOf({ name: 'tagged.csv', content: table, firstWords: '' })])
  await app.importPanel.import()
  await app.annotations.has('Figure: 18 million euros')
}

test('a figure says what it answers, changes with what is supposed, and leads to the differences behind it', async ({
  app,
}) => {
  await threeColleagues(app)
  await app.agreement.open()
  await app.agreement.choose('F1, exact')
  // Of every two, twice what both have in common, of all they have: (2·2 + 2·1 + 2·1) of (8 + 6 + 6).
  await app.agreement.says('0.40')
  await expect(app.agreement.details).toContainText('exactly the same boundaries and the same tag?')
  await expect(app.agreement.screen).toContainText('Too few documents for an interval (1)')

  await app.agreement.annotators.getByRole('checkbox', { name: 'Cem' }).uncheck()
  await app.agreement.says('0.50')
  await app.agreement.merge('Claim', 'Source')
  await app.agreement.says('0.75')
  await app.agreement.screen.getByRole('button', { name: 'As it is' }).click()
  await app.agreement.says('0.40')

  await app.agreement.cell('Ana', 'Ben').first().focus()
  await app.press('Enter')
  await app.review.are([/Passenger groups.*Tag/, /1\.2 million.*Boundary/])
  await app.article.shows(ferries.firstWords)
  await expect(app.review.cases).toBeFocused()
  await app.press('Escape')

  // It is looked at as it was left.
  await app.agreement.open()
  await app.agreement.says('0.40')
  await app.press('Escape')
  await expect(app.agreement.screen).toBeHidden()
  await app.article.shows(ferries.firstWords)
})

test('plots and the report are kept as files that say it all by themselves', async ({ app }) => {
  await threeColleagues(app)
  await app.agreement.open()
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(app.page, `agreement in ${colorScheme}`)
  }
  const plot = await app.saved(() => app.agreement.keep('Save SVG', 'By tag'))
  expect(plot.name).toMatch(/^agreement-by-tag.*\.svg$/)
  const svg = plot.bytes.toString()
  expect(svg).toContain('Ana, Ben, Cem; 1 article.')
  expect(svg).toMatch(/<title[^>]*>Krippendorff/)
  expect(svg, 'styles and colours of the page').not.toMatch(/class=|var\(|light-dark|oklch/)
  const picture = await app.saved(() => app.agreement.keep('Save PNG', 'Confusion of tags'))
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG')
  const data = await app.saved(() => app.agreement.keep('Save data', 'Confusion of tags'))
  expect(data.bytes.toString()).toContain('Ana,Ben,Claim,Source,1')
  const report = await app.saved(() => app.agreement.saveReport('HTML'))
  expect(report.name).toMatch(/\.html$/)
  expect(report.bytes.toString()).toContain('Cem')
  await app.status.said('Saved')
})

test('where nobody else has tagged anything it says what to do', async ({ app }) => {
  await app.read(ferries)
  await app.tag('6.5 percent', 'Figure')
  await app.status.saved()
  await app.press('Alt+6')
  await expect(app.agreement.screen).toContainText('There is nothing to compare')
  await expect(app.agreement.screen.getByRole('button', { name: 'Import annotations…' })).toBeVisible()
  await expectAccessible(app.page, 'nothing to compare')
  await app.library.document(/^Ferry fares/).click()
  await app.article.shows(ferries.firstWords)
  await expect(app.agreement.screen).toBeHidden()
})
