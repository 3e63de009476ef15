import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeDurably } from './durable-file'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-durable-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('a file is made or replaced, and nothing is left beside it', async () => {
  const path = join(folder, 'a.json')
  await writeDurably(path, new Uint8Array([1, 2, 3]))
  expect([...(await readFile(path))]).toEqual([1, 2, 3])
  await writeDurably(path, 'né')
  expect(await readFile(path, 'utf8')).toBe('né')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('many writers at once leave the contents of one of them, whole', async () => {
  const path = join(folder, 'a.json')
  const contents = Array.from({ length: 20 }, (_, k) => String(k).repeat(100_000))
  await Promise.all(contents.map((text) => writeDurably(path, text)))
  expect(contents).toContain(await readFile(path, 'utf8'))
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('what cannot be written leaves what was there', async () => {
  await expect(writeDurably(join(folder, 'none', 'a.json'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
  await mkdir(join(folder, 'taken'))
  await writeFile(join(folder, 'taken', 'kept'), 'kept')
  await expect(writeDurably(join(folder, 'taken'), 'x')).rejects.toBeInstanceOf(Error)
  expect(await readdir(folder)).toEqual(['taken'])
  expect(await readFile(join(folder, 'taken', 'kept'), 'utf8')).toBe('kept')
})
