import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findElectron } from './electron.mjs'

let folder = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
  chmodSync(join(folder, path), 0o755)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-electron-'))
  write('package.json', '{ "version": "45.0.0" }')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('finding Electron', () => {
  it('finds the one that was downloaded', () => {
    write('path.txt', 'here/electron')
    write('dist/here/electron', '')
    write('dist/version', 'v45.0.0')
    expect(findElectron(folder, {})).toEqual({ path: join(folder, 'dist/here/electron') })
  })

  it('says when there is none, or another, or half of one', () => {
    expect(findElectron(folder, {}).trouble?.sentence).toContain('not downloaded')
    write('path.txt', 'electron')
    write('dist/electron', '')
    expect(findElectron(folder, {}).trouble?.sentence).toContain('incomplete')
    write('dist/version', '44.0.0')
    expect(findElectron(folder, {}).trouble?.sentence).toContain('is 44.0.0, not 45.0.0')
  })

  it('takes the one that ELECTRON_OVERRIDE_DIST_PATH names, and no other', () => {
    write('path.txt', 'electron')
    write('dist/electron', '')
    write('dist/version', '45.0.0')
    write('other/electron', '')
    const named = (path: string) => findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, path) })
    expect(named('other')).toEqual({ path: join(folder, 'other/electron') })
    expect(named('none').trouble?.sentence).toContain('ELECTRON_OVERRIDE_DIST_PATH')
  })
})
