import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Answer, Transport } from '../../api/wire'
import { refuse } from '../../base/outcome'
import type { Undo } from '../../base/scope'
import type { Log } from '../log'
import { EVENTS, ORIGIN, REQUESTS } from './channels'

/** Answers the calls of one window's page and of nobody else. */
export function answerCalls(windowNow: () => BrowserWindow | undefined, answer: Transport, log: Log): Undo {
  ipcMain.handle(REQUESTS, (event, call: unknown, params: unknown) => {
    if (isOwnPage(event, windowNow())) return answer(String(call), params)
    log(new Error(`a call from a stranger was refused: ${event.senderFrame?.url ?? 'a frame that is gone'}`))
    return stranger
  })
  return () => ipcMain.removeHandler(REQUESTS)
}

const stranger: Answer = refuse('invalid', 'Assay answers its own window only.')

function isOwnPage({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | undefined): boolean {
  if (!window || window.isDestroyed() || sender !== window.webContents) return false
  return senderFrame === window.webContents.mainFrame && senderFrame.origin === ORIGIN
}

/** Tells the window's page what the host announces. */
export function announce(window: BrowserWindow | undefined, event: string, payload: unknown): void {
  if (window && !window.isDestroyed()) window.webContents.send(EVENTS, event, payload)
}
