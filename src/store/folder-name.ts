import { createHash } from 'node:crypto'

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/
const LONGEST = 120 // with the longest file in it, below what every system allows for a name

/**
 * The name of a document's folder. Ids of ours are their own name; others are written so that they are allowed on every
 * system, and that different ids never share a folder, not even where capitals do not count.
 */
export function folderName(id: string): string {
  const safe = RESERVED.test(id) ? encode(id[0]!) + id.slice(1) : id.replace(/[^a-z0-9-]/gu, encode)
  // No id is encoded with two underscores in a row, so that these names are apart.
  return safe.length <= LONGEST ? safe : `__${createHash('sha256').update(id).digest('hex')}`
}

/** Its bytes in UTF-8, each as an underscore and two hexadecimal digits. */
const encode = (character: string): string => Buffer.from(character).toString('hex').replace(/../g, '_$&')
