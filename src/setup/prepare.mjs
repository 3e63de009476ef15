import { buildIfStale } from './build.mjs'
import { installDependencies } from './dependencies.mjs'

/**
 * Brings dependencies and build up to date, with one line on stderr for each that takes long.
 * @returns {Promise<import('./trouble.mjs').Trouble | null>}
 */
export async function prepare() {
  return (await installDependencies(sayAside)) ?? (await buildIfStale(sayAside))
}

/** @param {string} line */
export function sayAside(line) {
  console.error(line)
}
