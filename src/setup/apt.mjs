import { quietly } from './run.mjs'
import { isRoot, onPath } from './system.mjs'
import { troubleOf } from './trouble.mjs'

/** Whether Debian packages can be installed without asking anybody. */
export function canInstall() {
  return process.platform === 'linux' && isRoot() && onPath('apt-get')
}

/** @type {Promise<import('./run.mjs').Ended> | null} */
let refreshed = null

/**
 * Installs Debian packages; the lists are fetched once a run.
 * @param {readonly string[]} packages
 * @param {(line: string) => void} say
 * @returns {Promise<import('./trouble.mjs').Trouble | null>}
 */
export async function aptInstall(packages, say) {
  say(`Installing ${packages.join(' ')} with apt-get …`)
  const sentence = `apt-get could not install ${packages.join(' ')}, see above. Install that by hand, then try again.`
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another apt-get may be at work: wait for it instead of failing at once.
  const patience = ['-o', 'DPkg::Lock::Timeout=120']
  refreshed ??= quietly({ file: 'apt-get', args: [...patience, 'update'] }, { env })
  const lists = await refreshed
  if (lists.code !== 0) return troubleOf(lists, sentence)
  const args = ['install', '-y', '--no-install-recommends', ...patience, ...packages]
  const ended = await quietly({ file: 'apt-get', args }, { env })
  return ended.code === 0 ? null : troubleOf(ended, sentence)
}
