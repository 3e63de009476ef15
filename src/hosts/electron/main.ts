import { join } from 'node:path'
import { app } from 'electron'
import { ownWorkspace } from '../wiring'
import { Application } from './application'
import { parseWindowOptions } from './options'
import { profileFolder } from './profile'
import { declareScheme } from './security'

const { workspace = ownWorkspace(), files } = parseWindowOptions({
  argv: process.argv,
  packaged: app.isPackaged,
  folder: process.cwd(),
})

declareScheme()
const profile =
  app.commandLine.getSwitchValue('user-data-dir') || profileFolder(app.getPath('appData'), workspace)
// Chromium's own files do not follow the first by themselves.
app.setPath('userData', profile)
app.setPath('sessionData', profile)

if (app.requestSingleInstanceLock({ files })) {
  const application = new Application({
    workspace,
    files,
    page: join(import.meta.dirname, '../renderer'),
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
  })
  // Not awaited here: Electron is ready only after this file has been run.
  void app.whenReady().then(() => application.run())
} else {
  // The first one opens the files.
  app.exit(0)
}
