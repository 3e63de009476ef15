import { test } from '../app'
import { ferries } from '../texts'

const claim = 'Fares will go up by 6.5 percent in April'

test.beforeEach(({ app }) => app.read(ferries))

test('a tag within another and one across its end all stay seen', async ({ app }) => {
  await app.tag(claim, 'Claim')
  await app.tag('6.5 percent', 'Figure')
  await app.tag('in April, the operator', 'Source')
  await app.article.showsTags('Fares will go up by', ['Claim'])
  await app.article.showsTags('6.5 percent', ['Claim', 'Figure'])
  await app.article.showsTags('in April', ['Claim', 'Source'])
  await app.article.showsTags(', the operator', ['Source'])
  await app.annotations.are([`Claim: ${claim}`, 'Figure: 6.5 percent', 'Source: in April, the operator'])
})

test('a click picks the smallest tag under it', async ({ app }) => {
  await app.tag('6.5 percent', 'Figure')
  await app.tag(claim, 'Claim')
  await app.article.clickOn('percent')
  await app.annotations.picked('Figure: 6.5 percent')
  await app.article.clickOn('Fares will')
  await app.annotations.picked(`Claim: ${claim}`)
  await app.article.clickOn('Passenger groups')
  await app.annotations.picked(undefined)
})

test('O goes through the tags under the caret', async ({ app }) => {
  await app.tag(claim, 'Claim')
  await app.tag('6.5 percent', 'Figure')
  await app.article.clickOn('percent')
  await app.annotations.picked('Figure: 6.5 percent')
  await app.press('o')
  await app.annotations.picked(`Claim: ${claim}`)
  await app.press('o')
  await app.annotations.picked('Figure: 6.5 percent')
})

test('the same words may be two things', async ({ app }) => {
  await app.tag('the operator', 'Source')
  await app.tag('the operator', 'Claim')
  await app.article.showsTags('the operator', ['Claim', 'Source'])
})
