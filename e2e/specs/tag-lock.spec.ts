import { expect, test } from '../app'
import { ferries } from '../texts'

test('while a tag is locked every selection becomes one, by mouse and by key, until Escape', async ({
  app,
}) => {
  await app.read(ferries)
  await app.article.focus()
  await app.press('Alt+f')
  await app.status.said('Every selection becomes a figure, until Escape')
  await expect(app.article.tool('Figure')).toHaveAccessibleDescription(/until Escape/)
  await app.article.selectWords('6.5 percent')
  await app.annotations.has('Figure: 6.5 percent')
  await app.article.focus()
  await app.press('ControlOrMeta+Home')
  // A hand holds Shift until it has what it wants.
  await app.page.keyboard.down('Shift')
  for (const _ of 'Ferry') await app.press('ArrowRight')
  await app.page.keyboard.up('Shift')
  await app.annotations.has('Figure: Ferry')
  await app.press('Escape')
  await app.press('Escape')
  await app.status.said('Selections are no longer tagged by themselves')
  await app.article.selectWords('the operator')
  await app.annotations.counts('All', 2)
})
