import { readFileSync } from 'node:fs'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** npm passes a signal on that the terminal has already sent to everybody; both come within milliseconds. */
const sameSignalMs = 1000
const parentCheckMs = 500

/**
 * Keeps this process alive through signals and passes each on to the child, unless the child has it already.
 * @param {ChildProcess} child
 * @param {(signal: NodeJS.Signals) => void} told called for every signal that arrived
 * @returns {() => void} stops it
 */
export function passSignals(child, told) {
  const undo = /** @type {const} */ (['SIGINT', 'SIGHUP', 'SIGTERM']).map((signal) => {
    let last = -Infinity
    return onSignal(signal, () => {
      told(signal)
      const now = performance.now()
      if (now - last < sameSignalMs) return
      last = now
      if (!childHas(signal)) child.kill(signal)
    })
  })
  return () => {
    for (const stop of undo) stop()
  }
}

/**
 * @param {'SIGINT' | 'SIGHUP' | 'SIGTERM'} signal
 * @param {() => void} hear
 */
function onSignal(signal, hear) {
  process.on(signal, hear)
  const stopWatching = signal === 'SIGTERM' ? onNpmGone(hear) : () => {}
  return () => {
    process.off(signal, hear)
    stopWatching()
  }
}

/**
 * npm runs us through a shell and ends that shell, not us, when it is told to end: our parent being another one
 * than before is all we get to know of it.
 * @param {() => void} hear called once
 */
function onNpmGone(hear) {
  if (process.env['npm_lifecycle_event'] === undefined) return () => {}
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    hear()
  }, parentCheckMs)
  return () => clearInterval(timer)
}

/**
 * A terminal sends Ctrl-C to the whole foreground group, children included, and its own closing to all it started.
 * @param {NodeJS.Signals} signal
 */
function childHas(signal) {
  if (signal !== 'SIGINT') return signal === 'SIGHUP'
  if (process.platform === 'win32') return true
  if (process.platform === 'linux') return inForeground(readFileSync('/proc/self/stat', 'utf8'))
  return process.stdin.isTTY
}

/**
 * @param {string} stat a line of /proc/PID/stat, whose second field is a name that may hold anything
 * @returns {boolean} whether the process belongs to its terminal's foreground group
 */
export function inForeground(stat) {
  const [, , group, , , foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return group === foreground
}
