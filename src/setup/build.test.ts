import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourceDigest } from './build.mjs'

let folder = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-build-'))
  write('src/core/text.ts', 'one')
  write('renderer/app.tsx', 'two')
  write('package-lock.json', '{}')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the digest of what is built', () => {
  it.each([
    ['a file added', () => write('renderer/ui/button.tsx', '')],
    ['a file removed', () => rmSync(join(folder, 'src/core/text.ts'))],
    ['a file renamed', () => renameSync(join(folder, 'src/core/text.ts'), join(folder, 'src/core/words.ts'))],
    ['a file written again later', () => utimesSync(join(folder, 'renderer/app.tsx'), 1, 1)],
    ['the lock changed', () => write('package-lock.json', '{ }')],
    ['a configuration added', () => write('electron.vite.config.ts', '')],
  ])('changes with %s', (_, change) => {
    const before = sourceDigest(folder)
    change()
    expect(sourceDigest(folder)).not.toBe(before)
  })

  it.each([
    'src/core/text.test.ts',
    'renderer/app.test.tsx',
    'src/setup/start.mjs',
    'e2e/open.spec.ts',
    'seeds/a.txt',
  ])('does not ask for %s', (path) => {
    const before = sourceDigest(folder)
    write(path, 'anything')
    expect(sourceDigest(folder)).toBe(before)
  })
})
