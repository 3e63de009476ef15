import { expect, test } from '../app'
import { bridge, ferries } from '../texts'

const picture = {
  name: 'chart.txt',
  firstWords: '',
  content: Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0,
  ]),
}
const empty = { name: 'nothing.txt', firstWords: '', content: '' }

for (const file of [picture, empty]) {
  test(`${file.name} is refused by name, and nothing else is lost`, async ({ app }) => {
    await app.read(ferries)
    await app.tag('the operator', 'Source')
    await app.pickFiles([await app.fileOf(file)])
    await app.status.warned(file.name)
    await app.annotations.are(['Source: the operator'])
    await app.article.shows(ferries.firstWords)
  })
}

test('the good files of a choice are opened, the bad ones named', async ({ app }) => {
  await app.library.hideSamples()
  await app.pickFiles(await Promise.all([picture, bridge, empty].map((file) => app.fileOf(file))))
  await app.article.shows(bridge.firstWords)
  await app.status.warned('chart.txt')
  await app.status.warned('nothing.txt')
  await expect(app.library.links).toHaveCount(1)
})
