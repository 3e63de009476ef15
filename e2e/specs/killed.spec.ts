import { expect, test } from '../app'
import { pages } from '../texts'

test('killed in the middle of fast work: what was said to be saved is there, and nothing by half', async ({
  app,
}) => {
  await app.read(pages)
  await app.article.focus()
  await app.press('ControlOrMeta+Home')
  let typed = 0
  let confirmed = 0
  const working = (async () => {
    for (;;) {
      await app.press('ControlOrMeta+Shift+ArrowRight')
      typed++
      await app.press('csf'[typed % 3]!)
    }
  })().catch((error: unknown) => error)
  while (confirmed < 15) {
    const { saved, count } = await app.status.snapshot()
    if (saved) confirmed = Math.max(confirmed, count)
  }
  await app.kill()
  await working

  await app.library.open('A report of some pages')
  await expect(app.annotations.links.first()).toBeVisible()
  const { count } = await app.status.snapshot()
  expect(count).toBeGreaterThanOrEqual(confirmed)
  expect(count).toBeLessThanOrEqual(typed)
  await app.status.undoes('Tag as')
  await app.press('ControlOrMeta+z')
  await app.status.total(count - 1)
})
