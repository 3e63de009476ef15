import { expect, test } from '../app'
import { ferries } from '../texts'

// One after the other: all windows on a screen share its clipboard.
test.describe.configure({ mode: 'default' })

test('text of the clipboard becomes an article', async ({ app }) => {
  await app.copy('Storm leaves one in six without power\n\nThe grid company said so on Tuesday.')
  // As one comes back from another program: a window without the focus may not read the clipboard.
  await app.page.getByRole('heading', { name: 'No article is open' }).click()
  await app.press('ControlOrMeta+Shift+v')
  await app.library.isOpen('Storm leaves one in six without power')
  await app.article.shows('The grid company said so')
})

test('what is copied from an article is its text, tags or not', async ({ app }) => {
  await app.read(ferries)
  await app.tag('6.5 percent', 'Figure')
  await app.article.selectFromTo('Fares will go up', 'called it unfair.')
  await app.press('ControlOrMeta+c')
  await app.press('ControlOrMeta+Shift+v')
  await app.library.isOpen(/^Fares will go up by 6\.5 percent in April/)
})

test('neither pasting nor cutting changes the text', async ({ app }) => {
  await app.read(ferries)
  const before = await app.article.everything()
  await app.copy('forged words')
  await app.article.focus()
  await app.press('ControlOrMeta+v')
  await app.article.selectWords('the operator')
  await app.press('ControlOrMeta+x')
  await app.article.focus()
  expect(await app.article.everything()).toBe(before)
})
