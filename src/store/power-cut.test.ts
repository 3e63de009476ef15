import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { ada, articleOf, time } from '../testing/records'
import { openWorkspace } from './disk-store'
import type { WorkspaceStore } from './store'
import { PowerCutDisk } from './testing/power-cut'
import { original, stateWith, taggings } from './testing/taggings'
import { newId } from './testing/workspaces'
import type { Workspace } from './workspace'

const work = taggings('doc-1', 40)
const nobody = 2 ** 22 + 1 // above the largest number of a process

const start = async (disk: PowerCutDisk): Promise<WorkspaceStore> =>
  expectOk(
    await openWorkspace('/desk', {
      now: () => time(0),
      newId,
      hostName: 'desk',
      pid: nobody,
      person: ada,
      files: disk,
    }),
  )

/** What was confirmed so far, and what was asked for beyond that. */
interface Confirmed {
  revision: number
  documents: string[]
  names: string[]
}

/** Works until the power is cut: edits, snapshots, new documents, the index. */
async function toil(disk: PowerCutDisk, steps: readonly number[], confirmed: Confirmed): Promise<void> {
  const store = await start(disk)
  const rename = async (name: string): Promise<void> => {
    const next: Workspace = { ...store.workspace, people: [{ ...ada, name }] }
    confirmed.names.push(name)
    expectOk(await store.saveWorkspace(next))
    confirmed.names = [name]
  }
  const add = async (id: string): Promise<void> => {
    expectOk(await store.create(id === 'doc-1' ? work.article : articleOf(id, `text of ${id}`), original))
    confirmed.documents.push(id)
  }
  if (!confirmed.documents.includes('doc-1') && !(await store.read('doc-1')).ok) await add('doc-1')
  confirmed.revision = expectOk(await store.read('doc-1')).revision
  for (const [k, step] of steps.entries()) {
    if (step === 0) await rename(`Ada ${k}`)
    else if (step === 1) await add(newId('doc'))
    else if (step === 2)
      expectOk(
        await store.saveSnapshot('doc-1', stateWith(work.after(confirmed.revision)), confirmed.revision),
      )
    else confirmed.revision = expectOk(await store.append('doc-1', work.edits[confirmed.revision]!)).revision
  }
  await store.close()
}

async function check(disk: PowerCutDisk, confirmed: Confirmed): Promise<void> {
  const store = await start(disk)
  expect(confirmed.names).toContain(store.workspace.people[0]!.name)
  for (const id of confirmed.documents) expect((await store.read(id)).ok).toBe(true)
  const read = await store.read('doc-1')
  if (!read.ok) {
    expect([read.refusal.code, confirmed]).toEqual([
      'missing',
      expect.objectContaining({ revision: 0, documents: [] }),
    ])
    return
  }
  const { revision, records, warnings } = read.value
  expect([confirmed.revision, confirmed.revision + 1]).toContain(revision)
  expect(records).toEqual(work.after(revision))
  expect(expectOk(await store.recentEdits('doc-1', revision))).toEqual(work.edits.slice(0, revision))
  const amiss = [...warnings, ...(store.warnings ?? [])]
  expect(
    amiss.filter((warning) => !/was not written to its end|on the disk but not in the list/.test(warning)),
  ).toEqual([])
}

/** Looks at what a killed process left, which may not be on the disk yet: once seen, it counts as confirmed. */
async function look(disk: PowerCutDisk, confirmed: Confirmed): Promise<void> {
  const store = await start(disk)
  const read = await store.read('doc-1')
  if (read.ok) confirmed.revision = read.value.revision
  confirmed.documents = [...confirmed.documents.filter((id) => id !== 'doc-1'), ...(read.ok ? ['doc-1'] : [])]
  confirmed.names = [store.workspace.people[0]!.name]
}

const anyLife = fc.record({
  /** After so many changes to the disk … */
  operations: fc.integer({ min: 1, max: 150 }),
  /** … the process alone is killed and another one looks, before the power goes too. */
  looked: fc.boolean(),
  steps: fc.array(fc.nat({ max: 6 }), { maxLength: 10 }),
  numbers: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
    minLength: 30,
    maxLength: 30,
  }),
})

async function live(
  lives: readonly (typeof anyLife extends fc.Arbitrary<infer L> ? L : never)[],
): Promise<void> {
  let disk = new PowerCutDisk()
  await disk.makeFolder('/desk')
  await disk.syncFolder('/')
  const confirmed: Confirmed = { revision: 0, documents: [], names: ['Ada'] }
  for (const { operations, looked, steps, numbers } of lives) {
    const dying = disk.lasting(operations)
    await toil(dying, steps, confirmed).catch((error: unknown) => {
      if (!dying.isOff) throw error
    })
    if (looked) await look(dying.lasting(Number.POSITIVE_INFINITY), confirmed)
    let drawn = 0
    disk = dying.restored(() => numbers[drawn++ % numbers.length]!)
    await check(disk, confirmed)
    await look(disk, confirmed)
  }
}

test('whenever the power is cut and whatever the disk keeps of what was not synced, what was confirmed is there', async () => {
  await fc.assert(fc.asyncProperty(fc.array(anyLife, { minLength: 1, maxLength: 4 }), live), { numRuns: 150 })
}, 60_000)
