import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { basename } from 'node:path'
import { root } from './places.mjs'
import { passSignals } from './signals.mjs'

/**
 * @typedef {object} Command
 * @property {string} file
 * @property {readonly string[]} args
 * @property {boolean} [shell]
 */
/**
 * @typedef {object} Surroundings
 * @property {string} [cwd] the checkout unless named
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeLimit] milliseconds, after which the child is killed
 */
/**
 * How a child ended.
 * @typedef {object} Ended
 * @property {number} code as a shell counts: 128 + n for a signal, 127 when there was nothing to run
 * @property {NodeJS.Signals | null} told the last signal this process got meanwhile
 * @property {string} output what it printed, both streams; empty when it wrote to the terminal itself
 */

/**
 * @param {string} script
 * @param {...string} args
 * @returns {Command}
 */
export function node(script, ...args) {
  return { file: process.execPath, args: [script, ...args] }
}

/** For npm's own work: under `npm --silent` it would inherit the silence and fail without a word. */
export const audible = '--loglevel=error'

/**
 * The npm that started us, or else the one on PATH. Arguments must need no quoting: Windows passes them to a shell.
 * @param {...string} args
 * @returns {Command}
 */
export function npm(...args) {
  const cli = process.env['npm_execpath'] ?? ''
  if (basename(cli) === 'npm-cli.js') return node(cli, ...args)
  if (process.platform === 'win32') return { file: 'npm.cmd', args, shell: true }
  return { file: 'npm', args }
}

/**
 * Runs a child that owns the terminal: its output and input are ours.
 * @param {Command} command
 * @param {Surroundings} [surroundings]
 */
export function attached(command, surroundings = {}) {
  return run(command, surroundings, 'inherit')
}

/**
 * Runs a child and keeps what it says.
 * @param {Command} command
 * @param {Surroundings} [surroundings]
 */
export function quietly(command, surroundings = {}) {
  return run(command, surroundings, 'pipe')
}

/**
 * @param {Command} command
 * @param {Surroundings} surroundings
 * @param {'inherit' | 'pipe'} stdio
 * @returns {Promise<Ended>}
 */
function run({ file, args, shell = false }, { cwd = root, env = process.env, timeLimit = 0 }, stdio) {
  return new Promise((resolve) => {
    const options = { cwd, env, shell, timeout: timeLimit, killSignal: /** @type {const} */ ('SIGKILL') }
    const child = spawn(file, args, {
      ...options,
      stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : stdio,
    })
    /** @type {NodeJS.Signals | null} */
    let told = null
    const stop = passSignals(child, (signal) => {
      told = signal
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text
      })
    }
    child.once('error', (error) => {
      stop()
      resolve({ code: 127, told, output: `${output}${error.message}\n` })
    })
    child.once('close', (code, signal) => {
      stop()
      resolve({ code: code ?? 128 + signalNumber(signal), told, output })
    })
  })
}

/** @param {NodeJS.Signals | null} signal */
function signalNumber(signal) {
  return signal ? (constants.signals[signal] ?? 0) : 0
}
