import { test } from '../app'
import { ferries } from '../texts'

test('blanks around a selection are not tagged', async ({ app }) => {
  await app.read(ferries)
  await app.article.selectByKeyboard(' go up ')
  await app.press('c')
  await app.annotations.are(['Claim: go up'])
})

test('blanks alone are not tagged', async ({ app }) => {
  await app.read(ferries)
  await app.article.selectByKeyboard(' ')
  await app.press('c')
  await app.status.said('Only blanks are selected')
})

test('an emoji is tagged whole', async ({ app }) => {
  const officer = '👮🏻‍♀️'
  const firstWords = `${officer}📉 Crime fell`
  await app.read({ name: 'emoji.txt', content: `${firstWords} 12% in May`, firstWords })
  await app.article.selectByKeyboard(officer)
  await app.press('s')
  await app.annotations.has(`Source: ${officer}`)
  await app.article.selectWords('📉 Crime')
  await app.press('c')
  await app.annotations.are([`Source: ${officer}`, 'Claim: 📉 Crime'])
})
