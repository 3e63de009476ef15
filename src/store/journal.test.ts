import { appendFile, readFile, readdir, truncate, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Outcome, expectOk } from '../base/outcome'
import type { Edit } from '../core/change/change'
import { beginning, idIn, writeLine } from './journal-line'
import type { StoredDocument } from './store'
import { type OneDocument, documentWith } from './testing/documents'
import { unsyncedFiles } from './testing/unsynced-files'
import { stateWith } from './testing/taggings'

const linesOf = (bytes: Buffer): string[] => bytes.toString().split('\n').slice(0, -1)

/** Whatever was done to the journal, the first `count` edits are there, and the work goes on after them. */
async function checkGoesOn(document: OneDocument, count: number, warned: RegExp | undefined): Promise<void> {
  const files = await document.reopen()
  const read = expectOk(await files.read())
  expect(read.records).toEqual(document.after(count))
  expect(read.revision).toBe(count)
  expect(read.warnings).toEqual(warned ? [expect.stringMatching(warned)] : [])
  expect(expectOk(await files.append(document.edits[count]!)).revision).toBe(count + 1)
  await files.close()
  const again = expectOk(await (await document.reopen()).read())
  expect(again).toMatchObject({ records: document.after(count + 1), revision: count + 1, warnings: [] })
  expect(again.journal).toBe((await readFile(document.journal)).length)
}

const tornIn = async ({ folder }: OneDocument): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('journal.torn'))

test('a line is an edit with its number and the chain', async () => {
  const document = await documentWith(2)
  const lines = linesOf(await readFile(document.journal)).map((line): unknown => JSON.parse(line))
  expect(lines).toEqual([
    { n: 1, edit: document.edits[0], chain: expect.stringMatching(/^[0-9a-f]{16}$/) },
    { n: 2, edit: document.edits[1], chain: expect.stringMatching(/^[0-9a-f]{16}$/) },
  ])
})

test('cut anywhere in its last two lines, it loses what was cut and nothing else', async () => {
  const document = await documentWith(4, 5, unsyncedFiles())
  const whole = await readFile(document.journal)
  const ends = [...whole.entries()].flatMap(([at, byte]) => (byte === 0x0a ? [at + 1] : []))
  for (let size = ends[1]!; size <= whole.length; size++) {
    await writeFile(document.journal, whole.subarray(0, size))
    const count = ends.filter((end) => end <= size).length
    const rest = whole.subarray(ends[count - 1], size)
    const files = await document.reopen()
    const { records, revision, warnings } = expectOk(await files.read())
    expect({ records, revision }).toEqual({ records: document.after(count), revision: count })
    expect(warnings).toHaveLength(rest.length > 0 ? 1 : 0)
    expect(warnings.join('')).toMatch(rest.length > 0 ? `line ${count + 1} was not written` : /^$/)
    expect(expectOk(await files.append(document.edits[count]!)).revision).toBe(count + 1)
    await files.close()
    // As if it had never been cut: the same edit makes the same line.
    const after = await readFile(document.journal)
    expect(after.equals(whole) || count !== 3).toBe(true)
    expect(after.subarray(0, whole.length).equals(whole.subarray(0, after.length))).toBe(true)
    const torn = await tornIn(document)
    expect(torn).toEqual(rest.length > 0 ? [`journal.torn-${count + 1}`] : [])
    for (const name of torn) {
      expect((await readFile(join(document.folder, name))).equals(rest)).toBe(true)
      await unlink(join(document.folder, name))
    }
  }
}, 60_000)

test('what is torn is never written over', async () => {
  const document = await documentWith(1, 2)
  for (const rest of ['{"n":2,"ed', '{"n":2']) {
    await appendFile(document.journal, rest)
    const files = await document.reopen()
    expectOk(await files.append(document.edits[1]!))
    await files.close()
    await truncate(document.journal, (await readFile(document.journal)).indexOf(0x0a) + 1)
  }
  expect(await tornIn(document)).toEqual(['journal.torn-2', 'journal.torn-2-2'])
})

test.each([
  ['a line without sense', 'ouch\n'],
  ['zeros, as a disk leaves them', `${'\0'.repeat(300)}\n`],
  ['zeros in a line that has its end', `{"n":4,"edit":{${'\0'.repeat(99)}},"chain":"0123456789abcdef"}\n`],
  ['zeros to the end', '\0'.repeat(300)],
  ['an empty line', '\n'],
])('%s at the end is torn', async (_, rest) => {
  const document = await documentWith(3, 4)
  await appendFile(document.journal, rest)
  await checkGoesOn(document, 3, /line 4 was not written to its end.*All 3 edits before it are here\.$/)
})

test('a journal of nothing but a torn line is empty', async () => {
  const document = await documentWith(0, 1)
  await writeFile(document.journal, '{"n":1,"edit"')
  await checkGoesOn(document, 0, /line 1 .* There is nothing before it\.$/)
})

