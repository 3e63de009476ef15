import { expect, test } from '../app'
import { expectAccessible } from '../axe'
import { ferries } from '../texts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.beforeEach(({ app }) => app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }))

    test('a first start is accessible', async ({ app }) => {
      await expect(app.library.links.first()).toBeVisible()
      await expectAccessible(app.page, 'a first start')
    })

    test('an article with tags, notes and overlaps is accessible', async ({ app }) => {
      await app.read(ferries)
      await app.tag('Fares will go up by 6.5 percent in April', 'Claim')
      await app.annotations.writeNote('Is it decided?')
      await app.tag('6.5 percent', 'Figure')
      await app.tag('April, the operator', 'Source')
      await app.status.saved()
      await expectAccessible(app.page, 'an article')
    })

    test('every panel is accessible', async ({ app }) => {
      await app.read(ferries)
      for (const [keys, name] of [
        ['ControlOrMeta+k', 'Commands'],
        ['ControlOrMeta+e', 'Export annotations'],
        ['Shift+?', 'Keys'],
      ] as const) {
        await app.article.focus()
        await app.press(keys)
        await expect(app.page.getByRole('dialog', { name })).toBeVisible()
        await expectAccessible(app.page, name)
        await app.press('Escape')
        await expect(app.page.getByRole('dialog')).toHaveCount(0)
      }
    })

    test('trouble is accessible', async ({ app }) => {
      await app.pickFiles([await app.fileOf({ name: 'nothing.txt', content: '', firstWords: '' })])
      await app.status.warned('nothing.txt')
      await expectAccessible(app.page, 'trouble')
    })
  })
}
