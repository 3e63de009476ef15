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
  await app.tag('Paragraph 119.', 'Claim')
  await app.article.focus()
  await app.press('ControlOrMeta+Home')
  // More than the list can show at once.
  for (let k = 0; k < 24; k++) {
    await app.press('ControlOrMeta+Shift+ArrowRight')
    await app.press('f')
  }
  await app.annotations.list.hover()
  await app.page.mouse.wheel(0, -10_000)
  await app.annotations.has('Figure: report')
  await app.annotations.pick('Figure: report')
  await app.article.isAt('A report of some pages')
  await app.article.clickOn('Paragraph 119.')
  await app.annotations.picked('Claim: Paragraph 119.')
  await app.annotations.inView('Claim: Paragraph 119.')
  await app.press('Alt+3')
  await app.press('Home')
  await app.annotations.picked('Figure: A')
  await app.article.isAt('A report of some pages')
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
