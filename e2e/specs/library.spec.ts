import { expect, test } from '../app'
import { bridge, ferries } from '../texts'

const ferry = 'Ferry fares to rise again, operator says'
const tolland = 'Bridge at Tolland stays closed'

test.beforeEach(async ({ app }) => {
  await app.library.hideSamples()
  await app.read(ferries, bridge)
  await expect(app.library.links).toHaveCount(2)
})

test('the search finds titles by some of their words', async ({ app }) => {
  await app.library.search.fill('tolland clo')
  await app.library.are([tolland])
  await app.library.search.fill('no such thing')
  await app.library.are([])
  await app.library.search.fill('')
  await expect(app.library.links).toHaveCount(2)
})

test('the list is sorted by title or by length', async ({ app }) => {
  await app.library.sort.selectOption('title')
  await app.library.are([tolland, ferry])
  await app.library.sort.selectOption('length')
  await app.library.are([ferry, tolland])
})

test('the article that was worked on last is first', async ({ app }) => {
  await app.library.sort.selectOption('changed')
  await app.library.open(tolland)
  await app.tag('14 cracks', 'Figure')
  await app.library.are([tolland, ferry])
  await app.library.open(ferry)
  await app.tag('6.5 percent', 'Figure')
  await app.library.are([ferry, tolland])
})

test('an article is taken out of the list, and put back with its tags', async ({ app }) => {
  await app.library.open(tolland)
  await app.tag('14 cracks', 'Figure')
  await app.library.document(tolland).focus()
  await app.press('Delete')
  await app.library.are([ferry])
  await expect(app.page.getByRole('heading', { name: 'No article is open' })).toBeVisible()
  await app.status.said('Removed “Bridge at Tolland')
  await app.press('ControlOrMeta+z')
  await app.article.shows(bridge.firstWords)
  await app.annotations.are(['Figure: 14 cracks'])
  await expect(app.library.links).toHaveCount(2)
})
