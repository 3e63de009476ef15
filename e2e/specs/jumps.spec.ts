import { expect, test } from '../app'
import { ferries } from '../texts'

test.beforeEach(async ({ app }) => {
  await app.read(ferries)
  await app.article.focus()
  await app.press('ControlOrMeta+Home')
})

test('the caret jumps from sentence to sentence and back', async ({ app }) => {
  await app.press('.')
  await app.status.said('Fares will go up by 6.5 percent')
  await app.press('.')
  await app.status.said('Passenger groups called it unfair.')
  await app.press(',')
  await app.status.said('Fares will go up by 6.5 percent')
})

test('to numbers, and F tags the one it has come to', async ({ app }) => {
  await app.press('d')
  await app.status.said('6.5 percent')
  await app.press('f')
  await app.annotations.are(['Figure: 6.5 percent'])
  await app.press('d')
  await app.status.said('1.2 million people')
  await app.press('Shift+D')
  await app.status.said('6.5 percent')
})

test('to quotations, and C tags their words', async ({ app }) => {
  await app.press('q')
  await app.status.said('“We carried 1.2 million people last year,”')
  await app.press('c')
  await app.annotations.are(['Claim: We carried 1.2 million people last year'])
  await app.press('q')
  await app.status.said('“Fuel cost 40 percent more.”')
})

test('to the next sentence that nobody has tagged anything in', async ({ app }) => {
  await app.press('u')
  await app.press('c')
  await app.annotations.are(['Claim: Fares will go up by 6.5 percent in April, the operator said on Monday.'])
  await app.press('ControlOrMeta+Home')
  await app.press('u')
  await app.status.said('Passenger groups called it unfair.')
})

test('to the next annotation of the same tag', async ({ app }) => {
  for (const _ of Array.from({ length: 3 })) {
    await app.press('d')
    await app.press('f')
  }
  await app.press('ControlOrMeta+Home')
  await app.press('.')
  await app.press('c')
  await app.annotations.counts('All', 4)
  await app.press('ControlOrMeta+Home')
  // Only then is the caret where the keys start from.
  await app.annotations.picked(undefined)
  await app.press('n')
  await app.press('n')
  await app.annotations.picked('Figure: 6.5 percent')
  await app.press('Shift+N')
  await app.annotations.picked('Figure: 1.2 million people')
  await app.press('Shift+P')
  await app.annotations.picked('Figure: 6.5 percent')
})

test('at the end it says so, and stays', async ({ app }) => {
  await app.press('ControlOrMeta+End')
  await app.press('d')
  await app.status.said('There is no number after this')
  await expect(app.article.text).toBeFocused()
})
