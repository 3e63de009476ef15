import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type App, expect, test } from './app'

const folder = join(import.meta.dirname, '../resources/screenshots')

/** The tags of the picture, which show all three kinds and an overlap. */
const tags = [
  ['the port that handles about a third of the country’s container imports', 'Claim'],
  ['about a third', 'Figure'],
  ['its final proposal was worth 9.5 per cent over two years', 'Claim'],
  ['Calder Terminals', 'Source'],
  ['9.5 per cent', 'Figure'],
  ['it was worth 6 per cent', 'Claim'],
  ['6 per cent', 'Figure'],
  ['Frances Oyelaran-Pike, the union’s general secretary', 'Source'],
  ['A four-page offer letter dated 3 June', 'Source'],
  ['£1,350', 'Figure'],
] as const

for (const theme of ['light', 'dark'] as const) {
  test(`the picture of the README in ${theme}`, async ({ app }) => {
    await drawPicture(app)
    await takePicture(app, `annotate-${theme}`, theme)
  })
}

test('the pictures of review and agreement', async ({ app }) => {
  await app.library.document(/ferry is full or half empty/).click()
  await expect(app.annotations.links.first()).toBeVisible()
  await app.review.open()
  await app.press('ArrowDown')
  await takePicture(app, 'review-light', 'light')
  await app.press('Escape')
  await app.agreement.open()
  await takePicture(app, 'agreement-dark', 'dark')
})

/** Draws a picture and, on request only, so that a run of the tests leaves no trace, makes it that of the README. */
async function takePicture(app: App, name: string, theme: 'light' | 'dark'): Promise<void> {
  await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await app.page.mouse.move(0, 0)
  const path = join(folder, `${name}.png`)
  const drawn = await app.page.screenshot({
    ...(process.env['ASSAY_SCREENSHOTS'] && app.hostKind === 'electron' ? { path } : {}),
    animations: 'disabled',
    caret: 'hide',
  })
  expect(sizeOf(drawn)).toEqual({ width: 1280, height: 800 })
  expect(sizeOf(await readFile(path))).toEqual({ width: 1280, height: 800 })
}

async function drawPicture(app: App): Promise<void> {
  await app.library.open(/^Marrowgate dockers stay out/)
  for (const [words, tag] of tags) await app.tag(words, tag)
  await app.annotations.pick('Claim: it was worth 6 per cent')
  await app.annotations.note.fill('Same document, other arithmetic: see the letter.')
  await app.press('Escape')
  await app.page.mouse.move(0, 0)
  await app.status.said('Noted')
  await app.status.saved()
}

/** Width and height of a PNG, from its header. */
function sizeOf(picture: Buffer): { readonly width: number; readonly height: number } {
  expect(picture.subarray(1, 4).toString('latin1'), 'the signature of a PNG').toBe('PNG')
  return { width: picture.readUInt32BE(16), height: picture.readUInt32BE(20) }
}
