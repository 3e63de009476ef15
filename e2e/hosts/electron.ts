import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type ElectronApplication, _electron, expect } from '@playwright/test'
import type { Host, SavedFile, Start } from './host'
import { ended, killGroup } from './processes'

const root = resolve(import.meta.dirname, '../..')

const isOwn = (url: string): boolean => url.startsWith('app://')

/** The Electron host with its window. */
export async function startInElectron({ workspace, files, scratch, record, watch }: Start): Promise<Host> {
  const app = await launch([
    `--user-data-dir=${join(scratch, 'electron')}`,
    '--lang=en-GB',
    '--disable-gpu',
    '.',
    '--workspace',
    workspace,
    ...files,
  ])
  const page = await app.firstWindow()
  watch(page, isOwn)
  await sizeWindow(app)
  if (record) await app.context().tracing.start({ screenshots: true, snapshots: true })
  const child = app.process()
  return {
    page,
    openAnother: () => Promise.reject(new Error('Electron has one window a workspace.')),
    copy: (text) => app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text),
    fileSavedBy: (action) => fileSavedBy(app, join(scratch, 'saved'), action),
    ...(record ? { keepTrace: (path: string) => app.context().tracing.stop({ path }) } : {}),
    async stop() {
      await Promise.all([once(child, 'exit'), app.close()])
    },
    async kill() {
      killGroup(child)
      await ended(child)
    },
  }
}

/**
 * Electron 33 now and then ends with a segmentation fault as the debugger attaches, before anything of Assay has run:
 * then it is started once more, and said. Whatever else fails, fails.
 */
async function launch(args: readonly string[]): Promise<ElectronApplication> {
  try {
    return await launchOnce(args)
  } catch (error) {
    if (!/Process failed to launch[^]*Debugger attached[^]*SIGSEGV/.test(String(error))) throw error
    console.error('Electron crashed as the debugger attached and is started again.')
    return launchOnce(args)
  }
}

function launchOnce(args: readonly string[]): Promise<ElectronApplication> {
  const executablePath = process.env['ASSAY_ELECTRON']
  if (!executablePath) {
    throw new Error(
      'The specs of the Electron window need an Electron: set ASSAY_ELECTRON to its program, or run `npm test`, which finds one.',
    )
  }
  // Root may not use the sandbox: that is so in a container, and for tests only.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return _electron.launch({ executablePath, cwd: root, args: [...sandbox, ...args] })
}

/** A test cannot see the native dialog: it is answered with the proposed name in `folder`, as a person might. */
async function fileSavedBy(
  app: ElectronApplication,
  folder: string,
  action: () => Promise<void>,
): Promise<SavedFile> {
  await mkdir(folder, { recursive: true })
  // One for each, since a file of the same name would not be seen to be new.
  const place = await mkdtemp(join(folder, 'file-'))
  await app.evaluate(({ dialog }, into) => {
    dialog.showSaveDialog = (...given: unknown[]) => {
      const options = given.at(-1)
      const proposed =
        typeof options === 'object' && options && 'defaultPath' in options ? String(options.defaultPath) : ''
      const name = proposed.split(/[\\/]/).at(-1) || 'no name was proposed'
      return Promise.resolve({ canceled: false, filePath: `${into}/${name}` })
    }
  }, place)
  await action()
  // What the app writes under another name first is not the file yet.
  const saved = async (): Promise<string[]> => (await readdir(place)).filter((name) => !/tmp|~$/.test(name))
  await expect.poll(saved, { message: 'files saved' }).toHaveLength(1)
  const name = (await saved())[0]!
  return { name, bytes: await readFile(join(place, name)) }
}

async function sizeWindow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    window.unmaximize()
    window.setContentSize(1280, 800)
  })
}
