import { expect, test } from '../app'
import { bridge, ferries } from '../texts'

test('F6 walks through all panes and back', async ({ app }) => {
  await app.read(ferries)
  await app.article.selectByKeyboard('Ferry')
  await app.press('s')
  await app.annotations.has('Source: Ferry')
  const focused = app.page.locator(':focus')
  await app.article.focus()
  await app.press('F6')
  await expect(app.annotations.panel.locator(':focus')).toHaveCount(1)
  await app.press('Shift+F6')
  await expect(app.article.pane.locator(':focus')).toHaveCount(1)
  await app.press('Shift+F6')
  await expect(app.library.pane.locator(':focus')).toHaveCount(1)
  await expect(focused).toBeVisible()
})

test('an article is opened, tagged, noted and exported without the mouse', async ({ app }) => {
  await app.library.hideSamples()
  await app.read(ferries, bridge)
  await app.press('Alt+1')
  await expect(app.library.pane.locator(':focus')).toHaveCount(1)
  await app.library.document('Bridge at Tolland stays closed').focus()
  await app.press('Enter')
  await app.article.shows(bridge.firstWords)
  await app.article.selectByKeyboard('Engineers')
  await app.press('s')
  await app.annotations.has('Source: Engineers')
  await app.press('Enter')
  await app.page.keyboard.type('Whose?')
  await app.press('Escape')
  await expect(app.article.text).toBeFocused()
  await app.press('Alt+3')
  await expect(app.annotations.panel.locator(':focus')).toHaveCount(1)
  const { bytes } = await app.saved(async () => {
    await app.exportPanel.open()
    await app.exportPanel.dialog.getByRole('button', { name: 'Export', exact: true }).focus()
    await app.press('Enter')
  })
  expect(bytes.includes('Whose?')).toBe(true)
})

test('every focus can be seen', async ({ app }) => {
  await app.read(ferries)
  await app.press('Alt+1')
  for (let k = 0; k < 25; k++) {
    await app.press('Tab')
    const ring = await app.page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body) return 'nothing has the focus'
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
      const seen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      return seen || at.getAttribute('role') === 'textbox'
        ? 'seen'
        : `not seen: ${at.outerHTML.slice(0, 200)}`
    })
    if (ring !== 'nothing has the focus') expect(ring).toBe('seen')
  }
})
