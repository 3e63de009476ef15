import { type App, test } from '../app'
import { ferries } from '../texts'

test.beforeEach(({ app }) => app.read(ferries))

/** Puts the caret before the first place of these words, without the mouse. */
async function caretAt(app: App, words: string): Promise<void> {
  await app.findBar.goTo(words)
  await app.press('ArrowLeft')
}

test('C takes the sentence, S the name and F the number around the caret', async ({ app }) => {
  await caretAt(app, 'up by')
  await app.press('c')
  await app.annotations.has('Claim: Fares will go up by 6.5 percent in April, the operator said on Monday.')
  await caretAt(app, 'Falk')
  await app.press('s')
  await app.annotations.has('Source: Ines Falk')
  await caretAt(app, 'million people')
  await app.press('f')
  await app.annotations.has('Figure: 1.2 million people')
})

test('inside a quotation C takes the words between the marks', async ({ app }) => {
  await caretAt(app, 'last year')
  await app.press('c')
  await app.annotations.has('Claim: We carried 1.2 million people last year')
})

test('the key again makes it grow ring by ring, with Shift it shrinks, and it stays one annotation', async ({
  app,
}) => {
  await caretAt(app, 'Falk')
  await app.press('s')
  await app.annotations.are(['Source: Ines Falk'])
  await app.press('s')
  await app.annotations.are(['Source: said Ines Falk'])
  await app.press('Shift+S')
  await app.annotations.are(['Source: Ines Falk'])
  await app.press('Shift+S')
  await app.annotations.are(['Source: Falk'])
  await app.status.undoes('Shrink the source')
  await app.press('ControlOrMeta+z')
  await app.annotations.are(['Source: Ines Falk'])
})

test('another key takes the words at the caret; what a person picked changes its tag', async ({ app }) => {
  await caretAt(app, '6.5 percent')
  await app.press('c')
  await app.press('f')
  await app.annotations.are([
    'Claim: Fares will go up by 6.5 percent in April, the operator said on Monday.',
    'Figure: 6.5 percent',
  ])
  await app.press('o')
  await app.annotations.picked(
    'Claim: Fares will go up by 6.5 percent in April, the operator said on Monday.',
  )
  await app.press('s')
  await app.annotations.has('Source: Fares will go up by 6.5 percent in April, the operator said on Monday.')
})

test('a number is read while it is tagged', async ({ app }) => {
  await caretAt(app, '18 million euros')
  await app.press('f')
  await app.annotations.has('Figure: 18 million euros a year')
  await app.status.saved()
})
