import type { Page } from '@playwright/test'

/** Listens for what must never happen in a window: errors, and requests that leave the machine. */
export class Watch {
  readonly #troubles: string[] = []
  readonly #forgiven: RegExp[] = []
  #over = false

  constructor(page: Page, isOwn: (url: string) => boolean) {
    page.on('pageerror', (error) => this.#note(`error: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') this.#note(`console: ${message.text()} (${message.location().url})`)
    })
    const check = (url: string): void => {
      if (!/^(?:data|blob):/.test(url) && !isOwn(url)) this.#note(`request: ${url}`)
    }
    page.on('request', (request) => check(request.url()))
    page.on('websocket', (socket) => check(socket.url()))
  }

  get troubles(): readonly string[] {
    return this.#troubles.filter((trouble) => !this.#forgiven.some((pattern) => pattern.test(trouble)))
  }

  /** For what a spec provokes on purpose. */
  forgive(pattern: RegExp): void {
    this.#forgiven.push(pattern)
  }

  /** From now on nothing counts: the host is about to be killed. */
  end(): void {
    this.#over = true
  }

  #note(trouble: string): void {
    if (!this.#over) this.#troubles.push(trouble)
  }
}
