import { expect, test } from '../app'
import { ferries } from '../texts'

test.beforeEach(async ({ app }) => {
  await app.read(ferries)
  await app.tag('the operator', 'Source')
})

test('Enter goes to the note of what is picked, Escape back to the text', async ({ app }) => {
  await app.press('Enter')
  await expect(app.annotations.note).toBeFocused()
  await app.page.keyboard.type('Not named. Ask for the letter; c s f 1 2 3 are only letters here.')
  await app.press('Escape')
  await expect(app.article.text).toBeFocused()
  await app.status.said('Noted at “the operator”')
  await app.annotations.are(['Source: the operator'])
  await app.status.undoes('Add note')
})

test('a note has several lines and is there after a restart', async ({ app }) => {
  await app.annotations.writeNote('First line\nSecond line')
  await app.status.said('Noted')
  await app.status.saved()
  await app.reopen()
  await expect(app.annotations.panel).toContainText('First line')
  await app.annotations.pick('Source: the operator')
  await expect(app.annotations.note).toHaveValue('First line\nSecond line')
})

test('a note is seen in the list when another one is picked', async ({ app }) => {
  await app.annotations.writeNote('Only one source')
  await app.tag('6.5 percent', 'Figure')
  await expect(app.annotations.list).toContainText('Only one source')
})

test('a note that is left by a click is kept', async ({ app }) => {
  await app.annotations.note.fill('Kept')
  await app.article.clickOn('Passenger groups')
  await app.annotations.noted('Kept')
})
