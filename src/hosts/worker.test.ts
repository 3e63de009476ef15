import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { expectOk } from '../base/outcome'
import { bringsSets } from '../workbench/samples'
import type { Built } from './built'
import { buildForTests } from './testing/build'
import { samplesIn } from './samples'
import { TaskPool } from './tasks'

// Real threads, builds and synced files: quick alone, slow on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let built: Built
let remove: () => Promise<void>
let pool: TaskPool

beforeAll(async () => {
  const parts = await buildForTests()
  built = parts.built
  remove = () => parts.remove()
  pool = new TaskPool({ entry: built.worker, log: (error) => expect(error).toBeUndefined() })
})
afterAll(async () => {
  await pool.close()
  await remove()
})

test('the worker reads an article, hashes its text, and gives the bytes back', async () => {
  const file = join(built.seeds, 'awkward/crlf.txt')
  const original = new Uint8Array(await readFile(file))
  const { reading, hash, bytes } = expectOk(
    await pool.run('article.read', { name: 'crlf.txt', bytes: new Uint8Array(original) }),
  )
  expect(reading).toMatchObject({ reader: 'text', lineEnding: 'crlf' })
  expect(reading.text).not.toContain('\r')
  expect(hash).toBe(createHash('sha256').update(reading.text, 'utf8').digest('hex'))
  expect(bytes).toEqual(original)
})

test('every sample is an article', async () => {
  const samples = samplesIn(built.seeds)
  const names = (await samples.list()).filter((name) => !bringsSets(name))
  const files = (await readdir(built.seeds, { withFileTypes: true })).filter((entry) => entry.isFile())
  expect(names.length).toBe(files.filter(({ name }) => !/^readme/i.test(name)).length)
  const titles = await Promise.all(
    names.map(async (name) => {
      const bytes = await samples.read(name)
      return expectOk(await pool.run('article.read', { name, bytes: bytes! })).reading.title
    }),
  )
  expect(new Set(titles).size).toBe(names.length)
})

test('every example brings an article with its sets', async () => {
  const samples = samplesIn(built.seeds)
  const names = (await samples.list()).filter(bringsSets)
  expect(names).toEqual(['two-readings.assay.json'])
  for (const name of names) {
    const files = [{ name, bytes: (await samples.read(name))! }]
    const { documents, problems } = expectOk(await pool.run('sets.read', { files }))
    expect(documents.map(({ annotators }) => annotators.length)).toEqual([2])
    expect(problems).toEqual([])
  }
})

test('a sample is a listed name, never a path', async () => {
  const samples = samplesIn(built.seeds)
  for (const name of [
    '../package.json',
    'awkward/crlf.txt',
    'examples/two-readings.assay.json',
    'README.md',
    '',
  ])
    expect(await samples.read(name)).toBeUndefined()
  expect(await samplesIn(join(built.seeds, 'nowhere')).list()).toEqual([])
})
