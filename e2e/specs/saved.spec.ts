import { test } from '../app'
import { ferries } from '../texts'

const names = ['Figure: 6.5 percent', 'Source: the operator', 'Claim: called it unfair']

test.beforeEach(async ({ app }) => {
  await app.read(ferries)
  await app.tag('the operator', 'Source')
  await app.tag('6.5 percent', 'Figure')
  await app.annotations.writeNote('Of what?')
  await app.tag('called it unfair', 'Claim')
  await app.status.saved()
})

test('everything is there after the app was closed', async ({ app }) => {
  await app.reopen()
  await app.library.isOpen('Ferry fares to rise again, operator says')
  await app.annotations.are(names)
  await app.annotations.noted('Of what?')
  await app.article.showsTags('6.5 percent', ['Figure'])
})

test('everything is there after the app was killed as soon as it said Saved', async ({ app }) => {
  await app.kill()
  await app.library.open('Ferry fares to rise again, operator says')
  await app.annotations.are(names)
  await app.annotations.noted('Of what?')
})
