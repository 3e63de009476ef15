import { expect, test } from '../app'
import { ferries, pages } from '../texts'

test('the list shows one tag only, with the counts of all', async ({ app }) => {
  await app.read(ferries)
  await app.tag('the operator', 'Source')
  await app.tag('6.5 percent', 'Figure')
  await app.tag('40 percent', 'Figure')
  await app.annotations.counts('All', 3)
  await app.annotations.counts('Claim', 0)
  await app.annotations.counts('Source', 1)
  await app.annotations.counts('Figure', 2)
  await app.annotations.show('Figure')
  await app.annotations.are(['Figure: 6.5 percent', 'Figure: 40 percent'])
  await app.annotations.show('All')
  await expect(app.annotations.links).toHaveCount(3)
})

test('picking in the list scrolls the text, picking in the text scrolls the list', async ({ app }) => {
  await app.read(pages)
  for (const k of [1, 20, 40, 60, 80, 100, 119]) await app.tag(`Paragraph ${k}.`, 'Claim')
  for (const k of [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]) {
    await app.article.selectWords(`Paragraph ${k}.`)
    await app.press('f')
  }
  await app.annotations.counts('All', 25)
  await app.annotations.page.keyboard.press('Alt+3')
  await app.press('Home')
  await app.annotations.pick('Claim: Paragraph 1.')
  await app.article.isAt('Paragraph 1.')
  await app.article.clickOn('Paragraph 119.')
  await app.annotations.picked('Claim: Paragraph 119.')
  await app.annotations.has('Claim: Paragraph 119.')
})

test('N and P go from one annotation to the next in the order of the text', async ({ app }) => {
  await app.read(pages)
  await app.tag('Paragraph 90.', 'Claim')
  await app.tag('Paragraph 2.', 'Figure')
  await app.article.clickOn('A report of some')
  await app.press('n')
  await app.annotations.picked('Figure: Paragraph 2.')
  await app.press('n')
  await app.annotations.picked('Claim: Paragraph 90.')
  await app.article.isAt('Paragraph 90.')
  await app.press('p')
  await app.annotations.picked('Figure: Paragraph 2.')
  await app.article.isAt('Paragraph 2.')
})
