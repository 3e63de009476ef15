import { expect, test } from '../app'
import { ferries } from '../texts'

test.beforeEach(({ app }) => app.read(ferries))

test('words that are dragged over become a claim, a source, a figure', async ({ app }) => {
  await app.article.selectWords('Fares will go up by 6.5 percent in April')
  await app.press('c')
  await app.status.said('Tagged “Fares will go up by 6.5 percent in April” as claim')
  await app.tag('the operator', 'Source')
  await app.tag('1.2 million', 'Figure')
  await app.article.showsTags('Fares will go up', ['Claim'])
  await app.article.showsTags('the operator', ['Source'])
  await app.article.showsTags('1.2 million', ['Figure'])
  await app.annotations.are([
    'Claim: Fares will go up by 6.5 percent in April',
    'Source: the operator',
    'Figure: 1.2 million',
  ])
  await app.status.saved()
})

test('the buttons tag as the keys do', async ({ app }) => {
  for (const [words, tag] of [
    ['called it unfair', 'Claim'],
    ['Passenger groups', 'Source'],
    ['40 percent', 'Figure'],
  ] as const) {
    await app.article.selectWords(words)
    await app.article.tool(tag).click()
    await app.annotations.has(`${tag}: ${words}`)
    await app.article.showsTags(words, [tag])
  }
})

test('a tag is picked at once, and its button is pressed', async ({ app }) => {
  await app.tag('the operator', 'Source')
  await app.annotations.picked('Source: the operator')
  await expect(app.article.tool('Source')).toHaveAttribute('aria-pressed', 'true')
  await expect(app.article.tool('Claim')).toHaveAttribute('aria-pressed', 'false')
})

test('a double click selects a word to tag', async ({ app }) => {
  await app.article.doubleClickOn('Falk')
  await app.press('s')
  await app.annotations.has('Source: Falk')
})

test('a tag across paragraphs holds both', async ({ app }) => {
  await app.article.selectFromTo('Passenger groups', 'last year')
  await app.press('c')
  await app.article.showsTags('called it unfair', ['Claim'])
  await app.article.showsTags('We carried 1.2 million', ['Claim'])
})
