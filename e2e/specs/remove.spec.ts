import { expect, test } from '../app'
import { ferries } from '../texts'

test.beforeEach(async ({ app }) => {
  await app.read(ferries)
  await app.tag('the operator', 'Source')
  await app.tag('6.5 percent', 'Figure')
})

for (const key of ['Delete', 'Backspace']) {
  test(`${key} removes what is picked in the text, and nothing else`, async ({ app }) => {
    await app.article.clickOn('operator said')
    await app.annotations.picked('Source: the operator')
    await app.press(key)
    await app.annotations.are(['Figure: 6.5 percent'])
    await app.article.showsTags('the operator', [])
    await app.status.said('Removed the source “the operator”')
  })
}

test('Delete in the list removes what is picked there', async ({ app }) => {
  await app.annotations.pick('Figure: 6.5 percent')
  await app.press('Delete')
  await app.annotations.are(['Source: the operator'])
})

test('Delete with nothing picked removes nothing', async ({ app }) => {
  await app.article.clickOn('Passenger groups')
  await app.annotations.picked(undefined)
  await app.press('Delete')
  await app.status.said('Pick an annotation first')
  await expect(app.annotations.links).toHaveCount(2)
})
