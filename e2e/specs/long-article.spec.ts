import { expect, test } from '../app'
import { longText } from '../texts'

test('a megabyte opens, scrolls to its end and is tagged anywhere', async ({ app }) => {
  await app.read(longText())
  await app.tag('Paragraph 0.', 'Claim')
  await app.article.focus()
  await app.press('ControlOrMeta+End')
  await app.article.isAt('Paragraph 1999.')
  await app.tag('Paragraph 1999.', 'Source')
  await app.article.showsTags('Paragraph 1999.', ['Source'])
  await app.annotations.pick('Claim: Paragraph 0.')
  await app.article.isAt('Paragraph 0.')
  await app.status.saved()
})

test('a paragraph of 100 KB is tagged at its beginning, in its middle and at its end', async ({ app }) => {
  await app.read(longText())
  for (const [words, tag] of [
    ['The long one begins', 'Claim'],
    ['Report 50700 says', 'Source'],
    ['The long one ends', 'Figure'],
  ] as const) {
    await app.tag(words, tag)
    await app.article.showsTags(words, [tag])
  }
  await app.status.saved()
  await app.reopen()
  await expect(app.annotations.links).toHaveCount(3)
})
