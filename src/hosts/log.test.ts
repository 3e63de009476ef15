import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { logToFile } from './log'

let folder: string
let terminal: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-log-'))
  terminal = []
  vi.spyOn(console, 'error').mockImplementation((line) => void terminal.push(String(line)))
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

test('what is logged is in the terminal and in the file, errors with where they came from', async () => {
  const file = join(folder, 'new', 'assay.log')
  const log = logToFile(file)
  log('a request was refused')
  log(new Error('a bug'))
  const written = await readFile(file, 'utf8')
  expect(written).toMatch(/^\d{4}-\d\d-\d\dT\S+Z a request was refused\n\d\S+Z Error: a bug\n {4}at /)
  expect(`${terminal.join('\n')}\n`).toBe(written)
})

test('a large file is put aside at the next start', async () => {
  const file = join(folder, 'assay.log')
  await writeFile(file, 'x'.repeat(1_000_001))
  logToFile(file)('fresh')
  expect(await readFile(file, 'utf8')).toMatch(/fresh\n$/)
  expect((await readFile(`${file}.1`, 'utf8')).length).toBe(1_000_001)
})

test('a file that cannot be written does not keep the terminal from knowing', async () => {
  await writeFile(join(folder, 'file'), '')
  logToFile(join(folder, 'file', 'assay.log'))('a bug')
  expect(terminal.some((line) => line.endsWith('a bug'))).toBe(true)
  expect(terminal.some((line) => line.includes('ENOTDIR') || line.includes('EEXIST'))).toBe(true)
})