test.each<[string, (lines: string[]) => string[], RegExp]>([
  [
    'the first line',
    ([, ...rest]) => ['?', ...rest],
    /at line 1: it is not JSON\. There is nothing before it/,
  ],
  [
    'a line in the middle',
    ([a, b, c, d]) => [a!, b!, c!.replace('claim', 'klaim'), d!],
    /at line 3: its checksum does not fit what is in it\. The 2 edits before it can be recovered/,
  ],
  [
    'a line that is missing',
    ([a, , c, d]) => [a!, c!, d!],
    /at line 2: it is not numbered 2\. The edit before it/,
  ],
  ['lines out of order', ([a, b, c, d]) => [a!, c!, b!, d!], /at line 2: it is not numbered 2/],
  ['a line twice', ([a, b, c, d]) => [a!, b!, b!, c!, d!], /at line 3: it is not numbered 3/],
  [
    'the last line, though it is whole',
    ([a, b, c, d]) => [a!, b!, c!, d!.replace('claim', 'klaim')],
    /at line 4: its checksum/,
  ],
  [
    'a last line that lost its first letter',
    ([a, b, c, d]) => [a!, b!, c!, d!.slice(1)],
    /at line 4: it is not JSON/,
  ],
  ['other line ends', (lines) => lines.map((line) => `${line}\r`), /at line 1: its checksum/],
])('%s: the damage is named, and nothing is changed', async (_, damage, sentence) => {
  const document = await documentWith(4, 5)
  const damaged = `${damage(linesOf(await readFile(document.journal))).join('\n')}\n`
  await writeFile(document.journal, damaged)
  const files = await document.reopen()
  const refusal = { code: 'damaged', message: expect.stringMatching(sentence) }
  const read = await files.read()
  expect(read).toMatchObject({ refusal })
  expect(read).toMatchObject({
    refusal: { message: expect.stringMatching(/^documents\/doc-1\/journal\.ndjson is damaged/) },
  })
  expect(await readFile(document.journal, 'utf8')).toBe(damaged)
  expect(await tornIn(document)).toEqual([])
})

test('damage further up stops nobody from going on after a snapshot, which says what it holds', async () => {
  const document = await documentWith(4, 6)
  const files = await document.reopen()
  expectOk(await files.saveSnapshot(stateWith(document.after(4)), 4))
  await files.close()
  const bytes = await readFile(document.journal)
  bytes[bytes.indexOf(0x0a) + 99]! ^= 1
  await writeFile(document.journal, bytes)
  const reopened = await document.reopen()
  expect(expectOk(await reopened.read()).records).toEqual(document.after(4))
  expectOk(await reopened.append(document.edits[4]!))
  expect(expectOk(await reopened.recentEdits(3))).toEqual(document.edits.slice(2, 5))
  expect(await reopened.recentEdits(5)).toMatchObject({ refusal: { code: 'damaged' } })
})

test('a flipped bit is found or does no harm', async () => {
  const document = await documentWith(3, 4, unsyncedFiles())
  const whole = await readFile(document.journal)
  const flips = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 7 }))
  const check = async ([at, bit]: [number, number]): Promise<void> => {
    const flipped = Buffer.from(whole)
    flipped[at]! ^= 1 << bit
    await writeFile(document.journal, flipped)
    const files = await document.reopen()
    const read = await files.read()
    expectFoundOrPrefix(document, read)
    const recent = await files.recentEdits(3)
    if (recent.ok) expect(document.edits.slice(0, recent.value.length)).toEqual(recent.value)
    else expect(recent.refusal.code).toBe('damaged')
    await files.close()
  }
  await fc.assert(fc.asyncProperty(flips, check), { numRuns: 400 })
})

function expectFoundOrPrefix(document: OneDocument, read: Outcome<StoredDocument>): void {
  if (!read.ok) {
    expect(read.refusal.code).toBe('damaged')
    return
  }
  // Only the last line may be taken for torn, and then it is said.
  expect(read.value.warnings).toHaveLength(1)
  expect(read.value).toMatchObject({ revision: 2, records: document.after(2) })
}

test('lines of any length are read, however they fall on the pieces in which a file is read', async () => {
  const document = await documentWith(0, 5)
  const files = await document.reopen()
  const notes = [10, 70_000, 262_144, 600_000, 65_536].map((length) => '📉'.repeat(length / 2))
  const edits = document.edits.map((edit, k) => ({
    ...edit,
    changes: edit.changes.map((change) =>
      change.of === 'annotation' && change.kind === 'add'
        ? {
            ...change,
            record: {
              ...change.record,
              attributes: { a: notes[k]!.slice(0, 10_000) },
              note: notes[k]!.slice(0, 100_000),
            },
          }
        : change,
    ),
  }))
  for (const edit of edits) expectOk(await files.append(edit))
  await files.close()
  const again = await document.reopen()
  expect(expectOk(await again.read()).records.annotations.map(({ note }) => note.length)).toEqual(
    notes.map((note) => Math.min(100_000, note.length)),
  )
  expect(expectOk(await again.recentEdits(2))).toEqual(edits.slice(3))
})

test('a damaged line is not passed by when the past is read, and ids are refused rather than guessed', async () => {
  const document = await documentWith(6)
  const files = await document.reopen()
  await files.read()
  const lines = linesOf(await readFile(document.journal))
  await writeFile(
    document.journal,
    [...lines.with(3, '?'.repeat(Buffer.byteLength(lines[3]!))), ''].join('\n'),
  )
  expect(expectOk(await files.editsBefore(3, 2))).toEqual({ first: 2, edits: document.edits.slice(1, 3) })
  expect(expectOk(await files.recentIds(2))).toEqual(['edit-5', 'edit-6'])
  const refused = { refusal: { code: 'damaged', message: expect.stringContaining('line 4') } }
  expect(await files.editsBefore(4, 2)).toMatchObject(refused)
  expect(await files.recentIds(3)).toMatchObject(refused)
})

test('an id is found wherever it stands in its line', () => {
  for (const edit of [
    { id: 'é"\\', name: 'x' },
    { name: 'x', id: 'é"\\' },
  ])
    expect(idIn(writeLine(edit as Edit, beginning).bytes.subarray(0, -1))).toBe('é"\\')
  expect(idIn(Buffer.from('{"n":1,"edit":{"id":7}'))).toBeUndefined()
})
