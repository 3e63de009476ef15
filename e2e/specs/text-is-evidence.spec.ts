import { expect, test } from '../app'
import { ferries } from '../texts'

test('nothing that is typed changes the text', async ({ app }) => {
  await app.read(ferries)
  const before = await app.article.everything()
  await app.article.selectByKeyboard('Fares')
  for (const keys of ['x', 'Enter', 'Space', 'Backspace', 'Delete', 'Tab']) {
    await app.article.focus()
    await app.press(keys)
  }
  await app.article.focus()
  await app.page.keyboard.insertText('forged')
  await app.article.shows(ferries.firstWords)
  expect(await app.article.everything()).toBe(before)
})
