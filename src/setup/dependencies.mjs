import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'
import { remember, remembered } from './remembered.mjs'
import { audible, npm, quietly } from './run.mjs'
import { troubleOf } from './trouble.mjs'

/**
 * Runs `npm ci` unless node_modules holds what package-lock.json says.
 * @param {(line: string) => void} say told once, before the long step
 * @returns {Promise<import('./trouble.mjs').Trouble | null>}
 */
export async function installDependencies(say, folder = root) {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const marker = join(folder, 'node_modules/.installed-lock')
  const digest = createHash('sha256').update(lock).digest('hex')
  if (remembered(marker) === digest) return null
  if (!holds(remembered(join(folder, 'node_modules/.package-lock.json')), lock)) {
    say('Installing the dependencies with npm ci, once …')
    // A person's NODE_ENV=production would leave out what the build needs.
    const ended = await quietly(npm('ci', '--include=dev', audible), { cwd: folder })
    if (ended.code !== 0) {
      return troubleOf(
        ended,
        'npm ci failed, see above. It needs the npm registry: check the network or proxy, then try again.',
      )
    }
  }
  remember(marker, digest)
  return null
}

/**
 * Whether npm's record of what it installed agrees with the lock: so an `npm ci` by hand is not repeated.
 * @param {string} installed node_modules/.package-lock.json, or '' when there is none
 * @param {string} lock package-lock.json
 */
export function holds(installed, lock) {
  if (!installed) return false
  const have = packagesOf(installed)
  return Object.entries(packagesOf(lock)).every(([path, wanted]) => {
    const found = have[path]
    if (path === '' || (!found && wanted.optional)) return true
    return found !== undefined && found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/**
 * @param {string} text
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function packagesOf(text) {
  return JSON.parse(text).packages ?? {}
}
