/**
 * Why a step of the set-up did not work, for the person who waits for it.
 * @typedef {object} Trouble
 * @property {string} sentence what went wrong and what to do
 * @property {string} [output] what the tool printed
 * @property {number} [exit] status for the process, 1 unless named
 */
/**
 * Something the set-up looked for: where it is, or why not.
 * @typedef {{ path: string, trouble?: never } | { path?: never, trouble: Trouble }} Tool
 */

/**
 * @param {import('./run.mjs').Ended} ended of a child that failed
 * @param {string} sentence
 * @returns {Trouble}
 */
export function troubleOf(ended, sentence) {
  if (ended.told) return { sentence: 'Stopped.', exit: 130 }
  return { sentence, output: ended.output }
}

/**
 * Prints it on stderr, the tool's own words first.
 * @param {Trouble} trouble
 * @returns {number} the status to exit with
 */
export function report({ sentence, output = '', exit = 1 }) {
  console.error(output.trim() ? `\n${output.trimEnd()}\n\n${sentence}` : sentence)
  return exit
}
