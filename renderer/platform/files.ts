import type { Undo } from '../../src/base/scope'
import type { IncomingFile } from './platform'

/** Lets a person choose files in the dialog of the browser or the window; none when they change their mind. */
export function chooseFiles(extensions: readonly string[], page: Document = document): Promise<File[]> {
  const input = page.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.hidden = true
  input.accept = extensions.map((extension) => `.${extension}`).join(',')
  return new Promise((resolve) => {
    const end = (): void => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('change', end, { once: true })
    input.addEventListener('cancel', end, { once: true })
    // In the page, so that it is not collected while the dialog is open.
    page.body.append(input)
    input.click()
  })
}

/** What of a drop is a file, and the names of the folders. Must be asked before the drop's handler returns. */
export function takeDropped(dropped: DataTransfer): { files: File[]; folders: string[] } {
  const files: File[] = []
  const folders: string[] = []
  for (const item of dropped.items) {
    const file = item.kind === 'file' ? item.getAsFile() : null
    if (!file) continue
    if (item.webkitGetAsEntry()?.isDirectory) folders.push(file.name)
    else files.push(file)
  }
  return { files, folders }
}

/** The bytes of each file that can be read; the others are told with their reason. */
export async function readFiles(
  files: readonly File[],
  tell: (message: string) => void,
): Promise<IncomingFile[]> {
  const read = await Promise.all(files.map((file) => readFile(file)))
  const unread = files.filter((_, k) => !read[k]).map(({ name }) => `“${name}”`)
  if (unread.length > 0) {
    tell(`${unread.join(', ')} could not be read. Look whether it is still there and may be opened.`)
  }
  return read.filter((file) => file !== undefined)
}

async function readFile(file: File): Promise<IncomingFile | undefined> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    return undefined // The file is gone or forbidden; browsers do not say which.
  }
}

/** What to say of folders in a drop. */
export const tellFolders = (folders: readonly string[]): string =>
  `${folders.map((name) => `“${name}”`).join(', ')}: a folder cannot be dropped. Open it and drop the files in it.`

/** A browser leaves the page when a file is dropped beside a place for it; this keeps the page. */
export function refuseStrayDrops(target: Window): Undo {
  target.addEventListener('dragover', refuseDrop)
  target.addEventListener('drop', refuseDrop)
  return () => {
    target.removeEventListener('dragover', refuseDrop)
    target.removeEventListener('drop', refuseDrop)
  }
}

function refuseDrop(event: DragEvent): void {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'none'
}
