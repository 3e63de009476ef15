import { existsSync } from 'node:fs'
import { aptInstall, canInstall } from './apt.mjs'
import { audible, npm, quietly } from './run.mjs'
import { troubleOf } from './trouble.mjs'

/** @typedef {import('./trouble.mjs').Tool} Tool */

/** The headless shell first: the same engine without a browser's own windows, so that the specs take half as long. */
const usual = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const packages = ['fonts-dejavu-core', 'fonts-liberation']
/** Older releases of Debian have no package of the shell alone. */
const editions = ['chromium-headless-shell', 'chromium']

/**
 * A Chromium that runs, for the tests in a browser: the one that CHROMIUM names, the system's, Playwright's own,
 * or one that is installed now.
 * @param {(line: string) => void} say told before each long step
 * @returns {Promise<Tool>}
 */
export async function chromium(say, env = process.env) {
  const named = env['CHROMIUM']
  if (named) {
    if (await runs(named)) return { path: named }
    return {
      trouble: {
        sentence: `CHROMIUM names a Chromium that does not run: ${named}. Correct it, or unset it to have one found.`,
      },
    }
  }
  return (await present()) ?? (await debians(say)) ?? playwrights(say)
}

/** @returns {Promise<Tool | null>} */
async function present() {
  for (const path of [...usual, await playwrightsPath()]) {
    if (await runs(path)) return { path }
  }
  return null
}

/**
 * Debian's, where it can be installed. Ubuntu's package of that name is none: then there is no answer here.
 * @param {(line: string) => void} say
 */
async function debians(say) {
  if (!canInstall()) return null
  let trouble = null
  for (const edition of editions) {
    trouble = await aptInstall([edition, ...packages], say)
    if (trouble === null) return present()
  }
  return trouble?.exit ? { trouble } : present()
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<Tool>}
 */
async function playwrights(say) {
  say('Downloading Chromium with Playwright …')
  const libraries = canInstall() ? ['--with-deps'] : []
  const ended = await quietly(npm('exec', audible, '--', 'playwright', 'install', ...libraries, 'chromium'))
  const sentence =
    'No Chromium could be found or downloaded. Install one, or set CHROMIUM to the path of one, then try again.'
  return (await present()) ?? { trouble: troubleOf(ended, sentence) }
}

/** Where Playwright keeps its own, whether it is there or not. */
async function playwrightsPath() {
  const ask = 'process.stdout.write(require("@playwright/test").chromium.executablePath())'
  return (await quietly({ file: process.execPath, args: ['-e', ask] })).output
}

/**
 * Being there is not enough: Ubuntu puts a signpost to another kind of package where Chromium used to be.
 * @param {string} path
 */
async function runs(path) {
  if (!existsSync(path)) return false
  // On Windows the question for its version would open a window.
  if (process.platform === 'win32') return true
  return (await quietly({ file: path, args: ['--version'] }, { timeLimit: 30_000 })).code === 0
}
