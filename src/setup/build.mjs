import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'
import { forget, remember, remembered } from './remembered.mjs'
import { npm, quietly } from './run.mjs'
import { troubleOf } from './trouble.mjs'

const sources = [
  'src',
  'renderer',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.json',
]
const unbuilt = /\.test\.tsx?$|^src\/setup\//
const outputs = ['out/main/browser.js', 'out/main/cli.js', 'out/main/electron.js', 'out/renderer/index.html']
/** Beside the folders that electron-vite empties. */
const marker = join(root, 'out/.sources')

/**
 * Builds unless `out/` was built from exactly these sources.
 * @param {(line: string) => void} say told once, before the long step
 * @returns {Promise<import('./trouble.mjs').Trouble | null>}
 */
export async function buildIfStale(say) {
  const whole = outputs.every((path) => existsSync(join(root, path)))
  if (whole && remembered(marker) === sourceDigest(root)) return null
  say('Building …')
  return build()
}

/** @returns {Promise<import('./trouble.mjs').Trouble | null>} */
export async function build() {
  // Taken first: what changes during the build is built by the next one.
  const digest = sourceDigest(root)
  forget(marker)
  const ended = await quietly(npm('run', '--silent', 'build'))
  if (ended.code !== 0) {
    return troubleOf(
      ended,
      'The build failed, see above. If you changed nothing, delete node_modules and out, then try again.',
    )
  }
  remember(marker, digest)
  return null
}

/**
 * Changes whenever a file that is built is added, removed, or written to. Tests and the set-up are not built.
 * @param {string} folder a checkout
 */
export function sourceDigest(folder) {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const path of filesUnder(folder, source)) {
      if (unbuilt.test(path)) continue
      const { size, mtimeMs } = statSync(join(folder, path))
      hash.update(`${path}\0${size}\0${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @param {string} path relative, with slashes; a file, a folder, or nothing
 * @returns {string[]} sorted
 */
function filesUnder(folder, path) {
  const found = statSync(join(folder, path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  const names = readdirSync(join(folder, path)).toSorted()
  return names.flatMap((name) => filesUnder(folder, `${path}/${name}`))
}
