import { aptInstall, canInstall } from './apt.mjs'
import { electron, tryElectron } from './electron.mjs'
import { fallbackElectron } from './electron-fallback.mjs'

/** @typedef {import('./trouble.mjs').Tool} Tool */

/** What Electron needs on Debian beside what Chromium brings; and if that is not there either, Chromium. */
const libraries = [
  ['libnotify4', 'libsecret-1-0', 'libxss1', 'libxtst6', 'libdrm2', 'libuuid1', 'xdg-utils'],
  ['chromium'],
]

/**
 * An Electron that runs, for the tests in a window: the one Assay names, or else the one npm carries.
 * @param {(line: string) => void} say told before each long step
 * @returns {Promise<Tool>}
 */
export async function testElectron(say) {
  const official = await electron(say)
  if (!official.trouble) return withLibraries(official.path, say)
  if (official.trouble.exit || process.env['ELECTRON_OVERRIDE_DIST_PATH']) return official
  const other = await fallbackElectron(say)
  if (!other.trouble) return withLibraries(other.path, say)
  const sentence = `${official.trouble.sentence}\n${other.trouble.sentence}`
  return { trouble: { ...other.trouble, sentence } }
}

/**
 * @param {string} path
 * @param {(line: string) => void} say
 * @returns {Promise<Tool>}
 */
async function withLibraries(path, say) {
  let trouble = await tryElectron(path)
  for (const packages of canInstall() ? libraries : []) {
    if (!trouble) break
    trouble = (await aptInstall(packages, say)) ?? (await tryElectron(path))
  }
  return trouble ? { trouble } : { path }
}
