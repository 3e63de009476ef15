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

test('lines are made longer and shorter, and stay so', async ({ app }) => {
  const width = () =>
    app.article.text
      .locator('.block')
      .first()
      .evaluate((block) => block.getBoundingClientRect().width)
  await app.press('ControlOrMeta+b')
  await app.press('ControlOrMeta+Shift+b')
  const usual = await width()
  for (let steps = 0; steps < 4; steps++) await app.press('Alt+-')
  await expect.poll(width).toBeLessThan(usual * 0.85)
  await app.remembers({ lineLength: 50 })
  const short = await width()
  await app.press('ControlOrMeta+b')
  await app.press('ControlOrMeta+Shift+b')
  await app.reopen()
  await app.article.shows(ferries.firstWords)
  // The panels leave the line less room than it asks for on one of the hosts.
  await app.press('ControlOrMeta+b')
  await app.press('ControlOrMeta+Shift+b')
  await expect.poll(width).toBeCloseTo(short, 0)
})
