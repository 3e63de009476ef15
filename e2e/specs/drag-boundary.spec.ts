import { expect, test } from '../app'
import { findWords } from '../screens/words'
import { ferries } from '../texts'

test.beforeEach(async ({ app }) => {
  await app.read(ferries)
  await app.tag('the operator said', 'Source')
})

for (const [edge, to, quote] of [
  ['end', 'on Monday', 'the operator said on Monday'],
  ['start', 'April', 'April, the operator said'],
] as const) {
  test(`the ${edge} of a tag is dragged to other words`, async ({ app }) => {
    const handle = app.article.pane.locator(`.boundary-handle.${edge}`)
    const box = await handle.boundingBox()
    if (!box) throw new Error('there is no handle')
    const words = await findWords(app.article.text, to)
    const target = edge === 'end' ? words.to : words.from
    const line = await findWords(app.article.text, 'the operator said')
    const from = { x: box.x + 12, y: box.y + 12 }
    const at = edge === 'end' ? line.to : line.from
    await app.page.mouse.move(from.x, from.y)
    await app.page.mouse.down()
    await app.page.mouse.move(from.x + 10, from.y)
    await app.page.mouse.move(from.x + target.x - at.x, from.y + target.y - at.y)
    await app.article.showsTags(to, ['Source'])
    await app.page.mouse.up()
    await app.annotations.are([`Source: ${quote}`])
    await app.status.saved()
    await app.press('ControlOrMeta+z')
    await app.annotations.are(['Source: the operator said'])
  })
}

test('Escape leaves a dragged boundary where it was', async ({ app }) => {
  const box = await app.article.pane.locator('.boundary-handle.end').boundingBox()
  if (!box) throw new Error('there is no handle')
  await app.page.mouse.move(box.x + 12, box.y + 12)
  await app.page.mouse.down()
  await app.page.mouse.move(box.x - 40, box.y + 12)
  await expect.poll(() => app.article.highlighted('the operator said')).toEqual([])
  await app.press('Escape')
  await app.article.showsTags('the operator said', ['Source'])
  await app.page.mouse.up()
  await app.annotations.are(['Source: the operator said'])
})
