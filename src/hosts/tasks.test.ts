import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeAll, beforeEach, afterAll, describe, expect, test } from 'vitest'
import { TaskPool } from './tasks'

// Real threads, with an entry whose tasks do what their name says, so that each way to end can be brought about.
const ENTRY = `
import { parentPort, threadId } from 'node:worker_threads'
parentPort.on('message', ({ params: { name, bytes } }) => {
  if (name === 'throw') throw new Error('a bug in a task')
  if (name === 'exit') process.exit(7)
  if (name === 'hang') return
  parentPort.postMessage({ ok: true, value: { name, bytes, hash: String(threadId) } }, [bytes.buffer])
})
`

let folder: string
let entry: URL
let pool: TaskPool
let logged: unknown[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-tasks-'))
  const file = join(folder, 'worker.mjs')
  await writeFile(file, ENTRY)
  entry = pathToFileURL(file)
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => {
  logged = []
  pool = new TaskPool({ entry, log: (error) => logged.push(error), size: 2 })
})
afterEach(() => pool.close())

const read = (name: string, signal?: AbortSignal) =>
  pool.run('article.read', { name, bytes: Uint8Array.of(1, 2, 3) }, signal ? { signal } : {})

const codeOf = async (outcome: ReturnType<typeof read>): Promise<string> => {
  const ended = await outcome
  return ended.ok ? `ok by ${ended.value.hash}` : ended.refusal.code
}

test('bytes go to the thread and come back, and are not copied', async () => {
  const bytes = Uint8Array.of(1, 2, 3)
  const done = pool.run('article.read', { name: 'a', bytes })
  expect(bytes.length).toBe(0)
  expect(await done).toMatchObject({ ok: true, value: { name: 'a', bytes: Uint8Array.of(1, 2, 3) } })
})

test('a part of a larger buffer is copied, so that nobody loses the rest', async () => {
  const whole = Uint8Array.of(1, 2, 3, 4)
  const part = whole.subarray(1, 3)
  expect(await pool.run('article.read', { name: 'a', bytes: part })).toMatchObject({
    value: { bytes: Uint8Array.of(2, 3) },
  })
  expect([...whole]).toEqual([1, 2, 3, 4])
})

test('there are no more threads than the pool may have, and they are used again', async () => {
  expect(pool.threads).toBe(0)
  const ended = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => codeOf(read(name))))
  expect(ended.every((code) => code.startsWith('ok'))).toBe(true)
  expect(new Set(ended).size).toBeLessThanOrEqual(2)
  expect(pool.threads).toBe(2)
})

describe('a task fails alone', () => {
  test.each(['throw', 'exit'])('when its worker does: %s', async (name) => {
    const ended = await Promise.all([codeOf(read(name)), codeOf(read('a')), codeOf(read('b'))])
    expect(ended[0]).toBe('internal')
    expect(ended.slice(1).every((code) => code.startsWith('ok'))).toBe(true)
    expect(logged).toHaveLength(1)
    expect(await codeOf(read('c'))).toMatch(/^ok/)
  })

  test('when its bytes were handed over before', async () => {
    const bytes = Uint8Array.of(1)
    structuredClone(bytes, { transfer: [bytes.buffer] })
    expect(await codeOf(pool.run('article.read', { name: 'a', bytes }))).toBe('internal')
    expect(await codeOf(read('b'))).toMatch(/^ok/)
  })
})

describe('cancelling', () => {
  test('ends what runs, and the next task has a thread', async () => {
    const controller = new AbortController()
    const hanging = [read('hang', controller.signal), read('hang', controller.signal)]
    const waiting = read('a')
    controller.abort()
    expect(await Promise.all(hanging.map(codeOf))).toEqual(['cancelled', 'cancelled'])
    expect(await codeOf(waiting)).toMatch(/^ok/)
    expect(logged).toEqual([])
  })

  test('takes what waits out of the line', async () => {
    const all = new AbortController()
    const one = new AbortController()
    const hanging = [read('hang', all.signal), read('hang', all.signal)]
    const waiting = read('a', one.signal)
    one.abort()
    expect(await codeOf(waiting)).toBe('cancelled')
    all.abort()
    expect(await Promise.all(hanging.map(codeOf))).toEqual(['cancelled', 'cancelled'])
  })

  test('before the start, nothing is begun', async () => {
    expect(await codeOf(read('a', AbortSignal.abort()))).toBe('cancelled')
    expect(pool.threads).toBe(0)
  })
})

test('closing cancels what is under way and refuses what comes after', async () => {
  const ended = [read('hang'), read('hang'), read('a')].map(codeOf)
  await pool.close()
  expect(await Promise.all(ended)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  expect(await codeOf(read('b'))).toBe('cancelled')
  expect(pool.threads).toBe(0)
})
