import { expect, test } from '../app'
import { ferries } from '../texts'

test.beforeEach(({ app }) => app.read(ferries))

test('undo and redo say what they take back and do again', async ({ app }) => {
  await app.tag('the operator', 'Source')
  await app.status.undoes('Tag as source')
  await app.press('ControlOrMeta+z')
  await app.status.said('Undid “Tag as source”')
  await app.annotations.are([])
  await app.article.showsTags('the operator', [])
  await app.press('ControlOrMeta+Shift+z')
  await app.status.said('Did “Tag as source” again')
  await app.annotations.are(['Source: the operator'])
  await app.article.showsTags('the operator', ['Source'])
})

test('the buttons do it too', async ({ app }) => {
  await app.tag('the operator', 'Source')
  await app.status.undo.click()
  await app.annotations.are([])
  await app.status.redo.click()
  await app.annotations.are(['Source: the operator'])
  await expect(app.status.redo).toHaveCount(0)
})

test('another tag, a note and a removal are undone in turn', async ({ app }) => {
  await app.tag('the operator', 'Source')
  await app.press('c')
  await app.annotations.are(['Claim: the operator'])
  await app.annotations.writeNote('Which one?')
  await app.status.undoes('Add note')
  await app.article.clickOn('operator said')
  await app.press('Delete')
  await app.status.undoes('Remove claim')
  await app.press('ControlOrMeta+z')
  await app.annotations.are(['Claim: the operator'])
  await app.annotations.noted('Which one?')
  await app.press('ControlOrMeta+z')
  await expect(app.annotations.panel).not.toContainText('Which one?')
  await app.status.undoes('Change to claim')
  await app.press('ControlOrMeta+z')
  await app.annotations.are(['Source: the operator'])
  await app.press('ControlOrMeta+z')
  await app.annotations.are([])
})

test('thirty edits are undone and done again', async ({ app }) => {
  await app.article.focus()
  await app.press('ControlOrMeta+Home')
  for (let k = 0; k < 30; k++) {
    await app.press('ControlOrMeta+Shift+ArrowRight')
    await app.press('csf'[k % 3]!)
  }
  await app.annotations.counts('All', 30)
  for (let k = 0; k < 30; k++) await app.press('ControlOrMeta+z')
  await app.annotations.counts('All', 0)
  for (let k = 0; k < 30; k++) await app.press('ControlOrMeta+y')
  await app.annotations.counts('All', 30)
  await app.annotations.counts('Claim', 10)
  await app.status.saved()
})

test('undo goes on after the app was closed', async ({ app }) => {
  await app.tag('the operator', 'Source')
  await app.tag('6.5 percent', 'Figure')
  await app.status.saved()
  await app.reopen()
  await app.annotations.are(['Figure: 6.5 percent', 'Source: the operator'])
  await app.status.undoes('Tag as figure')
  await app.press('ControlOrMeta+z')
  await app.annotations.are(['Source: the operator'])
  await app.press('ControlOrMeta+z')
  await app.annotations.are([])
  await app.press('ControlOrMeta+y')
  await app.annotations.are(['Source: the operator'])
})
