import { expect, test } from '../app'
import { ferries } from '../texts'

test('the palette finds a command by its words and does it', async ({ app }) => {
  await app.read(ferries)
  await app.article.selectWords('the operator')
  await app.palette.run('Tag as source')
  await app.annotations.are(['Source: the operator'])
})

test('the palette is left with Escape, and the text has the focus again', async ({ app }) => {
  await app.read(ferries)
  await app.article.focus()
  await app.palette.open()
  await app.press('Escape')
  await expect(app.palette.dialog).toBeHidden()
  await expect(app.article.text).toBeFocused()
})

test('the palette goes to what was undone by name', async ({ app }) => {
  await app.read(ferries)
  await app.tag('the operator', 'Source')
  await app.palette.run('Undo Tag as source')
  await app.annotations.are([])
})

test('the sheet of keys shows the keys of commands', async ({ app }) => {
  await app.read(ferries)
  await app.article.focus()
  await app.page.keyboard.type('?')
  const sheet = app.page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet).toContainText('Tag as claim')
  await expect(sheet).toContainText('Remove annotation')
  await app.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(app.article.text).toBeFocused()
})
