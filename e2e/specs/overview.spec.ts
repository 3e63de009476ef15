import { expect, test } from '../app'
import { openMarkedUp } from '../marking-up'
import { pages } from '../texts'

test.beforeEach(({ app }) =>
  openMarkedUp(app, pages, [
    ['A report of some pages', 'claim'],
    ['Paragraph 60.', 'source'],
    ['Paragraph 61.', 'source'],
    ['Paragraph 119.', 'figure'],
  ]),
)

test('the overview says how much is tagged, and follows a new tag', async ({ app }) => {
  const overview = app.article.pane.getByRole('img', { name: /^Overview/ })
  await expect(overview).toHaveAccessibleName('Overview: 1 claim, 2 sources, 1 figure')
  await app.tag('Report 0', 'Source')
  await expect(overview).toHaveAccessibleName('Overview: 1 claim, 3 sources, 1 figure')
})

test('a click in the overview goes there', async ({ app }) => {
  const box = await app.article.pane.getByRole('img', { name: /^Overview/ }).boundingBox()
  if (!box) throw new Error('the overview is not shown')
  await app.page.mouse.click(box.x + box.width / 2, box.y + box.height - 2)
  await app.article.isAt('Paragraph 119.')
  await app.page.mouse.click(box.x + box.width / 2, box.y + 2)
  await app.article.isAt('A report of some pages')
})
