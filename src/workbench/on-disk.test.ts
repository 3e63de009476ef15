import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { idMaker } from '../base/id'
import { expectOk } from '../base/outcome'
import { timelineOf } from '../core/change/timeline'
import { undoEdit } from '../core/change/edits'
import { openWorkspace } from '../store/disk-store'
import { time } from '../testing/records'
import { Annotator, type Rehearsal, filesOf, rehearse } from './testing/rehearsal'

// Real threads, builds and synced files: quick alone, slow on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const newId = idMaker((count) => randomBytes(count))
let folder: string
const open: Rehearsal[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-workbench-'))
})
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ workbench }) => workbench.close()))
  await rm(folder, { recursive: true })
})

/** Opens the workspace of the test, as each start of a host does. */
async function start(): Promise<Rehearsal> {
  const options = { now: () => time(0), newId, hostName: 'desk', pid: process.pid }
  const store = expectOk(await openWorkspace(join(folder, 'texts'), options))
  const rehearsal = rehearse({ store, ports: { newId } })
  open.push(rehearsal)
  await rehearsal.workbench.counted
  return rehearsal
}

async function stop(rehearsal: Rehearsal): Promise<void> {
  open.splice(open.indexOf(rehearsal), 1)
  await rehearsal.workbench.close()
}

/** Ends as a crash does: nothing is written that was not, but the workspace is free. */
async function crash(rehearsal: Rehearsal): Promise<void> {
  open.splice(open.indexOf(rehearsal), 1)
  await rehearsal.store.store.close()
}

const add = async ({ client }: Rehearsal, name: string, text: string): Promise<string> =>
  expectOk(await client.send('library.add', { files: filesOf({ [name]: text }) })).added[0]!.id

const opened = async ({ client }: Rehearsal, id: string) =>
  expectOk(await client.send('article.open', { id }))

const journalOf = (id: string): string => join(folder, 'texts/documents', id, 'journal.ndjson')

describe('a workspace on disk', () => {
  test.each([
    ['closed', stop],
    ['ended by a crash', crash],
  ])('is as it was after it was %s', async (_, end) => {
    const first = await start()
    const id = await add(first, 'cat.txt', 'the cat sat')
    const annotator = await Annotator.at(first, id)
    await annotator.tags('the [cat] sat')
    const edit = await annotator.tags('the cat [sat]', 'source')
    const before = await opened(first, id)
    const listed = first.workbench.documents()
    await end(first)

    const second = await start()
    expect(second.workbench.documents()).toEqual(listed)
    expect(await opened(second, id)).toEqual(before)
    const again = await Annotator.at(second, id)
    expect(expectOk(await again.perform(edit))).toEqual({ revision: 2 })
    const last = timelineOf(before.recent).undo.at(-1)!
    expectOk(await again.perform(undoEdit({ ...again.author, newId }, last)))
    expect((await opened(second, id)).annotations.map(({ tag }) => tag)).toEqual(['claim'])
    expect(second.logged).toEqual([])
  })

  test('keeps the original bytes beside the text', async () => {
    const rehearsal = await start()
    const id = await add(rehearsal, 'Cat.TXT', 'the cat\r\nsat')
    expect((await opened(rehearsal, id)).article.text).toBe('the cat\nsat')
    expect(await readFile(join(folder, 'texts/documents', id, 'original.txt'), 'utf8')).toBe('the cat\r\nsat')
  })

  test('what was removed stays so, and can be put back after a restart', async () => {
    const first = await start()
    const id = await add(first, 'cat.txt', 'the cat sat')
    expectOk(await first.client.send('library.remove', { ids: [id] }))
    await crash(first)
    const second = await start()
    expect(second.workbench.documents()).toEqual([])
    expectOk(await second.client.send('library.restore', { ids: [id] }))
    expect(second.workbench.documents()).toHaveLength(1)
  })
})

/** A workspace of two documents, of which the journal of the first is damaged. */
async function damaged() {
  const first = await start()
  const id = await add(first, 'cat.txt', 'the cat sat')
  const other = await add(first, 'dog.txt', 'the dog ran')
  const annotator = await Annotator.at(first, id)
  await annotator.tags('the [cat] sat')
  await annotator.tags('the cat [sat]')
  await crash(first)
  const good = await readFile(journalOf(id), 'utf8')
  // In the first line: one at the end may have been cut off by a crash, and is no damage.
  await writeFile(journalOf(id), `?${good.slice(1)}`)
  return { id, other, good, rehearsal: await start() }
}

describe('a damaged document', () => {
  test('is marked with a sentence, and the others are as ever', async () => {
    const { id, other, rehearsal } = await damaged()
    const [marked, fine] = rehearsal.workbench.documents()
    expect(marked).toMatchObject({ id, trouble: expect.stringMatching(/\S+ \S+/) })
    expect(fine).not.toHaveProperty('trouble')
    expect(await rehearsal.client.send('article.open', { id })).toMatchObject({
      refusal: { code: 'damaged', message: marked!.trouble },
    })
    await (await Annotator.at(rehearsal, other)).tags('the [dog] ran')
    expect((await opened(rehearsal, other)).annotations).toHaveLength(1)
  })

  test('is left out of an export of all and said to be; alone it is refused', async () => {
    const { id, other, rehearsal } = await damaged()
    const format = 'assay-json'
    const all = expectOk(await rehearsal.client.send('sets.export', { documents: [], format }))
    expect(all.losses).toEqual([expect.stringMatching(/^“the cat sat” is not in this file: /)])
    expect(new TextDecoder().decode(all.file.bytes)).toContain(other)
    expect(await rehearsal.client.send('sets.export', { documents: [id, other], format })).toMatchObject({
      refusal: { code: 'damaged' },
    })
  })

  test('is as it was when its file is put back', async () => {
    const { id, good, rehearsal } = await damaged()
    await stop(rehearsal)
    await writeFile(journalOf(id), good)
    const mended = await start()
    expect(mended.workbench.documents()[0]).toMatchObject({ id, counts: { claim: 2 } })
    expect(mended.workbench.documents()[0]).not.toHaveProperty('trouble')
    expect((await opened(mended, id)).annotations).toHaveLength(2)
  })
})
