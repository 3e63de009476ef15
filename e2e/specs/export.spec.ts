import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { expect, test } from '../app'
import { bridge, ferries } from '../texts'

const emoji = {
  name: 'crime.txt',
  firstWords: '📉 Crime',
  content: '📉 Crime, police said, fell 12% in May.\n\nNobody 👮🏻‍♀️ knows why, 3 experts said.',
}

test('W3C: positions count code points and slice to the quotes', async ({ app }) => {
  await app.read(emoji)
  await app.tag('police', 'Source')
  await app.tag('12%', 'Figure')
  await app.tag('3 experts', 'Source')
  const { bytes } = await app.exported(/W3C/)
  const points = Array.from(emoji.content)
  const found = selectorsOf(JSON.parse(bytes.toString()))
  expect(found.map(({ exact }) => exact).toSorted()).toEqual(['12%', '3 experts', 'police'])
  for (const { exact, start, end } of found) expect(points.slice(start, end).join('')).toBe(exact)
})

test('CSV: a row an annotation, its places in code points and in UTF-16 units', async ({ app }) => {
  await app.read(emoji)
  await app.tag('12%', 'Figure')
  await app.annotations.writeNote('Of what, "exactly"?')
  await app.tag('police', 'Source')
  const { name, bytes } = await app.exported(/CSV/)
  expect(name).toMatch(/\.csv$/)
  const table = bytes.toString().replace(/^\uFEFF/, '')
  const { data, errors } = Papa.parse<Record<string, string>>(table, { header: true, skipEmptyLines: true })
  expect(errors).toEqual([])
  expect(data.map(({ tag, quote }) => [tag, quote])).toEqual([
    ['Source', 'police'],
    ['Figure', '12%'],
  ])
  expect(data[1]!['note']).toBe('Of what, "exactly"?')
  const points = Array.from(emoji.content)
  for (const { quote, start, end, start_utf16, end_utf16 } of data) {
    expect(points.slice(Number(start), Number(end)).join('')).toBe(quote)
    expect(emoji.content.slice(Number(start_utf16), Number(end_utf16))).toBe(quote)
  }
})

test('every format can be saved, says the words, and is the same when it is read again', async ({ app }) => {
  await app.read(emoji)
  await app.tag('police', 'Source')
  await app.tag('fell 12% in May', 'Claim')
  await app.exportPanel.open()
  const formats = await app.exportPanel.formatNames()
  await app.press('Escape')
  expect(formats.length).toBeGreaterThanOrEqual(18)
  for (const format of formats) {
    const { name, bytes } = await app.exported(format)
    const inside = isZip(bytes) ? Object.values(unzipSync(bytes)).map((part) => Buffer.from(part)) : [bytes]
    expect(
      inside.some((part) => part.includes('fell')),
      `${name} holds the words`,
    ).toBe(true)
    await app.status.said(`Exported`)
    await expect(app.status.alert).toBeEmpty()
    if (name.endsWith('.json')) expect(() => JSON.parse(bytes.toString()), name).not.toThrow()
    if (name.endsWith('.jsonl')) {
      for (const line of bytes.toString().trim().split('\n'))
        expect(() => JSON.parse(line), name).not.toThrow()
    }
  }
})

test('all articles go into one file when that is asked for', async ({ app }) => {
  await app.read(ferries)
  await app.tag('the operator', 'Source')
  await app.read(bridge)
  await app.tag('14 cracks', 'Figure')
  const one = await app.exported(/CSV/, 'This article')
  expect(one.bytes.includes('the operator')).toBe(false)
  const all = await app.exported(/CSV/, 'All articles')
  expect(all.bytes.includes('the operator')).toBe(true)
  expect(all.bytes.includes('14 cracks')).toBe(true)
})

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString() === 'PK'

/** Every place that a W3C file names, with its quote: the pairs of a quote and a position selector. */
function selectorsOf(value: unknown): { exact: string; start: number; end: number }[] {
  if (!isRecord(value)) return []
  const inner = Object.values(value)
  const quote = inner.find((one) => isRecord(one) && 'exact' in one)
  const place = inner.find((one) => isRecord(one) && 'start' in one)
  return isRecord(quote) && isRecord(place)
    ? [{ exact: String(quote['exact']), start: Number(place['start']), end: Number(place['end']) }]
    : inner.flatMap(selectorsOf)
}

/** Arrays as well. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
