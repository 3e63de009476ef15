import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Outcome, expectOk } from '../base/outcome'
import type { Files } from './files'
import { type Holder, type Lock, takeLock } from './lock'
import { nodeFiles } from './node-files'
import { startOf } from './processes'
import { newId, temporaryFolder } from './testing/workspaces'

const since = '2026-01-05T09:07:08.000Z'
const take = (
  folder: string,
  {
    host = 'desk',
    pid = process.pid,
    files = nodeFiles(),
  }: { host?: string; pid?: number; files?: Files } = {},
): Promise<Outcome<Lock>> => takeLock(files, folder, { host, pid, since }, newId)

/** A process that does nothing until it is killed. */
async function idler(): Promise<ChildProcess & { readonly pid: number }> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'spawn')
  return child as ChildProcess & { readonly pid: number }
}
async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const holderIn = async (folder: string): Promise<Holder> =>
  JSON.parse(await readFile(join(folder, 'lock'), 'utf8')) as Holder

test('a lock says who, and is gone when it is released', async () => {
  const folder = await temporaryFolder()
  const lock = expectOk(await take(folder))
  expect(await holderIn(folder)).toMatchObject({ host: 'desk', pid: process.pid, since })
  expect(await readdir(folder)).toEqual(['lock'])
  await lock.release()
  expect(await readdir(folder)).toEqual([])
})

test('a live lock is respected, with a sentence that says whose it is', async () => {
  const folder = await temporaryFolder()
  const { pid } = await idler()
  expectOk(await take(folder, { pid }))
  expect(await take(folder)).toEqual({
    ok: false,
    refusal: {
      code: 'locked',
      message:
        `This workspace is open on desk since 2026-01-05 09:07 UTC (process ${pid}). Close it there first. ` +
        'If you are sure that nobody has it open, delete the file “lock” in its folder.',
    },
  })
  expect((await holderIn(folder)).pid).toBe(pid)
  expect(await readdir(folder)).toEqual(['lock'])
})

test('the same process does not get it twice', async () => {
  const folder = await temporaryFolder()
  expectOk(await take(folder))
  expect(await take(folder)).toMatchObject({ refusal: { code: 'locked' } })
})

test('of another host’s process nothing is known, so it counts as alive', async () => {
  const folder = await temporaryFolder()
  const child = await idler()
  expectOk(await take(folder, { host: 'laptop', pid: child.pid }))
  await kill(child)
  expect(await take(folder)).toMatchObject({
    refusal: { message: expect.stringMatching(/^This workspace is open on laptop/) },
  })
})

test('the lock of a process that is gone is taken over', async () => {
  const folder = await temporaryFolder()
  const child = await idler()
  const old = expectOk(await take(folder, { pid: child.pid }))
  await kill(child)
  expectOk(await take(folder))
  expect((await holderIn(folder)).pid).toBe(process.pid)
  await old.release() // no longer its own
  expect(await readdir(folder)).toEqual(['lock'])
})

test.runIf(process.platform === 'linux')(
  'a later process with the same number is not taken for the holder',
  async () => {
    const folder = await temporaryFolder()
    const { pid } = await idler()
    expectOk(await take(folder, { pid }))
    const holder = await holderIn(folder)
    expect(holder.started).toBe(await startOf(pid))
    await writeFile(join(folder, 'lock'), JSON.stringify({ ...holder, started: `${holder.started}0` }))
    expectOk(await take(folder))
  },
)

test.each(['', '{"host":"de', '{}', '\0\0\0\0'])(
  'a lock that was cut short by a crash (%j) is taken over',
  async (bytes) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'lock'), bytes)
    expectOk(await take(folder))
    expect(await readdir(folder)).toEqual(['lock'])
  },
)

test('of many who want it at once, one gets it', async () => {
  const folder = await temporaryFolder()
  const child = await idler()
  for (let round = 0; round < 20; round++) {
    const stale = { host: 'desk', pid: 2 ** 22 + 1, since, token: 'gone' }
    if (round % 2 === 1) await writeFile(join(folder, 'lock'), JSON.stringify(stale))
    const taken = await Promise.all([take(folder), take(folder, { pid: child.pid }), take(folder)])
    const locks = taken.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
    expect(locks).toHaveLength(1)
    for (const lock of locks) await lock.release()
    expect(await readdir(folder)).toEqual([])
  }
})

test('who takes over a lock that was left does not take one that was put there in the meantime', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'lock'), '')
  const files = nodeFiles()
  let first: Outcome<Lock> | undefined
  const late: Files = {
    ...files,
    rename: async (from, to) => {
      first ??= await take(folder)
      await files.rename(from, to)
    },
  }
  const second = await take(folder, { files: late })
  expect(second).toMatchObject({ refusal: { code: 'locked' } })
  expect(await readdir(folder)).toEqual(['lock'])
  await expectOk(first!).release()
  expect(await readdir(folder)).toEqual([])
})

async function link(): Promise<never> {
  throw Object.assign(new Error('not here'), { code: 'ENOTSUP', syscall: 'link' })
}

test('a disk without second names has a lock too', async () => {
  const folder = await temporaryFolder()
  const files = { ...nodeFiles(), link }
  const lock = expectOk(await take(folder, { files }))
  expect(await take(folder, { files })).toMatchObject({ refusal: { code: 'locked' } })
  expect(await readdir(folder)).toEqual(['lock'])
  await lock.release()
  expect(await readdir(folder)).toEqual([])
})
