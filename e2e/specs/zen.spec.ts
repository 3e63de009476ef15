import { expect, test } from '../app'
import { ferries } from '../texts'

test.beforeEach(async ({ app }) => {
  await app.read(ferries)
  await app.article.focus()
})

for (const leaving of ['z', 'Escape']) {
  test(`only the text is shown, until ${leaving}`, async ({ app }) => {
    await app.press('z')
    await expect(app.library.pane).toBeHidden()
    await expect(app.article.tools).toBeHidden()
    await expect(app.page.getByRole('list', { name: 'Annotations' })).toBeHidden()
    await expect(app.article.text).toBeFocused()
    await app.press(leaving)
    await expect(app.library.pane).toBeVisible()
    await expect(app.article.tools).toBeVisible()
    await expect(app.article.text).toBeFocused()
  })
}

test('words can be tagged while only the text is shown', async ({ app }) => {
  await app.press('z')
  await app.article.selectWords('Passenger groups')
  await app.press('s')
  await app.article.showsTags('Passenger groups', ['Source'])
  await app.status.saved()
})

test('going to the documents brings them back', async ({ app }) => {
  await app.press('z')
  await app.press('Alt+1')
  await expect(app.library.pane).toBeVisible()
})
