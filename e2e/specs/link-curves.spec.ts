import { expect, test } from '../app'
import { openMarkedUp } from '../marking-up'
import { pages } from '../texts'

const near = 'Report 0 says'
const far = 'Paragraph 60.'

test.beforeEach(({ app }) =>
  openMarkedUp(
    app,
    pages,
    [
      ['Report 1 says', 'claim'],
      [near, 'source'],
      [far, 'source'],
    ],
    [
      ['Report 1 says', 'attributed-to', near],
      ['Report 1 says', 'attributed-to', far],
    ],
  ),
)

test('the links of what is picked are drawn beside the text', async ({ app }) => {
  const curves = app.article.pane.locator('.link-curve:has(.line)')
  await expect(curves).toHaveCount(0)
  await app.article.clickOn('Report 1 says')
  await expect(curves).toHaveCount(2)
  await expect(app.article.pane.locator('.link-curve text').first()).toHaveText('attributed to')
  await app.page.mouse.move(0, 0)
  await app.press('Escape')
  await expect(curves).toHaveCount(0)
})

test('the links of what the pointer rests on are drawn as long as it does', async ({ app }) => {
  const curves = app.article.pane.locator('.link-curve:has(.line)')
  await app.article.text.locator('.segment', { hasText: near }).hover()
  await expect(curves).toHaveCount(1)
  await app.page.mouse.move(0, 0)
  await expect(curves).toHaveCount(0)
})

test('an end out of view is named, and a click goes there', async ({ app }) => {
  await app.article.clickOn('Report 1 says')
  await app.article.pane.locator('.link-end').filter({ hasText: far }).click()
  await app.article.isAt(far)
  await app.annotations.picked(`Source: ${far}`)
})
