import { aptInstall, canInstall } from './apt.mjs'
import { hasDisplay, onPath } from './system.mjs'

/** @typedef {import('./run.mjs').Command} Command */

/**
 * Sees to it that windows can be shown in tests, on a screen nobody looks at where there is no other.
 * @param {(line: string) => void} say
 * @returns {Promise<import('./trouble.mjs').Trouble | null>}
 */
export async function provideDisplay(say) {
  if (hasDisplay() || missing().length === 0) return null
  const trouble = canInstall() ? await aptInstall(['xvfb', 'xauth'], say) : null
  if (trouble || missing().length === 0) return trouble
  const sentence = `There is no display, and ${missing().join(' and ')} would be needed to make one: install the packages xvfb and xauth.`
  return { sentence }
}

function missing() {
  return ['xvfb-run', 'xauth'].filter((name) => !onPath(name))
}

/**
 * @param {Command} command
 * @returns {Command} the same on a display, after `provideDisplay` had no trouble
 */
export function onDisplay(command) {
  if (hasDisplay()) return command
  return { file: 'xvfb-run', args: ['-a', '-s', '-screen 0 1600x1000x24', command.file, ...command.args] }
}
