import { test } from '../app'
import { ferries } from '../texts'

test.beforeEach(async ({ app }) => {
  await app.read(ferries)
  await app.tag('Passenger groups', 'Claim')
})

test('a picked annotation gets another tag by a key', async ({ app }) => {
  await app.article.clickOn('groups')
  await app.press('s')
  await app.annotations.are(['Source: Passenger groups'])
  await app.article.showsTags('Passenger groups', ['Source'])
  await app.status.said('Changed “Passenger groups” to source')
})

test('a picked annotation gets another tag by a button', async ({ app }) => {
  await app.annotations.pick('Claim: Passenger groups')
  await app.article.tool('Figure').click()
  await app.annotations.are(['Figure: Passenger groups'])
})

test('another tag keeps the note', async ({ app }) => {
  await app.annotations.writeNote('Which groups?')
  await app.article.clickOn('groups')
  await app.press('2')
  await app.annotations.are(['Source: Passenger groups'])
  await app.annotations.noted('Which groups?')
})
