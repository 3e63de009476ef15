import { expect, test } from '../app'
import { openMarkedUp } from '../marking-up'
import { findWords } from '../screens/words'
import { ferries, pages } from '../texts'

const claim = 'Fares will go up by 6.5 percent in April'
const other = 'Passenger groups called it unfair'

test.describe('within sight', () => {
  test.beforeEach(({ app }) =>
    openMarkedUp(app, ferries, [
      [claim, 'claim'],
      ['6.5 percent', 'figure'],
      ['the operator', 'source'],
      [other, 'claim'],
      ['Ines Falk', 'source'],
    ]),
  )

  test('L, a few letters and Enter link; what is linked stays picked and the text keeps the focus', async ({
    app,
  }) => {
    await app.article.clickOn('Fares will go')
    await app.press('l')
    await expect(app.inspector.target).toBeFocused()
    await expect(app.inspector.offered()).toContainText('6.5 percent')
    await app.page.keyboard.type('ines')
    await expect(app.inspector.offered()).toContainText('Ines Falk')
    await app.press('Enter')
    await app.status.said('attributed to “Ines Falk”')
    await app.annotations.picked(`Claim: ${claim}`)
    await expect(app.article.text).toBeFocused()
    await app.inspector.linked('attributed to Source: Ines Falk, below')
    await app.press('ControlOrMeta+z')
    await app.inspector.linked()
  })

  test('the last link is repeated by Shift+L, once', async ({ app }) => {
    await app.article.clickOn('Fares will go')
    await app.press('l')
    await app.page.keyboard.type('operator')
    await app.press('Enter')
    await app.status.said('Linked')
    await app.article.clickOn('Passenger groups')
    await app.press('Shift+L')
    await app.inspector.linked('attributed to Source: the operator, above')
    await app.press('Shift+L')
    await app.status.said('linked to “the operator” already')
    await app.inspector.linked('attributed to Source: the operator, above')
    await app.article.clickOn('6.5 percent')
    await app.press('Shift+L')
    await app.status.said('does not fit a figure')
  })

  test('the wrong way round is turned round', async ({ app }) => {
    await app.article.clickOn('the operator')
    await app.press('l')
    await app.press('Enter')
    await app.status.said('Linked the other way round')
    await app.inspector.linked(`source of Claim: ${claim}, above`)
  })

  test('between two claims it is asked how; X turns the link, T changes it, Delete removes it', async ({
    app,
  }) => {
    await app.article.clickOn('Fares will go')
    await app.press('l')
    await app.page.keyboard.type('unfair')
    await app.press('Enter')
    await expect(app.inspector.linking.getByRole('radio', { name: 'How: supports' })).toBeFocused()
    await app.press('1')
    const link = app.inspector.links.first()
    await expect(link).toHaveAccessibleName(`supports Claim: ${other}, below`)
    await link.focus()
    await app.press('x')
    await expect(link).toHaveAccessibleName(`supported by Claim: ${other}, below`)
    await app.press('t')
    await app.press('2')
    await expect(link).toHaveAccessibleName(`contradicts Claim: ${other}, below`)
    await expect(link).toBeFocused()
    await app.press('x')
    await app.status.said('reads the same from both ends')
    await app.press('Delete')
    await app.inspector.linked()
    await app.annotations.picked(`Claim: ${claim}`)
    await app.press('ControlOrMeta+z')
    await app.inspector.linked(`contradicts Claim: ${other}, below`)
  })

  test('a click in the text chooses too', async ({ app }) => {
    await app.article.clickOn('Fares will go')
    await app.press('l')
    await app.article.clickOn('Ines Falk')
    await app.inspector.linked('attributed to Source: Ines Falk, below')
    await app.annotations.picked(`Claim: ${claim}`)
  })

  test('so do the keys that go from one annotation to the next', async ({ app }) => {
    await app.article.clickOn('Fares will go')
    await app.press('l')
    await app.article.focus()
    await app.press(']')
    await app.press(']')
    await expect(app.inspector.offered()).toContainText(other)
    await app.press('[')
    await app.press('Enter')
    await app.inspector.linked('attributed to Source: the operator, below')
  })

  test('Escape leaves all as it was', async ({ app }) => {
    await app.article.clickOn('Fares will go')
    await app.press('l')
    await app.press('Escape')
    await expect(app.inspector.linking).toHaveCount(0)
    await expect(app.article.text).toBeFocused()
    await app.annotations.picked(`Claim: ${claim}`)
    await app.inspector.linked()
  })

  test('M makes one of two', async ({ app }) => {
    await app.article.clickOn('Ines Falk')
    await app.press('m')
    await app.press('Enter')
    await app.status.said('Merged “the operator” into')
    await app.annotations.counts('Source', 1)
    await app.status.undoes('Merge into source')
  })
})

test('the other end may be far away: it is shown while it is aimed at, and the text comes back', async ({
  app,
}) => {
  await openMarkedUp(app, pages, [
    ['Report 1 says', 'claim'],
    ['Report 200 says', 'source'],
    ['Paragraph 90.', 'source'],
  ])
  await app.article.clickOn('Report 1 says')
  await app.press('l')
  await app.press('ArrowDown')
  await app.article.isAt('Paragraph 90.')
  await app.press('Enter')
  await app.inspector.linked('attributed to Source: Paragraph 90., below')
  await app.article.isAt('Report 1 says')
  await app.inspector.links.first().focus()
  await app.press('Enter')
  await app.annotations.picked('Source: Paragraph 90.')
  await app.article.isAt('Paragraph 90.')
  await app.inspector.linked('source of Claim: Report 1 says, above')
})

test('a claim is linked with the mouse, by dragging its knob to what it is linked to', async ({ app }) => {
  await openMarkedUp(app, ferries, [
    [claim, 'claim'],
    ['the operator', 'source'],
  ])
  await app.article.clickOn('Fares will go')
  await app.annotations.picked(`Claim: ${claim}`)
  const knob = await app.article.pane.locator('.link-handle').boundingBox()
  if (!knob) throw new Error('there is no knob')
  const { middle } = await findWords(app.article.text, 'the operator')
  await app.page.mouse.move(knob.x + knob.width / 2, knob.y + knob.height / 2)
  await app.page.mouse.down()
  await app.page.mouse.move(knob.x + 40, knob.y + 20)
  await app.page.mouse.move(middle.x, middle.y)
  await expect(app.article.pane.locator('.candidate rect')).not.toHaveCount(0)
  await app.page.mouse.up()
  await app.inspector.linked('attributed to Source: the operator, below')
  await app.annotations.picked(`Claim: ${claim}`)
})
