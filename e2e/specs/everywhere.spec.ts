import { type App, expect, test } from '../app'
import type { Text } from '../texts'

const one: Text = {
  name: 'one.txt',
  firstWords: 'Mayor Ode Brandt',
  content: 'Mayor Ode Brandt spoke.\n\nBrandt said no. Later, Brandt said yes; Brandtson did not.',
}
const other: Text = {
  name: 'other.txt',
  firstWords: 'A second article',
  content: 'A second article\n\nBrandt was not there.',
}

const panel = (app: App) => app.page.getByRole('dialog', { name: 'Tag the same words everywhere' })

test('the same words are tagged in the whole article, all but what is not ticked, with one undo', async ({
  app,
}) => {
  await app.read(one)
  await app.article.selectWords('Brandt')
  await app.press('s')
  await app.annotations.are(['Source: Brandt'])
  await app.press('e')
  const places = panel(app).getByRole('list', { name: 'Places' }).getByRole('checkbox')
  await expect(places).toHaveCount(3)
  await expect(places.first()).toBeDisabled()
  await places.nth(2).uncheck()
  await panel(app).getByRole('button', { name: 'Tag 1 place' }).click()
  await app.annotations.are(['Source: Brandt', 'Source: Brandt'])
  await app.status.said('Tagged 1 place as source')
  await app.press('ControlOrMeta+z')
  await app.annotations.are(['Source: Brandt'])
})

test('in all articles, with one undo', async ({ app }) => {
  await app.read(one, other)
  await app.article.selectWords('Brandt')
  await app.press('e')
  await panel(app).getByRole('combobox', { name: 'Tag as' }).selectOption({ label: '◆ Source' })
  await panel(app).getByRole('checkbox', { name: 'In all articles' }).check()
  await panel(app).getByRole('button', { name: 'Tag 4 places' }).click()
  await app.annotations.counts('Source', 3)
  await app.status.said('Tagged 4 places in 2 articles as source')
  await app.library.open('A second article')
  await app.annotations.are(['Source: Brandt'])
  await app.status.undoes('Tag in several articles')
  await app.press('ControlOrMeta+z')
  await app.annotations.are([])
  await app.library.open(/^Mayor Ode Brandt/)
  await app.annotations.are([])
})
