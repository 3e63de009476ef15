import { expect, test } from '../app'
import { bridge, ferries } from '../texts'

test('words are found in the article, counted, and gone through round the end', async ({ app }) => {
  await app.read(ferries)
  await app.article.focus()
  await app.findBar.open()
  await app.findBar.field.fill('percent')
  await app.findBar.counts('1 of 2')
  await app.press('Enter')
  await app.findBar.counts('1 of 2')
  await app.press('Enter')
  await app.findBar.counts('2 of 2')
  await app.press('Enter')
  await app.findBar.counts('1 of 2')
  await app.press('Shift+Enter')
  await app.findBar.counts('2 of 2')
})

test('what is found is selected, so that it can be tagged at once', async ({ app }) => {
  await app.read(ferries)
  await app.findBar.goTo('the operator')
  await expect(app.article.text).toBeFocused()
  await app.press('s')
  await app.annotations.are(['Source: the operator'])
})

test('case, whole words, and straight quotes for curly ones', async ({ app }) => {
  await app.read(ferries)
  await app.findBar.open()
  await app.findBar.field.fill('fare')
  await app.findBar.counts('1 of 2')
  await app.findBar.bar.getByRole('button', { name: 'Match case' }).click()
  await app.findBar.counts('1 of 1')
  await app.findBar.bar.getByRole('button', { name: 'Whole words' }).click()
  await app.findBar.counts('Not here')
  await app.findBar.field.fill('"We carried')
  await app.findBar.counts('1 of 1')
})

test('words are found in all articles, and the place is opened', async ({ app }) => {
  await app.read(ferries, bridge)
  await app.article.focus()
  await app.press('ControlOrMeta+Alt+f')
  await expect(app.findBar.field).toBeFocused()
  await app.findBar.field.fill('until June')
  const place = app.findBar.places.getByRole('link', { name: /will stay closed until June/ })
  await place.click()
  await app.article.shows(bridge.firstWords)
  await app.findBar.counts('1 of 1')
  await app.press('Escape')
  await app.press('f')
  await app.annotations.are(['Figure: until June'])
})
