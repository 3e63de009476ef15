import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow, type Session, app, dialog, nativeTheme, screen } from 'electron'
import { writeDurably } from '../durable-file'
import type { Log } from '../log'
import { openingAt, readPlacement, smallest, writePlacement } from './placement'
import { confine } from './security'

/** The page's own `--paper`, so that nothing flashes before it is drawn. */
const BACKGROUND = { light: '#fdfcfa', dark: '#17181b' } as const

export const backgroundNow = (): string => BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light']

const placementFile = (): string => join(app.getPath('userData'), 'window.json')

/** Makes the window where it was last, for a page yet to be loaded; it is shown once there is something to see. */
export async function makeWindow(session: Session, preload: string, log: Log): Promise<BrowserWindow> {
  const { maximised, ...bounds } = openingAt(
    readPlacement(await readFile(placementFile(), 'utf8').catch(() => '')),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: app.name,
    backgroundColor: backgroundNow(),
    webPreferences: {
      session,
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  confine(window.webContents)
  window.once('ready-to-show', () => {
    if (maximised) window.maximize()
    window.show()
  })
  recoverFromCrash(window, log)
  return window
}

/** Remembers where the window is, for the next start. */
export async function rememberPlacement(window: BrowserWindow, log: Log): Promise<void> {
  const placement = { ...window.getNormalBounds(), maximised: window.isMaximized() }
  await writeDurably(placementFile(), writePlacement(placement)).catch(log)
}

/** Loads the page again when its process ends, but not when that does not help. */
function recoverFromCrash(window: BrowserWindow, log: Log): void {
  let reloaded = false
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log(new Error(`the window's process ended: ${reason}, status ${exitCode}`))
    if (reloaded) void tellOfCrashes(window)
    else window.webContents.reload()
    reloaded = true
  })
}

async function tellOfCrashes(window: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window failed again and is closed now',
    detail: 'Everything that was saved is safe. Start Assay again to go on.',
  })
  window.destroy()
}
