/** Marks, inside an Electron executable, the switches its packager may set. */
const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const knownVersion = 1
const removed = 'r'.charCodeAt(0)

/** Places in the row of switches, as @electron/fuses numbers them. */
const places = /** @type {const} */ ([
  ['EnableNodeCliInspectArguments', 3],
  ['LoadBrowserProcessSpecificV8Snapshot', 6],
])

/**
 * Sets switches of an Electron executable, in place. After the sentinel come a version byte, the number of
 * switches, then one of '0', '1' and 'r' (no longer there) for each. Throws when a switch cannot be set.
 * @param {Buffer} executable
 * @param {{ [name in typeof places[number][0]]?: boolean }} wanted
 */
export function setFuses(executable, wanted) {
  const found = executable.indexOf(sentinel)
  if (found < 0) throw new Error('no fuses in this executable')
  const at = found + sentinel.length
  const [version, count = 0] = executable.subarray(at, at + 2)
  if (version !== knownVersion) throw new Error(`fuses of version ${version}, expected ${knownVersion}`)
  for (const [name, index] of places) {
    const on = wanted[name]
    if (on === undefined) continue
    const place = at + 2 + index
    if (index >= count || executable[place] === removed)
      throw new Error(`this executable has no fuse ${name}`)
    executable[place] = (on ? '1' : '0').charCodeAt(0)
  }
}
