import { expect, test } from '../app'
import { ferries } from '../texts'

const claim = 'Fares will go up by 6.5 percent in April'

test.beforeEach(({ app }) => app.read(ferries))

test('I goes to the attributes; digits choose, arrows move, Delete clears, Escape goes back', async ({
  app,
}) => {
  await app.tag(claim, 'Claim')
  await app.press('i')
  await expect(app.inspector.value('Kind: fact')).toBeFocused()
  await app.press('2')
  await app.inspector.chose('Kind: forecast')
  await app.status.said('forecast')
  await app.press('ArrowRight')
  await app.inspector.chose('Kind: opinion')
  await app.press('ArrowDown')
  await app.press('ArrowDown')
  await app.press('3')
  await app.inspector.chose('Kind: opinion', 'Status: disputed')
  await app.press('9')
  await app.inspector.chose('Kind: opinion', 'Status: disputed')
  await app.press('ArrowUp')
  await app.press('ArrowUp')
  await app.press('Delete')
  await app.inspector.chose('Status: disputed')
  await app.annotations.are([`Claim: ${claim}`])
  await app.press('Escape')
  await expect(app.article.text).toBeFocused()
  await app.status.undoes('Clear kind')
  await app.press('ControlOrMeta+z')
  await app.inspector.chose('Kind: opinion', 'Status: disputed')
})

test('a click chooses, and a click on what is chosen clears it', async ({ app }) => {
  await app.tag(claim, 'Claim')
  await app.inspector.value('Kind: policy').click()
  await app.inspector.chose('Kind: policy')
  await app.inspector.value('Kind: policy').click()
  await app.inspector.chose()
})

test('the next annotation is asked the same without leaving the inspector', async ({ app }) => {
  await app.tag(claim, 'Claim')
  await app.tag('Fuel cost 40 percent more', 'Claim')
  await app.annotations.pick(`Claim: ${claim}`)
  await app.press('i')
  await app.press('2')
  await app.press(']')
  await app.annotations.picked('Claim: Fuel cost 40 percent more')
  await app.press('1')
  await app.inspector.chose('Kind: fact')
  await expect(app.annotations.list).toContainText('forecast')
})

test('what is written is saved when the field is left, and is there after a restart', async ({ app }) => {
  await app.tag('the operator', 'Source')
  await app.inspector.field('Listed as').fill('North Coast Ferries')
  await app.press('Enter')
  await app.status.said('North Coast Ferries')
  await app.inspector.field('Role').fill('runs the line')
  await app.article.clickOn('Passenger groups')
  await app.status.undoes('Set role to runs the line')
  await app.status.saved()
  await app.reopen()
  await app.annotations.pick('Source: the operator')
  await expect(app.inspector.field('Listed as')).toHaveValue('North Coast Ferries')
  await expect(app.annotations.list).toContainText('North Coast Ferries · runs the line')
})

test('a number is asked to be one, and what was typed is not lost', async ({ app }) => {
  await app.tag('6.5 percent', 'Figure')
  const value = app.inspector.field('Value')
  await value.fill('six')
  await expect(value).toHaveAccessibleDescription(/A number is expected/)
  await app.article.clickOn('Passenger groups')
  await app.status.warned('“six” was not saved as value')
  await app.article.clickOn('6.5 percent')
  await value.fill('1,200,000')
  await app.press('Escape')
  await app.status.said('1200000')
  await expect(value).toHaveValue('1200000')
})

test('what the words themselves say is marked', async ({ app }) => {
  await app.tag('6.5 percent', 'Figure')
  await app.inspector.field('Value').fill('6.5')
  await app.press('Enter')
  await expect(app.inspector.field('Value')).toHaveAccessibleDescription('from the text')
  await app.inspector.field('Value').fill('7')
  await app.press('Enter')
  await expect(app.inspector.field('Value')).not.toHaveAccessibleDescription('from the text')
})
