import { readFile, unlink, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { documentWith } from './testing/documents'
import { stateWith } from './testing/taggings'

test('the snapshot of a document may be cut, zeroed, old or gone: the journal makes it good', async () => {
  const document = await documentWith(6)
  const files = await document.reopen()
  expectOk(await files.saveSnapshot(stateWith(document.after(2)), 2))
  const old = await readFile(document.sets)
  expectOk(await files.saveSnapshot(stateWith(document.after(5)), 5))
  const whole = await readFile(document.sets)
  const previous = await readFile(`${document.sets}.prev`)
  const cases: [Buffer | undefined, Buffer | undefined, number][] = [
    [whole, previous, 0],
    [old, previous, 0],
    [whole.subarray(0, 100), previous, 1],
    [Buffer.alloc(whole.length), previous, 1],
    [Buffer.alloc(0), undefined, 1],
    [whole.subarray(0, -1), Buffer.alloc(9), 1],
    [undefined, previous, 1],
    [undefined, undefined, 0],
  ]
  for (const [newest, before, warned] of cases) {
    await Promise.all([put(document.sets, newest), put(`${document.sets}.prev`, before)])
    const read = expectOk(await (await document.reopen()).read())
    expect(read).toMatchObject({ records: document.after(6), revision: 6 })
    expect(read.warnings).toHaveLength(warned)
  }
})

const put = (path: string, bytes: Buffer | undefined): Promise<void> =>
  bytes ? writeFile(path, bytes) : unlink(path).catch(() => undefined)

test('a snapshot of another journal is set aside, not dropped', async () => {
  const document = await documentWith(3, 9)
  const files = await document.reopen()
  expectOk(await files.append(document.edits[3]!))
  expectOk(await files.saveSnapshot(stateWith(document.after(4)), 4))
  await files.close()
  const ahead = await readFile(document.sets)
  const journal = await readFile(document.journal)
  await writeFile(document.journal, journal.subarray(0, journal.lastIndexOf(0x0a, -2) + 1))

  const reopened = await document.reopen()
  const read = expectOk(await reopened.read())
  expect(read).toMatchObject({ revision: 3, records: document.after(3) })
  expect(read.warnings).toEqual([
    expect.stringMatching(/sets\.json is of another journal .* kept as documents\/doc-1\/sets\.json\.aside/),
  ])
  expectOk(await reopened.append(document.edits[4]!))
  expectOk(await reopened.saveSnapshot(stateWith({ ...document.after(3) }), 3))
  expect(await readFile(`${document.sets}.aside`)).toEqual(ahead)
})

test('a journal that is gone while the snapshot is there is a damage, not a fresh start', async () => {
  const document = await documentWith(3, 4)
  const files = await document.reopen()
  expectOk(await files.saveSnapshot(stateWith(document.after(3)), 3))
  await files.close()
  for (const remove of [() => writeFile(document.journal, ''), () => unlink(document.journal)]) {
    await remove()
    const reopened = await document.reopen()
    const refused = {
      refusal: {
        code: 'damaged',
        message: expect.stringMatching(/journal\.ndjson is missing or empty, although .* 3 edits/),
      },
    }
    expect(await reopened.read()).toMatchObject(refused)
    expect(await reopened.append(document.edits[3]!)).toMatchObject(refused)
  }
})

test('a snapshot that is not the state it says it is does not win over the journal', async () => {
  const document = await documentWith(5, 6)
  const files = await document.reopen()
  // Edit 4 adds what this snapshot has already.
  expectOk(await files.saveSnapshot(stateWith(document.after(4)), 3))
  const read = expectOk(await (await document.reopen()).read())
  expect(read).toMatchObject({ revision: 5, records: document.after(5) })
  expect(read.warnings).toEqual([expect.stringMatching(/does not lead to what the journal holds/)])
})
