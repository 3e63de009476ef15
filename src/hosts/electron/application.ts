import { join } from 'node:path'
import { type BrowserWindow, app, nativeTheme } from 'electron'
import { z } from 'zod'
import { type Handlers, type Transport, answer } from '../../api/wire'
import { type Outcome, ok, refuse } from '../../base/outcome'
import { type Log, logToFile } from '../log'
import { listPageFiles } from '../page-files'
import { UnderWay } from '../under-way'
import { type Started, startWorkbench } from '../workspace'
import { PAGE } from './channels'
import { fileSaver, giveUp } from './dialogs'
import { announce, answerCalls } from './ipc'
import { ApplicationMenu } from './menu'
import { closedSession } from './security'
import { backgroundNow, makeWindow, rememberPlacement } from './window'

/** What a second start hands to the first. */
const handedOver = z.object({ files: z.array(z.string()) })

const failed = refuse(
  'internal',
  'Assay failed while it started; its log has the details. Nothing that was saved is lost.',
)

export interface Setting {
  readonly workspace: string
  readonly files: readonly string[]
  /** Folder of the built page. */
  readonly page: string
  /** File of the built preload script. */
  readonly preload: string
}

/** Assay in its own window: starts workbench, menu and window in this order, and stops them in the reverse. */
export class Application {
  readonly #setting: Setting
  readonly #log: Log
  #workbench: Started | undefined
  #window: BrowserWindow | undefined
  readonly #work = new UnderWay()
  /** Files that the system asked to open before there was a workbench. */
  #waiting: string[]

  constructor(setting: Setting) {
    this.#setting = setting
    this.#log = logToFile(join(app.getPath('userData'), 'assay.log'))
    this.#waiting = [...setting.files]
    app.on('second-instance', (_, _argv, _folder, data) => this.#hearSecondStart(data))
    app.on('open-file', (event, path) => {
      event.preventDefault()
      void this.#openFiles([path])
    })
    app.on('window-all-closed', () => app.quit())
    app.on('will-quit', (event) => {
      event.preventDefault()
      void this.#stop().finally(() => app.exit(0))
    })
  }

  /** Starts, or says why that cannot be and ends. */
  async run(): Promise<void> {
    const started = await this.#start().catch((error: unknown) => {
      this.#log(error)
      return failed
    })
    if (started.ok) return
    await this.#stop()
    await giveUp(started.refusal.message)
  }

  async #start(): Promise<Outcome<void>> {
    const files = await listPageFiles(this.#setting.page)
    if (!files.ok) return files
    const started = await startWorkbench({
      kind: 'electron',
      folder: this.#setting.workspace,
      log: this.#log,
    })
    if (!started.ok) return started
    this.#workbench = started.value
    const opened = await started.value.handlers['workspace.open']({})
    if (!opened.ok) return opened
    nativeTheme.themeSource = opened.value.preferences.theme
    const page = closedSession(files.value, this.#log)
    const { codebook, preferences } = opened.value
    const menu = new ApplicationMenu(codebook, preferences, (id) => void this.#invoke(id))
    const calls = answer(this.#handlers(started.value, menu), this.#log)
    answerCalls(() => this.#window, this.#followed(calls), this.#log)
    started.value.subscribe((event, payload) => announce(this.#window, event, payload))
    void this.#openFiles(this.#waiting.splice(0))
    // Known before the page is loaded, which calls at once.
    this.#window = await makeWindow(page, this.#setting.preload, this.#log)
    this.#window.on('close', () => this.#keepPlacement())
    this.#window.on('closed', () => (this.#window = undefined))
    await this.#window.loadURL(PAGE)
    return ok(undefined)
  }

  #handlers({ handlers }: Started, menu: ApplicationMenu): Handlers {
    return {
      ...handlers,
      'host.saveFile': fileSaver(() => this.#window),
      'host.menu': async ({ commands }) => {
        menu.show(commands)
        return ok({})
      },
      'preferences.save': async (params) => {
        // The system's own parts of the window, such as its menu, follow the page's theme.
        nativeTheme.themeSource = params.preferences.theme
        this.#window?.setBackgroundColor(backgroundNow())
        return handlers['preferences.save'](params)
      },
    }
  }

  /** Whoever quits waits for what was asked, but not for a dialog. */
  #followed(calls: Transport): Transport {
    return (call, params) =>
      call === 'host.saveFile' ? calls(call, params) : this.#work.follow(calls(call, params))
  }

  /** A choice in the menu is an act of the person's: the page may answer it with a file dialog. */
  async #invoke(id: string): Promise<void> {
    const page = this.#window?.webContents
    await page?.executeJavaScript('undefined', true)
    announce(this.#window, 'command.invoked', { id })
  }

  #hearSecondStart(data: unknown): void {
    const { files } = handedOver.parse(data)
    void this.#openFiles(files)
    if (this.#window?.isMinimized()) this.#window.restore()
    this.#window?.focus()
  }

  async #openFiles(files: readonly string[]): Promise<void> {
    if (!this.#workbench) this.#waiting.push(...files)
    else if (files.length > 0) await this.#work.follow(this.#workbench.openFiles(files))
  }

  #keepPlacement(): void {
    if (this.#window) void this.#work.follow(rememberPlacement(this.#window, this.#log))
  }

  async #stop(): Promise<void> {
    try {
      await this.#work.ended()
      await this.#workbench?.close()
    } catch (error) {
      this.#log(error)
    }
  }
}
