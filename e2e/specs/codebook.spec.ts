import { expect, test } from '../app'
import { expectAccessible } from '../axe'
import { ferries } from '../texts'

test('a tag with an attribute is added, used by its key, and retired; a tag is renamed; all is there again', async ({
  app,
}) => {
  await app.read(ferries)
  await app.article.focus()
  const { codebook } = app.window
  await codebook.open()
  await codebook.button('Add tag').press('Enter')
  await app.page.keyboard.type('Event')
  await codebook.field('Key').fill('v')
  await codebook.button('Add attribute').press('Enter')
  await app.page.keyboard.type('Where')
  await codebook.tells('New tag “Event”')
  await codebook.choose('Claim')
  await codebook.field('Name').first().fill('Statement')
  await codebook.tells('“Claim” becomes “Statement”')
  await codebook.save()
  await codebook.close()

  await app.article.selectWords('will vote on Thursday')
  await app.press('v')
  await app.annotations.are(['Event: will vote on Thursday'])
  await app.article.selectWords('the operator')
  await app.press('c')
  await app.annotations.has('Statement: the operator')

  await app.article.focus()
  await codebook.open()
  await codebook.choose('Event')
  await codebook.button('Retire “Event”').click()
  await codebook.save()
  await codebook.close()
  const tags = app.page.getByRole('toolbar', { name: 'Tags' })
  await expect(tags.getByRole('button')).toHaveText([/Statement/, /Source/, /Figure/])
  await expect(app.annotations.filter.getByRole('radio', { name: 'Event' })).toHaveCount(1)

  await app.reopen()
  await app.article.shows(ferries.firstWords)
  await app.annotations.has('Event: will vote on Thursday')
  await app.annotations.has('Statement: the operator')
  await app.article.focus()
  await app.window.codebook.open()
  await app.window.codebook.choose('Event')
  await expect(app.window.codebook.dialog.getByText('Where')).toBeVisible()
  await expect(app.window.codebook.button('Bring “Event” back')).toBeVisible()
})

test('a draft outlives the panel, says what is wrong beside the field, and can be discarded', async ({
  app,
}) => {
  const { codebook } = app.window
  await app.read(ferries)
  await app.article.focus()
  await codebook.open()
  await codebook.field('Key').fill('o')
  await expect(codebook.field('Key')).toHaveAccessibleDescription(
    'O is “Pick the next annotation under the caret”.',
  )
  await expect(codebook.dialog.getByRole('button', { name: /^Save as version/ })).toBeDisabled()
  await codebook.close()
  await app.article.focus()
  await codebook.open()
  await expect(codebook.field('Key')).toHaveValue('O')
  await codebook.button('Discard changes').click()
  await expect(codebook.field('Key')).toHaveValue('C')
  await codebook.tells('Nothing is changed')
})

test('the list is gone through and put in order by keys', async ({ app }) => {
  const { codebook } = app.window
  await app.read(ferries)
  await app.article.focus()
  await codebook.open()
  const parts = codebook.parts.getByRole('button')
  await expect(parts.first()).toBeFocused()
  await app.press('ArrowDown')
  await expect(parts.nth(1)).toBeFocused()
  await app.press('Alt+ArrowUp')
  await expect(parts.first()).toHaveText(/Source/)
  await expect(parts.first()).toBeFocused()
  await app.press('Alt+ArrowDown')
  await expect(parts.nth(1)).toHaveText(/Source/)
  await expect(parts.nth(1)).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the codebook is accessible in ${colorScheme}`, async ({ app }) => {
    const { codebook } = app.window
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await app.read(ferries)
    await app.article.focus()
    await codebook.open()
    await codebook.dialog.locator('summary').first().click()
    await expectAccessible(app.page, 'a tag')
    await codebook.button('Add tag').click()
    await expectAccessible(app.page, 'a new tag, which lacks a name')
    await codebook.choose('same as')
    await expectAccessible(app.page, 'a link type')
  })
}
