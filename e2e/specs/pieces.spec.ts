import { expect, test } from '../app'
import { ferries } from '../texts'

const claim = 'Fares will go up by 6.5 percent in April'

test.beforeEach(({ app }) => app.read(ferries))

test('+ adds the selection as a piece, - takes some away, and links and note stay', async ({ app }) => {
  await app.tag(claim, 'Claim')
  await app.annotations.writeNote('in two pieces')
  await app.findBar.goTo('Passenger groups called it unfair')
  await app.press('+')
  await app.annotations.are([`Claim: ${claim} … Passenger groups called it unfair`])
  await app.article.showsTags('called it unfair', ['Claim'])
  await app.findBar.goTo('by 6.5 percent')
  await app.press('-')
  await app.annotations.are(['Claim: Fares will go up … in April … Passenger groups called it unfair'])
  await app.annotations.noted('in two pieces')
  await app.status.undoes('Take a piece away')
  await app.press('ControlOrMeta+z')
  await app.press('ControlOrMeta+z')
  await app.annotations.are([`Claim: ${claim}`])
})

test('without a selection, or without an annotation, it is said what to do', async ({ app }) => {
  await app.article.focus()
  await app.press('+')
  await app.status.said('Pick an annotation first')
  await app.tag(claim, 'Claim')
  await app.press('-')
  await app.status.said('Select the words to take away first')
})

test('the ends move by characters, words and sentences, and stop at the ends of what there is', async ({
  app,
}) => {
  await app.tag('6.5 percent', 'Figure')
  await app.press('Alt+ArrowLeft')
  await app.annotations.are(['Figure: 6.5 percen'])
  await app.press('Alt+ArrowRight')
  await app.press('ControlOrMeta+Alt+ArrowRight')
  await app.annotations.are(['Figure: 6.5 percent in'])
  await app.press('ControlOrMeta+Alt+Shift+ArrowLeft')
  await app.annotations.are(['Figure: by 6.5 percent in'])
  await app.press('Alt+Shift+ArrowRight')
  await app.annotations.are(['Figure: y 6.5 percent in'])
  await app.press('Alt+Shift+ArrowUp')
  await app.press('Alt+ArrowDown')
  await app.annotations.are([
    'Figure: Fares will go up by 6.5 percent in April, the operator said on Monday.',
  ])
  for (let steps = 0; steps < 5; steps++) await app.press('ControlOrMeta+z')
  await app.annotations.are(['Figure: 6.5 percent'])
})

test('/ splits at the caret: the first part keeps note and name, the second is picked', async ({ app }) => {
  await app.tag(claim, 'Claim')
  await app.annotations.writeNote('one of two')
  await app.findBar.goTo('by 6.5')
  await app.press('ArrowLeft')
  await app.press('o')
  await app.press('/')
  await app.annotations.are(['Claim: Fares will go up', 'Claim: by 6.5 percent in April'])
  await app.annotations.picked('Claim: by 6.5 percent in April')
  await expect(app.annotations.entry('Claim: Fares will go up')).toContainText('one of two')
})
