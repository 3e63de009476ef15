import { type App, expect, test } from '../app'
import { expectAccessible } from '../axe'
import { ferries } from '../texts'

/** Opens the article as this analyst. */
const begin = async (app: App, name: string): Promise<void> => {
  await app.palette.run('Your name')
  await app.page.getByRole('textbox', { name: 'Name' }).fill(name)
  await app.press('Enter')
  await app.status.said(`You are ${name} from now on`)
  await app.read(ferries)
}

/** Has one analyst export everything and the other take it in. */
const send = async (from: App, to: App): Promise<void> => {
  const { name, bytes } = await from.exported(/Assay bundle/)
  await to.importPanel.open([await to.fileOf({ name, content: bytes, firstWords: '' })])
  await to.importPanel.import()
}

test('two analysts: one sends, the other compares and decides, the first adopts and objects', async ({
  app: ben,
  colleague: ana,
}) => {
  test.slow()
  await begin(ana, 'Ana')
  await ana.tag('6.5 percent', 'Figure')
  await ana.tag('the operator', 'Source')
  await ana.tag('Passenger groups', 'Claim')
  await ana.tag('1.2 million people', 'Figure')
  await ana.status.saved()

  await begin(ben, 'Ben')
  await ben.tag('6.5 percent', 'Figure')
  await ben.tag('the operator', 'Source')
  await ben.tag('1.2 million', 'Figure')
  await ben.status.saved()
  await send(ana, ben)

  await ben.review.open()
  await ben.review.are([/Passenger groups.*One alone/, /1\.2 million.*Boundary/])
  await expectAccessible(ben.page, 'the review')
  await ben.review.looksAt(/Passenger groups/)
  await ben.press('r')
  await ben.page.keyboard.type('Opinion, not a claim')
  await ben.press('Enter')
  await ben.press('x')
  await ben.review.looksAt(/1\.2 million/)
  await expect(ben.review.version('Ben')).toBeChecked()
  await ben.press('ArrowRight')
  await expect(ben.review.version('Ana')).toBeChecked()
  await ben.press('ArrowLeft')
  await expect(ben.review.version('Ben')).toBeChecked()
  await ben.press('a')
  await ben.review.are([])
  await ben.press('ControlOrMeta+Shift+a')
  await ben.review.decided(4, 4)
  await ben.press('Escape')
  await ben.annotations.showOnly('Adjudicated')
  await ben.annotations.are(['Figure: 6.5 percent', 'Source: the operator', 'Figure: 1.2 million'])
  await ben.annotations.pick('Figure: 1.2 million')
  await expect(ben.annotations.panel.getByRole('list', { name: 'Settled from' })).toContainText('Ana, mended')
  await ben.status.saved()
  await send(ben, ana)

  await expect(ana.annotations.panel.getByRole('button', { name: '2 verdicts to answer' })).toBeVisible()
  await ana.inbox.open()
  await ana.inbox.lookAt(/Ben changed this/)
  await expect(ana.inbox.letters.filter({ hasText: 'Ben changed this' })).toContainText('1.2 million people')
  await expectAccessible(ana.page, 'the inbox')
  await ana.press('a')
  await ana.inbox.waiting(1)
  await ana.inbox.lookAt(/Because: Opinion, not a claim/)
  await ana.press('o')
  await expect(ana.inbox.objection).toBeFocused()
  await ana.page.keyboard.type('It says what they called it.')
  await ana.press('ControlOrMeta+Enter')
  await ana.inbox.waiting(0)
  await ana.press('Escape')
  // Hers reads as his does now.
  await expect(ana.annotations.entry('Figure: 1.2 million')).toHaveCount(2)
  await ana.status.saved()
  await send(ana, ben)

  await ben.review.open()
  await ben.review.are([/Passenger groups.*objected to/])
  await expect(ben.review.versions).toContainText('Ana objects: It says what they called it.')
})

test('what is decided can be taken back and undone, and is mended as any annotation', async ({ app }) => {
  await app.library.document(/Two readings/).click()
  await app.annotations.links.first().waitFor()
  await app.review.open()
  const first = app.review.cases.getByRole('option', { selected: true })
  const words = (await first.innerText()).split('\n')[0]!
  await app.press('a')
  await expect(first).not.toContainText(words)
  await app.press('Backspace')
  await expect(first).toContainText(words)
  await app.press('x')
  await expect(first).not.toContainText(words)
  await app.press('ControlOrMeta+z')
  await app.review.show('All')
  await app.press('b')
  await expect(app.review.versions).toContainText('Annotator 1')
  await app.press('e')
  await expect(app.review.panel.getByRole('note')).toContainText('Mend what was settled on')
  await app.press('ControlOrMeta+Enter')
  await expect(app.review.versions).toBeVisible()
})

test('what both changed since they last met is shown, and one of the two is kept', async ({
  app: ben,
  colleague: ana,
}) => {
  test.slow()
  await begin(ana, 'Ana')
  await ana.tag('the operator', 'Source')
  await ana.status.saved()
  await begin(ben, 'Ben')
  await send(ana, ben)
  await ben.annotations.pick('Source: the operator')
  await ben.annotations.writeNote('Which one?')
  await ben.status.saved()
  await ana.annotations.pick('Source: the operator')
  await ana.annotations.writeNote('Norrland Ferries.')
  await ana.status.saved()

  const { name, bytes } = await ana.exported(/Assay bundle/)
  await ben.importPanel.open([await ben.fileOf({ name, content: bytes, firstWords: '' })])
  const conflict = ben.importPanel.dialog.getByRole('checkbox', { name: /Keep mine/ })
  await expect(conflict).not.toBeChecked()
  await expectAccessible(ben.page, 'a conflict')
  await conflict.check()
  await ben.importPanel.import()
  await ben.annotations.pick('Source: the operator')
  await expect(ben.annotations.note).toHaveValue('Which one?')
})
