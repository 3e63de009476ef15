import { basename, dirname, join } from 'node:path'
import { type BrowserWindow, app, dialog } from 'electron'
import type { Handlers } from '../../api/wire'
import { ok, refuse } from '../../base/outcome'
import { writeDurably } from '../durable-file'

/** Asks a person where to save, beginning with the folder of the last time, and writes the file durably. */
export function fileSaver(windowNow: () => BrowserWindow | undefined): Handlers['host.saveFile'] {
  let folder = app.getPath('documents')
  return async ({ file }) => {
    const window = windowNow()
    const options = { defaultPath: join(folder, basename(file.name)) }
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options))
    if (canceled || !filePath) return ok({ saved: false })
    folder = dirname(filePath)
    try {
      await writeDurably(filePath, file.bytes)
    } catch (error) {
      return refuse('storage', `“${filePath}” was not written: ${whyNot(error)}.`)
    }
    return ok({ saved: true, path: filePath })
  }
}

/** Says why Assay cannot start and ends it; a person who clicked an icon sees no terminal. */
export async function giveUp(sentence: string): Promise<void> {
  console.error(sentence)
  await dialog.showMessageBox({
    type: 'error',
    title: app.name,
    message: 'Assay cannot start',
    detail: sentence,
  })
  app.exit(1)
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'the folder is not there any more',
  EACCES: 'you may not write in this folder',
  EPERM: 'you may not write in this folder',
  EROFS: 'this disk can only be read',
  ENOSPC: 'the disk is full',
}

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? error.message
}
