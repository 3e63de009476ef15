import { readFileSync } from 'node:fs'

/**
 * Whether `version` is at least the one that package.json's engines ask for.
 * @param {string} version e.g. `20.20.2`
 * @param {string} range only the form `>=20.19` is understood
 */
export function satisfies(version, range) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = range.replace('>=', '').split('.').map(Number)
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
}

/**
 * Ends the process with a sentence when this Node is too old. Entry files call it before they load anything
 * else, and this file keeps to what an old Node can read.
 */
export function requireNode() {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const range = JSON.parse(text).engines.node
  if (satisfies(process.versions.node, range)) return
  console.error(
    `Assay needs Node ${range.replace('>=', '')} or newer, and this is Node ${process.versions.node}.\n` +
      'Install a newer one from https://nodejs.org, then type the same command again.',
  )
  process.exit(1)
}
