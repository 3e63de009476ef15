import { expect, test } from '../app'
import { ferries } from '../texts'

test('two windows see each other’s edits at once', async ({ app }) => {
  await app.read(ferries)
  const other = await app.another()
  await other.article.shows(ferries.firstWords)
  await app.tag('the operator', 'Source')
  await other.annotations.has('Source: the operator')
  await other.article.showsTags('the operator', ['Source'])
  await other.tag('6.5 percent', 'Figure')
  await app.annotations.are(['Figure: 6.5 percent', 'Source: the operator'])
  await app.status.undoes('Tag as figure')
  await app.press('ControlOrMeta+z')
  await other.annotations.are(['Source: the operator'])
  await other.status.saved()
})

test('edits of both windows at the same time are all kept', async ({ app }) => {
  await app.read(ferries)
  const other = await app.another()
  await other.article.shows(ferries.firstWords)
  await Promise.all([
    (async () => {
      for (const words of ['the operator', 'Passenger groups', 'Ines Falk']) await app.tag(words, 'Source')
    })(),
    (async () => {
      for (const words of ['6.5 percent', '1.2 million', '40 percent']) await other.tag(words, 'Figure')
    })(),
  ])
  const names = [
    'Figure: 6.5 percent',
    'Source: the operator',
    'Source: Passenger groups',
    'Figure: 1.2 million',
    'Source: Ines Falk',
    'Figure: 40 percent',
  ]
  await app.annotations.are(names)
  await other.annotations.are(names)
  await app.status.saved()
  await app.reopen()
  await expect(app.annotations.links).toHaveCount(6)
})
