import { expect, test } from '../app'
import { expectAccessible } from '../axe'
import { openMarkedUp } from '../marking-up'
import { ferries } from '../texts'

test.describe('on a source', () => {
  test.beforeEach(async ({ app }) => {
    await app.read(ferries)
    await app.tag('the operator', 'Source')
  })

  test('Shift+Enter goes to the comment, Ctrl+Enter adds it', async ({ app }) => {
    await app.press('Shift+Enter')
    await expect(app.inspector.comment).toBeFocused()
    await app.page.keyboard.type('Which operator?')
    await app.press('ControlOrMeta+Enter')
    await expect(app.inspector.comments).toHaveCount(1)
    await expect(app.inspector.comments.first()).toContainText('Which operator?')
    await expect(app.inspector.comment).toHaveValue('')
    await app.status.undoes('Comment')
    await app.press('Escape')
    await expect(app.article.text).toBeFocused()
    await app.press('ControlOrMeta+z')
    await expect(app.inspector.comments).toHaveCount(0)
  })

  test('one’s own is said otherwise and removed', async ({ app }) => {
    await app.inspector.comment.fill('Which operator?')
    await app.inspector.panel.getByRole('button', { name: 'Add', exact: true }).click()
    await app.inspector.comments.first().hover()
    await app.inspector.panel.getByRole('button', { name: 'Change the comment' }).click()
    await app.inspector.panel.getByRole('textbox', { name: 'Changed comment' }).fill('Which ferry?')
    await app.press('ControlOrMeta+Enter')
    await expect(app.inspector.comments.first()).toContainText('Which ferry?')
    await app.status.undoes('Change comment')
    await app.inspector.comments.first().hover()
    await app.inspector.panel.getByRole('button', { name: 'Remove the comment' }).click()
    await expect(app.inspector.comments).toHaveCount(0)
  })

  test('one that is begun waits, and is kept when the article is left', async ({ app }) => {
    await app.inspector.comment.fill('Begun')
    await app.press('Escape')
    await app.tag('6.5 percent', 'Figure')
    await expect(app.inspector.comment).toHaveValue('')
    await app.annotations.pick('Source: the operator')
    await expect(app.inspector.comment).toHaveValue('Begun')
    await app.reopen()
    await app.annotations.pick('Source: the operator')
    await expect(app.inspector.comments.first()).toContainText('Begun')
  })

  test('the history of an annotation tells what was done to it, the latest first', async ({ app }) => {
    await app.inspector.field('Role').fill('runs the line')
    await app.press('Enter')
    await app.inspector.comment.fill('Why?')
    await app.press('ControlOrMeta+Enter')
    await app.status.saved()
    await app.inspector.panel.getByRole('button', { name: /^History · 3/ }).click()
    await expect(app.inspector.history).toHaveCount(3)
    await expect(app.inspector.history.first()).toContainText('Comment')
    await expect(app.inspector.history.last()).toContainText('Tag as source')
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the inspector and the linking strip are accessible in ${colorScheme}`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openMarkedUp(
      app,
      ferries,
      [
        ['Fares will go up by 6.5 percent in April', 'claim'],
        ['Ines Falk', 'source'],
        ['Passenger groups called it unfair', 'claim'],
      ],
      [
        ['Fares will go up by 6.5 percent in April', 'attributed-to', 'Ines Falk'],
        ['Passenger groups called it unfair', 'contradicts', 'Fares will go up by 6.5 percent in April'],
      ],
    )
    await app.article.clickOn('Fares will go')
    await app.press('i')
    await app.press('2')
    await app.inspector.comment.fill('Is it decided?')
    await app.press('ControlOrMeta+Enter')
    await app.inspector.links.first().focus()
    await expectAccessible(app.page, 'the inspector')
    await app.article.focus()
    await app.press('l')
    await expect(app.inspector.target).toBeFocused()
    await expectAccessible(app.page, 'linking')
  })
}
