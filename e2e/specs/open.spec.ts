import { join } from 'node:path'
import { expect, test } from '../app'
import { bridge, ferries } from '../texts'

const seed = (name: string): string => join(import.meta.dirname, '../../seeds/awkward', name)

test('an article opens by the dialog', async ({ app }) => {
  await app.read(ferries)
  await app.library.isOpen('Ferry fares to rise again, operator says')
  await app.article.shows('will vote on Thursday.')
})

test('several files open at once, the first is shown', async ({ app }) => {
  await app.library.hideSamples()
  await app.read(bridge, ferries)
  await app.status.said('Added 2 articles')
  await expect(app.library.links).toHaveCount(2)
})

test('a file whose text is here already is not added again', async ({ app }) => {
  await app.read(ferries)
  await app.library.hideSamples()
  await app.pickFiles([await app.fileOf({ ...ferries, name: 'copy.txt' })])
  await app.status.said('“copy.txt” is here already')
  await expect(app.library.links).toHaveCount(1)
})

test('a file named on the command line opens', async ({ app }) => {
  await app.reopen(await app.fileOf(ferries))
  await app.article.shows(ferries.firstWords)
})

test('a file opens when it is dropped on the window', async ({ app }) => {
  await app.drop(bridge)
  await app.article.shows(bridge.firstWords)
})

test('Markdown shows headings and is read as it is', async ({ app }) => {
  await app.library.open(/^Who pays for the wire/)
  await expect(app.article.text.getByRole('heading', { name: 'Three estimates, one line' })).toBeVisible()
})

test.describe('awkward files', () => {
  const expected: readonly { name: string; title: string; words: string }[] = [
    {
      name: 'crlf.txt',
      title: 'Ferry fares to rise for a third time, operator says',
      words: 'Sound of Erray',
    },
    { name: 'utf16.txt', title: 'Storm leaves one in six homes without power', words: 'ÅLVIK, Nov. 3' },
    { name: 'latin1.txt', title: 'Café owners reject £2.40 cap on coffee', words: 'The city’s café' },
    { name: 'right-to-left.txt', title: '', words: 'هيئة المياه' },
    {
      name: 'no-final-newline.txt',
      title: 'Museum to return 14 bronzes, but not the 15th',
      words: 'Kingdom of Oso',
    },
  ]
  for (const { name, title, words } of expected) {
    test(`${name} is read as it was written`, async ({ app }) => {
      await app.pickFiles([seed(name)])
      await app.article.shows(words)
      if (title) await app.library.isOpen(title)
    })
  }

  test('the title is neither a photo caption nor a byline', async ({ app }) => {
    await app.pickFiles([seed('caption-first.txt')])
    await app.article.shows('Commuters wait for')
    await expect(app.library.document(/^Commuters wait/)).toHaveCount(0)
  })
})
