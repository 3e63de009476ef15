import { expect, test } from '../app'
import { bridge, ferries } from '../texts'

test('the article that was open is open again', async ({ app }) => {
  await app.read(ferries)
  await app.read(bridge)
  await app.library.open('Ferry fares to rise again, operator says')
  await app.article.shows(ferries.firstWords)
  await app.reopen()
  await app.library.isOpen('Ferry fares to rise again, operator says')
  await app.article.shows(ferries.firstWords)
})

test('the theme is remembered', async ({ app }) => {
  await app.page.emulateMedia({ colorScheme: 'light' })
  const light = await app.paper()
  await app.palette.run('Switch between light, dark')
  await app.palette.run('Switch between light, dark')
  await expect.poll(() => app.paper()).not.toBe(light)
  const dark = await app.paper()
  await app.remembers({ theme: 'dark' })
  await app.reopen()
  await app.page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => app.paper()).toBe(dark)
})

test('a hidden panel stays hidden', async ({ app }) => {
  await app.read(ferries)
  await app.press('ControlOrMeta+Shift+b')
  await expect(app.annotations.panel).toBeHidden()
  await app.remembers({ annotationsShown: false })
  await app.reopen()
  await app.article.shows(ferries.firstWords)
  await expect(app.annotations.panel).toBeHidden()
})
