import { electron, sandboxRefusal, windowEnv } from './electron.mjs'
import { parseStart, startUsage } from './options.mjs'
import { typedIn } from './places.mjs'
import { prepare, sayAside } from './prepare.mjs'
import { attached, node } from './run.mjs'
import { hasDisplay, isRoot } from './system.mjs'
import { report } from './trouble.mjs'

/**
 * @typedef {import('./options.mjs').StartOptions} StartOptions
 * @typedef {import('./run.mjs').Command} Command
 * @typedef {import('./run.mjs').Ended} Ended
 * @typedef {import('./trouble.mjs').Tool} Tool
 */

/** What the system's loader ends with when a library is missing. */
const cannotLoad = 127
/** What `--electron` ends with when there is no Electron to open. */
const noElectron = 3

/**
 * `npm start`, all of it.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the status to exit with
 */
export async function start(args) {
  const { options, wrong } = parseStart(args, typedIn())
  if (!options) {
    console.error(`${wrong}\n\n${startUsage}`)
    return 2
  }
  if (options.help) {
    process.stdout.write(`${startUsage}\n`)
    return 0
  }
  const trouble = await prepare()
  if (trouble) return report(trouble)
  return options.host === 'browser' ? openBrowserHost(options) : openWindow(options)
}

/** @param {StartOptions} options */
async function openWindow(options) {
  const found = await usableElectron(options)
  if (found.trouble) return instead(options, found.trouble)
  const ended = await attached(
    electronCommand(found.path, options, process.platform === 'linux' && isRoot()),
    {
      env: windowEnv(process.env),
    },
  )
  if (ended.code !== cannotLoad) return statusOf(ended)
  return instead(options, {
    sentence: `Electron could not be loaded here; on Debian, installing the package chromium brings the libraries it lacks`,
  })
}

/**
 * @param {StartOptions} options
 * @returns {Promise<Tool>}
 */
async function usableElectron({ host }) {
  if (!hasDisplay()) {
    return {
      trouble: { sentence: 'There is no display for a window (neither DISPLAY nor WAYLAND_DISPLAY is set)' },
    }
  }
  const found = await electron(sayAside, { insist: host === 'electron' })
  // The guess about the sandbox may be wrong: whoever insists gets Electron's own word on it.
  const refusal = found.path && host !== 'electron' ? sandboxRefusal(found.path) : ''
  return refusal ? { trouble: { sentence: refusal } } : found
}

/**
 * Opens the browser host in place of a window, after saying why; or, if the person insists on a window, does not.
 * @param {StartOptions} options
 * @param {import('./trouble.mjs').Trouble} trouble
 */
async function instead(options, trouble) {
  if (trouble.exit) return report(trouble)
  if (options.host === 'electron') {
    return report({
      ...trouble,
      sentence: `${trouble.sentence}\nOr start it in a browser: npm start -- --browser`,
      exit: noElectron,
    })
  }
  console.error(`Opening in the browser: ${trouble.sentence}`)
  return openBrowserHost(options)
}

/** @param {StartOptions} options */
async function openBrowserHost(options) {
  return statusOf(await attached(browserCommand(options)))
}

/**
 * @param {string} path
 * @param {StartOptions} options
 * @param {boolean} unsandboxed Chromium refuses to run as root otherwise
 * @returns {Command}
 */
export function electronCommand(path, options, unsandboxed) {
  return {
    file: path,
    args: [...(unsandboxed ? ['--no-sandbox'] : []), '.', ...workspaceOf(options), ...options.files],
  }
}

/** @param {StartOptions} options */
export function browserCommand(options) {
  const port = options.port === null ? [] : ['--port', String(options.port)]
  const open = options.open ? [] : ['--no-open']
  return node('out/main/browser.js', ...workspaceOf(options), ...port, ...open, ...options.files)
}

/** @param {StartOptions} options */
function workspaceOf({ workspace }) {
  return workspace === null ? [] : ['--workspace', workspace]
}

/**
 * The host's own status; but a Ctrl-C is how a person closes it, and no failure.
 * @param {Ended} ended
 */
export function statusOf({ code, told }) {
  return told === 'SIGINT' && code === 130 ? 0 : code
}
