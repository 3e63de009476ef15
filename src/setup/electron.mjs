import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, scratch } from './places.mjs'
import { forget, remember, remembered } from './remembered.mjs'
import { node, quietly } from './run.mjs'
import { isExecutable, isRoot } from './system.mjs'
import { troubleOf } from './trouble.mjs'

/** @typedef {import('./trouble.mjs').Tool} Tool */

const electronPackage = join(root, 'node_modules/electron')
const failure = join(scratch, 'electron-download-failed')
const hour = 3600_000
const downloadLimitMs = 5 * 60_000
const remedy =
  'It comes from github.com; behind a wall, set ELECTRON_MIRROR, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked ' +
  'Electron, and run: npx install-electron'

/**
 * Electron's executable, found as the package itself finds it but without its habit of downloading on import.
 * @returns {Tool}
 */
export function findElectron(folder = electronPackage, env = process.env) {
  const own = remembered(join(folder, 'path.txt')) || usualName()
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  const path = join(override || join(folder, 'dist'), own)
  if (!isExecutable(path)) {
    const where = override
      ? `ELECTRON_OVERRIDE_DIST_PATH has no Electron: ${path}`
      : 'Electron is not downloaded'
    return { trouble: { sentence: `${where}. ${remedy}` } }
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const here = override ? version : remembered(join(folder, 'dist/version')).trim().replace(/^v/, '')
  if (here === version) return { path }
  return {
    trouble: {
      sentence: `The Electron that was downloaded is ${here || 'incomplete'}, not ${version}. ${remedy}`,
    },
  }
}

function usualName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * The same, downloading it when it is not there. A download that failed is not tried again for an hour,
 * unless somebody insists.
 * @param {(line: string) => void} say told once, before a download
 * @param {{ insist?: boolean }} [how]
 * @returns {Promise<Tool>}
 */
export async function electron(say, { insist = false } = {}) {
  const found = findElectron()
  if (found.path || process.env['ELECTRON_OVERRIDE_DIST_PATH']) return found
  if (!insist && Date.now() - Number(remembered(failure) || 0) < hour) {
    return { trouble: { sentence: `Electron could not be downloaded within the last hour. ${remedy}` } }
  }
  say('Downloading Electron (about 120 MB, once) …')
  const ended = await quietly(node(join(electronPackage, 'install.js')), { timeLimit: downloadLimitMs })
  const now = findElectron()
  if (now.path) {
    forget(failure)
    return now
  }
  const trouble = troubleOf(ended, `Electron could not be downloaded. ${remedy}`)
  if (!ended.told) remember(failure, String(Date.now()))
  return { trouble }
}

/**
 * Whether Electron can run here at all, as far as the system's loader is concerned.
 * @param {string} path
 * @returns {Promise<import('./trouble.mjs').Trouble | null>}
 */
export async function tryElectron(path) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const ended = await quietly(
    { file: path, args: ['-p', 'process.versions.electron'] },
    { env, timeLimit: 30_000 },
  )
  return ended.code === 0
    ? null
    : troubleOf(ended, `Electron does not run, see above: ${path}. Install what it lacks, then try again.`)
}

/**
 * Why Chromium's sandbox would refuse to start for this person, or '' when nothing speaks against it. Some Linux
 * systems (Ubuntu since 23.10) keep user namespaces from programs they do not know; then only a helper that
 * belongs to root would do, and a download cannot make one.
 * @param {string} path Electron's executable
 */
export function sandboxRefusal(path) {
  if (process.platform !== 'linux' || isRoot()) return ''
  const restricted =
    kernel('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    kernel('kernel/unprivileged_userns_clone') === '0' ||
    kernel('user/max_user_namespaces') === '0'
  const helper = join(dirname(path), 'chrome-sandbox')
  const found = statSync(helper, { throwIfNoEntry: false })
  const able = found?.uid === 0 && (found.mode & 0o4000) !== 0
  if (!restricted || able) return ''
  return `this system keeps Electron's sandbox from starting; sudo chown root ${helper} && sudo chmod 4755 ${helper} allows it`
}

/** @param {string} name of a setting of the Linux kernel */
function kernel(name) {
  return remembered(`/proc/sys/${name}`).trim()
}

/**
 * Terminals inside Electron apps hand down a variable that would make ours a plain Node.
 * @param {NodeJS.ProcessEnv} env
 */
export function windowEnv(env) {
  const own = { ...env }
  delete own['ELECTRON_RUN_AS_NODE']
  return own
}
