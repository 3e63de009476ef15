import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * Lets in the one browser that knows the token, once; from then on it is known by a cookie. Cookies are shared by all
 * ports of a machine, so the name carries the port.
 */
export class Entrance {
  readonly #name: string
  readonly #token: string
  readonly #secret: string
  #used = false

  /** `newSecret` gives a different unguessable text each time, of characters that need no escape in an address. */
  constructor(port: number, newSecret: () => string) {
    this.#name = `assay-${port}`
    this.#token = newSecret()
    this.#secret = newSecret()
  }

  /** What is added to the address to come in. */
  get query(): string {
    return `?token=${this.#token}`
  }

  /** Takes the token for the value of a Set-Cookie header; undefined when it is wrong or was taken before. */
  exchange(token: string): string | undefined {
    if (this.#used || !same(token, this.#token)) return undefined
    this.#used = true
    return `${this.#name}=${this.#secret}; HttpOnly; SameSite=Strict; Path=/`
  }

  /** Whether a Cookie header is of a browser that was let in. */
  admits(cookies: string | undefined): boolean {
    const prefix = `${this.#name}=`
    const own = cookies?.split('; ').find((cookie) => cookie.startsWith(prefix))
    return own !== undefined && same(own.slice(prefix.length), this.#secret)
  }
}

// Compares digests, which are equally long whatever was sent.
const same = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
