import { expect, test } from '../app'
import { expectAccessible } from '../axe'
import { ferries } from '../texts'

test('a command gets another key, everywhere and for good, until it is reset', async ({ app }) => {
  const { keys } = app.window
  await app.read(ferries)
  await app.article.focus()
  await keys.open()
  await keys.change('Tag as claim', 'k')
  await keys.has('Tag as claim', 'K')
  await app.remembers({ keys: { 'tag.claim': ['K'] } })
  await keys.close()
  await expect(app.page.getByRole('button', { name: 'Claim', exact: true })).toHaveAttribute(
    'aria-keyshortcuts',
    'K',
  )
  await app.article.selectWords('the operator')
  await app.press('c')
  await app.press('k')
  await app.annotations.are(['Claim: the operator'])

  await app.reopen()
  await app.article.shows(ferries.firstWords)
  await app.article.selectWords('Passenger groups')
  await app.press('k')
  await app.annotations.has('Claim: Passenger groups')

  const again = app.window.keys
  await app.article.focus()
  await again.open()
  await again.reset('Tag as claim')
  await again.has('Tag as claim', 'C or 1')
  await again.close()
  await app.article.selectWords('unfair')
  await app.press('c')
  await app.annotations.has('Claim: unfair')
})

test('a key that another command has is taken only when that is said', async ({ app }) => {
  const { keys } = app.window
  await app.read(ferries)
  await app.article.focus()
  await keys.open()
  await keys.change('Your name', 'F2')
  await expect(keys.row('Your name')).toContainText('F2 is “Correct the text”. Take it from there?')
  await app.press('Escape')
  await keys.has('Your name', 'no key')
  await keys.change('Your name', 'F2')
  await keys.row('Your name').getByRole('button', { name: 'Take it', exact: true }).press('Enter')
  await keys.has('Your name', 'F2')
  await keys.has('Correct the text', 'no key')
  await keys.close()
  await app.press('F2')
  await expect(app.page.getByRole('dialog', { name: 'Your name' })).toBeVisible()
  await app.press('Escape')
  await keys.open()
  await keys.dialog.getByRole('button', { name: 'Reset all' }).click()
  await keys.has('Correct the text', 'F2')
})

test('keys can be taken away, and some are not to be had', async ({ app }) => {
  const { keys } = app.window
  await app.read(ferries)
  await app.article.focus()
  await keys.open()
  await keys.change('Only the text', 'ArrowLeft')
  await expect(keys.row('Only the text')).toContainText('This key moves in the text.')
  await app.press('Backspace')
  await keys.has('Only the text', 'no key')
  await keys.find.fill('F6')
  await expect(keys.dialog.getByRole('listitem')).toHaveCount(1)
  await keys.has('Next pane', 'F6')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the sheet is accessible while it asks, in ${colorScheme}`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await app.window.keys.open()
    await app.window.keys.change('Your name', 'F2')
    await expectAccessible(app.page, 'the keys')
  })
}
