import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type Page, type TestInfo, test as base, expect } from '@playwright/test'
import { startInBrowser } from './hosts/browser'
import { startInElectron } from './hosts/electron'
import type { Host, SavedFile, Start } from './hosts/host'
import type { Text } from './texts'
import { Watch } from './watch'
import { Window } from './window'

export interface HostOptions {
  readonly hostKind: 'browser' | 'electron'
}

/** Assay on a workspace of its own, empty at first: what a person sees, and what happens to the machine. */
export class App {
  readonly hostKind: HostOptions['hostKind']
  readonly #browser: Browser
  readonly #folder: string
  readonly #record: boolean
  readonly #watches: Watch[] = []
  #host: Host | undefined
  #window: Window | undefined

  constructor(
    browser: Browser,
    folder: string,
    { hostKind, record }: { readonly hostKind: HostOptions['hostKind']; readonly record: boolean },
  ) {
    this.#browser = browser
    this.#folder = folder
    this.hostKind = hostKind
    this.#record = record
  }

  get window(): Window {
    if (!this.#window) throw new Error('the app is not running')
    return this.#window
  }

  get page(): Page {
    return this.window.page
  }
  get library(): Window['library'] {
    return this.window.library
  }
  get article(): Window['article'] {
    return this.window.article
  }
  get annotations(): Window['annotations'] {
    return this.window.annotations
  }
  get status(): Window['status'] {
    return this.window.status
  }
  get palette(): Window['palette'] {
    return this.window.palette
  }
  get history(): Window['history'] {
    return this.window.history
  }
  get exportPanel(): Window['exportPanel'] {
    return this.window.exportPanel
  }

  get importPanel(): Window['importPanel'] {
    return this.window.importPanel
  }

  get findBar(): Window['findBar'] {
    return this.window.findBar
  }

  get inspector(): Window['inspector'] {
    return this.window.inspector
  }

  get review(): Window['review'] {
    return this.window.review
  }

  get inbox(): Window['inbox'] {
    return this.window.inbox
  }

  get agreement(): Window['agreement'] {
    return this.window.agreement
  }

  press(keys: string): Promise<void> {
    return this.window.press(keys)
  }

  tag(words: string, tag: 'Claim' | 'Source' | 'Figure'): Promise<void> {
    return this.window.tag(words, tag)
  }

  /** Where the workspace lies on disk. */
  get workspace(): string {
    return join(this.#folder, 'workspace')
  }

  async start(files: readonly string[] = []): Promise<void> {
    const start: Start = {
      workspace: this.workspace,
      files,
      scratch: join(this.#folder, 'scratch'),
      record: this.#record,
      watch: (page, isOwn) => void this.#watches.push(new Watch(page, isOwn)),
    }
    await mkdir(start.scratch, { recursive: true })
    this.#host = await (this.hostKind === 'electron'
      ? startInElectron(start)
      : startInBrowser(this.#browser, start))
    this.#window = await this.#show(this.#host.page)
  }

  /** Ends the host as a person does. */
  async close(): Promise<void> {
    const host = this.#host
    this.#host = this.#window = undefined
    await host?.stop()
  }

  /** Closes the app and starts it again on the same workspace, with files on the command line if there are any. */
  async reopen(...files: readonly string[]): Promise<void> {
    await this.close()
    await this.start(files)
  }

  /** Ends the host at once, without a warning, and starts it again on the same workspace. */
  async kill(): Promise<void> {
    for (const watch of this.#watches) watch.end()
    const host = this.#host
    this.#host = this.#window = undefined
    await host?.kill()
    await this.start()
  }

  /** Another window on the same workspace; only a browser has more than one. */
  async another(): Promise<Window> {
    return this.#show(await this.#running.openAnother())
  }

  /** Writes a file into a folder beside the workspace and gives its path. */
  async fileOf({ name, content }: Text): Promise<string> {
    const folder = join(this.#folder, 'articles')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, name), content)
    return join(folder, name)
  }

  /** Chooses files in the dialog of “Open articles…”. */
  async pickFiles(paths: readonly string[]): Promise<void> {
    const asked = this.page.waitForEvent('filechooser', { timeout: 10_000 })
    await this.press('ControlOrMeta+o')
    await (await asked).setFiles([...paths])
  }

  /** Opens texts through the dialog and waits until the first of them can be read. */
  async read(...texts: readonly Text[]): Promise<void> {
    await this.pickFiles(await Promise.all(texts.map((text) => this.fileOf(text))))
    await this.article.shows(texts[0]!.firstWords)
  }

  /** Drops files on the window, as they are dragged out of a folder. */
  async drop(...texts: readonly Text[]): Promise<void> {
    const files = texts.map(({ name, content }) => ({ name, bytes: [...Buffer.from(content)] }))
    const dropped = await this.page.evaluateHandle((given) => {
      const transfer = new DataTransfer()
      for (const { name, bytes } of given) transfer.items.add(new File([new Uint8Array(bytes)], name))
      return transfer
    }, files)
    const pane = this.page.getByRole('main')
    for (const event of ['dragenter', 'dragover', 'drop'])
      await pane.dispatchEvent(event, { dataTransfer: dropped })
  }

  copy(text: string): Promise<void> {
    return this.#running.copy(text)
  }

  /** Does what makes the app save a file, and gives that file. */
  saved(action: () => Promise<void>): Promise<SavedFile> {
    return this.#running.fileSavedBy(action)
  }

  /** Exports through the panel and gives the file. */
  async exported(
    format: string | RegExp,
    documents: 'This article' | 'All articles' = 'This article',
  ): Promise<SavedFile> {
    return this.saved(async () => {
      await this.exportPanel.open()
      await this.exportPanel.chooseDocuments(documents)
      await this.exportPanel.chooseFormat(format)
      await this.exportPanel.export()
    })
  }

  /** The colour of the article's paper. */
  paper(): Promise<string> {
    return this.article.pane.evaluate((pane) => {
      for (let at: Element | null = pane; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at)
        if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor
      }
      return 'none'
    })
  }

  /** Waits until a preference is on disk: nothing on screen tells, since nobody has to wait for it. */
  async remembers(preference: Readonly<Record<string, unknown>>): Promise<void> {
    const read = async (): Promise<unknown> =>
      JSON.parse(await readFile(join(this.workspace, 'preferences.json'), 'utf8').catch(() => '{}'))
    await expect.poll(read, { message: 'preferences.json' }).toMatchObject(preference)
  }

  /** For errors that a spec provokes on purpose. */
  forgive(pattern: RegExp): void {
    for (const watch of this.#watches) watch.forgive(pattern)
  }

  /** Keeps a record of what happened since the last start, for whoever looks into a failure. */
  async keepTrace(path: string): Promise<void> {
    await this.#host?.keepTrace?.(path)
  }

  get troubles(): readonly string[] {
    return this.#watches.flatMap((watch) => watch.troubles)
  }

  get #running(): Host {
    if (!this.#host) throw new Error('the app is not running')
    return this.#host
  }

  async #show(page: Page): Promise<Window> {
    // As long as somebody listens, no native dialog opens; listening anew for each would leave a gap.
    page.on('filechooser', () => undefined)
    const window = new Window(page)
    await window.library.shown()
    return window
  }
}

interface Apps {
  readonly app: App
  /** Assay on another workspace, as another person has it. */
  readonly colleague: App
}

/** Starts Assay on a workspace of its own, and sees to it that nothing went wrong when it has been used. */
const running =
  () =>
  async (
    { browser, hostKind, trace }: { browser: Browser; hostKind: HostOptions['hostKind']; trace: unknown },
    use: (app: App) => Promise<void>,
    testInfo: TestInfo,
  ): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'assay-e2e-'))
    const app = new App(browser, folder, { hostKind, record: trace !== 'off' })
    try {
      await app.start()
      await use(app)
      expect(app.troubles, 'errors and requests that should not have been').toEqual([])
    } finally {
      if (testInfo.errors.length > 0) await app.keepTrace(testInfo.outputPath('trace.zip'))
      await app.close()
      await rm(folder, { recursive: true, force: true })
    }
  }

export const test = base.extend<HostOptions & Apps>({
  hostKind: ['browser', { option: true }],
  app: running(),
  colleague: running(),
})

export { expect } from '@playwright/test'
