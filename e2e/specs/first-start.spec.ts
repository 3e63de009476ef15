import { expect, test } from '../app'

test('a first start says what to do and offers samples', async ({ app }) => {
  await expect(app.page.getByRole('heading', { name: 'No article is open' })).toBeVisible()
  await expect(app.library.document(/^Marrowgate dockers stay out/)).toBeVisible()
  await expect(app.library.links).toHaveCount(9)
})

test('a sample opens and becomes an article of the workspace', async ({ app }) => {
  await app.library.open(/^Marrowgate dockers stay out/)
  await app.article.shows('The strike that has closed Marrowgate')
  await app.library.hideSamples()
  await expect(app.library.links).toHaveCount(1)
  await app.reopen()
  await app.library.isOpen(/^Marrowgate dockers stay out/)
  await expect(app.library.links).toHaveCount(1)
})

test('an article without annotations says how to make the first', async ({ app }) => {
  await app.library.open(/^Marrowgate dockers stay out/)
  await expect(app.annotations.panel).toContainText(/select/i)
})
