import { expect, test } from '../app'
import { expectAccessible } from '../axe'
import { ferries } from '../texts'

test.beforeEach(async ({ app }) => {
  await app.read(ferries)
  await app.tag('the operator', 'Source')
  await app.tag('6.5 percent', 'Figure')
  await app.article.correct()
  await app.article.caretBefore('Fares will')
  await app.page.keyboard.type('All ')
  await app.article.lock()
  await app.status.saved()
})

test('an earlier state is looked at, and nothing can be edited there', async ({ app }) => {
  await app.history.open()
  await app.history.are(['Correct the text', 'Tag as figure', 'Tag as source', 'As it was added'])
  await app.history.back(2)
  await expect(app.history.strip).toContainText('after “Tag as source”')
  await app.article.showsTags('the operator', ['Source'])
  await app.article.showsTags('6.5 percent', [])
  await expect(app.article.text).not.toContainText('All Fares')
  await expect(app.article.text).toHaveAttribute('aria-readonly', 'true')
  await expect(app.article.tool('Claim')).toBeDisabled()
  await app.article.selectWords('Passenger groups')
  await app.press('c')
  await app.press('ControlOrMeta+z')
  await app.history.close()
  await expect(app.article.text).toContainText('All Fares')
  await app.annotations.are(['Figure: 6.5 percent', 'Source: the operator'])
  await app.status.undoes('Correct the text')
})

test('the slider goes through all states by keyboard', async ({ app }) => {
  await app.history.open()
  await app.history.slider.focus()
  await app.press('Home')
  await expect(app.history.strip).toContainText('As it was added')
  await app.article.showsTags('the operator', [])
  await app.press('ArrowRight')
  await app.article.showsTags('the operator', ['Source'])
  await app.press('End')
  await expect(app.history.strip).toContainText('As it is now')
  await expect(app.article.text).toContainText('All Fares')
})

test('a state is restored as a new edit, which can be undone, also after a reopening', async ({ app }) => {
  await app.history.open()
  await app.history.back(2)
  await expect(app.history.strip).toContainText('after “Tag as source”')
  await app.history.restore()
  await app.annotations.are(['Source: the operator'])
  await expect(app.article.text).not.toContainText('All Fares')
  await app.status.undoes('Restore the state of')
  await app.status.saved()
  await app.reopen()
  await app.annotations.are(['Source: the operator'])
  await app.press('ControlOrMeta+z')
  await app.annotations.are(['Figure: 6.5 percent', 'Source: the operator'])
  await expect(app.article.text).toContainText('All Fares')
  await app.history.open()
  await app.history.are([
    /Undo Restore the state of/,
    /Restore the state of.*undone/,
    'Correct the text',
    'Tag as figure',
    'Tag as source',
    'As it was added',
  ])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the history is accessible in ${colorScheme}`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await app.history.open()
    await app.history.back(1)
    await expect(app.history.strip).toContainText('after “Tag as figure”')
    await expectAccessible(app.page, 'the history')
  })
}
