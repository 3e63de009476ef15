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

test('the width of a panel is remembered', async ({ app }) => {
  await app.read(ferries)
  const edge = app.page.getByRole('separator', { name: 'Width of the annotations panel' })
  const { x, y, width, height } = (await edge.boundingBox())!
  const widthOfPanel = async (): Promise<number> => (await app.annotations.panel.boundingBox())!.width
  const before = await widthOfPanel()
  await app.page.mouse.move(x + width / 2, y + height / 2)
  await app.page.mouse.down()
  await app.page.mouse.move(x + width / 2 - 80, y + height / 2, { steps: 4 })
  await app.page.mouse.up()
  await expect.poll(widthOfPanel).toBeGreaterThan(before + 70)
  const after = await widthOfPanel()
  await app.remembers({ annotationsWidth: Math.round(after) })
  await app.reopen()
  await expect.poll(widthOfPanel).toBe(after)
})
