/** Names for files, folders and types, none given twice, whatever the case. */
export class SafeNames {
  readonly #taken = new Set<string>()

  /** One that every system can hold: letters, digits, `-` and `_`. */
  safe(name: string, otherwise: string): string {
    const plain = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    const short = Array.from(plain).slice(0, 80).join('').replace(/^-|-$/g, '') || otherwise
    return this.unique(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `${short}_` : short)
  }

  unique(name: string): string {
    let free = name
    for (let k = 2; this.#taken.has(free.toLowerCase()); k++) free = `${name}-${k}`
    this.#taken.add(free.toLowerCase())
    return free
  }
}
