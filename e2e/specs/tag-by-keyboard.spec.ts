import { expect, test } from '../app'
import { ferries } from '../texts'

test.beforeEach(({ app }) => app.read(ferries))

for (const [key, tag] of [
  ['c', 'Claim'],
  ['s', 'Source'],
  ['f', 'Figure'],
  ['1', 'Claim'],
  ['2', 'Source'],
  ['3', 'Figure'],
] as const) {
  test(`${key} tags the selection as ${tag.toLowerCase()}`, async ({ app }) => {
    await app.article.selectByKeyboard('Fares will')
    await app.press(key)
    await app.annotations.are([`${tag}: Fares will`])
    await app.article.showsTags('Fares will', [tag])
  })
}

test('the caret stays where it was, so that the next words can follow', async ({ app }) => {
  await app.article.selectByKeyboard('Ferry')
  await app.press('s')
  await app.annotations.has('Source: Ferry')
  await app.press('ControlOrMeta+Shift+ArrowRight')
  await app.press('c')
  await app.annotations.are(['Source: Ferry', 'Claim: fares'])
})

test('where a tag has nothing to take, its key says so', async ({ app }) => {
  await app.article.focus()
  await app.press('f')
  await app.status.said('There is nothing at the caret to tag as figure')
  await expect(app.annotations.links).toHaveCount(0)
})
