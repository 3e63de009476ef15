import { type Outcome, ok, refuse } from '../../base/outcome'
import { decode } from '../articles/decode'

export const MOST_BYTES = 128 * 1024 * 1024 // what a year of one desk exports, several times over

/** A file that annotation sets are read from, on its own or out of an archive; decoded and parsed once, when asked. */
export class SetFile {
  /** With folders when it came out of an archive, `/` between them. */
  readonly name: string
  readonly bytes: Uint8Array
  #text: Outcome<string> | undefined
  #json: Outcome<unknown> | undefined

  constructor(name: string, bytes: Uint8Array) {
    this.name = name
    this.bytes = bytes
  }

  /** In lower case, without the dot. */
  get extension(): string {
    return /\.([^./]+)$/.exec(this.name)?.[1]?.toLowerCase() ?? ''
  }

  /** The name without its extension. */
  get stem(): string {
    return this.name.replace(/(?<=[^/])\.[^./]*$/, '')
  }

  get isZip(): boolean {
    return this.bytes[0] === 0x50 && this.bytes[1] === 0x4b && (this.bytes[2] === 3 || this.bytes[2] === 5)
  }

  /** How it begins, for recognising it; what is no UTF-8 comes out as U+FFFD. */
  get head(): string {
    return new TextDecoder().decode(this.bytes.subarray(0, 4096))
  }

  /** Its characters; line ends, and a byte order mark of UTF-8, as they are in the file. */
  get text(): Outcome<string> {
    return (this.#text ??= textOf(this))
  }

  /** Its value, when it is JSON. */
  get json(): Outcome<unknown> {
    return (this.#json ??= jsonOf(this))
  }
}

function textOf({ bytes, name }: SetFile): Outcome<string> {
  if (bytes.length > MOST_BYTES)
    return refuse(
      'invalid',
      `“${name}” has ${Math.ceil(bytes.length / 1024 / 1024)} MB; the most that is read is ${MOST_BYTES / 1024 / 1024} MB.`,
    )
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const decoded = decode(bytes, name)
  return decoded.ok ? ok(decoded.value.raw) : decoded
}

function jsonOf(file: SetFile): Outcome<unknown> {
  const text = file.text
  return text.ok ? parseJson(text.value.replace(/^\uFEFF+/, ''), `“${file.name}”`) : text
}

/** The value of JSON, or a sentence that says where it breaks off; `what` names it: “a.json”, `line 12`. */
export function parseJson(text: string, what: string): Outcome<unknown> {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse('unreadable', `${what} is no JSON: ${whereItBreaks(text, error.message)}.`)
  }
}

function whereItBreaks(text: string, message: string): string {
  const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
  if (at >= text.length) return 'it ends before it is complete'
  const before = text.slice(0, at)
  const line = before.split('\n').length
  return `line ${line}, column ${at - before.lastIndexOf('\n')}: ${JSON.stringify(text[at])} is out of place`
}

/** The lines of a file with their numbers from 1, whatever their line ends; of a file of records, one a line. */
export const numberedLines = (text: string): { readonly line: string; readonly number: number }[] =>
  text
    .replace(/^\uFEFF+/, '')
    .split(/\r\n|\r|\n/)
    .map((line, k) => ({ line, number: k + 1 }))
