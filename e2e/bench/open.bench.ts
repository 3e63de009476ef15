import { type App, expect, test } from '../app'
import { bridge, longText } from '../texts'
import { crowd } from './crowd'
import { keyToPicture, median, opening, plainParagraphs } from './measure'

const ROUNDS = 5
const TAGS = 10_000
const title = 'A very long report'
const other = 'Bridge at Tolland stays closed'

test('a megabyte with 10,000 annotations, beside plain paragraphs', async ({ app }, testInfo) => {
  const text = longText()
  const content = String(text.content)
  await app.library.hideSamples()
  await app.read(text)
  await app.read(bridge)
  const bare = await measure(app, content, false)
  await app.close()
  await crowd(app.workspace, content, TAGS)
  await app.start()
  const crowded = await measure(app, content, true)

  const table = [
    ['', 'no tags', '10,000 tags', 'ratio'],
    ['plain paragraphs', ms(bare.plain), ms(crowded.plain), ''],
    ['open', ms(bare.open), ms(crowded.open), times(crowded.open, bare.open)],
    ['open / plain', times(bare.open, bare.plain), times(crowded.open, crowded.plain), ''],
    ['one more tag', ms(bare.tag), ms(crowded.tag), times(crowded.tag, bare.tag)],
  ]
  const lines = table.map((row) => row.map((cell, k) => (k ? cell.padStart(13) : cell.padEnd(18))).join(''))
  process.stdout.write(`\n${testInfo.project.name}, medians of ${ROUNDS}\n${lines.join('\n')}\n`)
})

interface Measured {
  readonly plain: number
  readonly open: number
  readonly tag: number
}

async function measure(app: App, content: string, tagged: boolean): Promise<Measured> {
  const plain: number[] = []
  const open: number[] = []
  const tag: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await app.library.open(other)
    await app.article.shows(bridge.firstWords)
    plain.push(await plainParagraphs(app.page, content))
    open.push(await opening(app.page, title, tagged))
    await app.article.selectWords('A very long')
    tag.push(await keyToPicture(app.page, 'c'))
    await app.annotations.picked('Claim: A very long')
    await app.press('ControlOrMeta+z')
    await expect(app.annotations.entry('Claim: A very long')).toHaveCount(0)
  }
  return { plain: median(plain), open: median(open), tag: median(tag) }
}

const times = (a: number, b: number): string => `${(a / b).toFixed(2)} ×`
const ms = (time: number): string => `${time.toFixed(1)} ms`
