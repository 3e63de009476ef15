import { expect, test } from '../app'
import { ferries } from '../texts'

test('an annotation is gone to by its words, its tag, or by having no link', async ({ app }) => {
  await app.read(ferries)
  await app.tag('Fares will go up by 6.5 percent in April', 'Claim')
  await app.tag('the operator', 'Source')
  await app.tag('40 percent', 'Figure')
  await app.press('g')
  const dialog = app.page.getByRole('dialog', { name: 'Go to annotation' })
  const field = dialog.getByRole('combobox', { name: 'Annotation' })
  const options = dialog.getByRole('option')
  await expect(field).toBeFocused()
  await expect(options).toHaveCount(3)
  await field.fill('oper')
  await expect(options).toHaveCount(1)
  await field.fill('unlinked claim')
  await expect(options).toHaveCount(1)
  await field.fill('figure')
  await app.press('Enter')
  await expect(dialog).toBeHidden()
  await app.annotations.picked('Figure: 40 percent')
  await expect(app.article.text).toBeFocused()
})
