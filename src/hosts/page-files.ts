import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type Outcome, ok, refuse } from '../base/outcome'

/** A file of the built page. */
export interface PageFile {
  readonly path: string
  readonly mediaType: string
  /** Named after its contents, so that it never changes. */
  readonly lasting: boolean
}

/** Every file that may be served, by its path in the address, such as `/index.html`; `/` is that one too. */
export type PageFiles = ReadonlyMap<string, PageFile>

/** Lists the built page once: what is not in the list does not exist, wherever an address may point. */
export async function listPageFiles(folder: string): Promise<Outcome<PageFiles>> {
  const files = new Map<string, PageFile>()
  try {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const address = path.slice(folder.length).replaceAll('\\', '/')
      files.set(address, {
        path,
        mediaType: MEDIA_TYPES[extname(entry.name)] ?? 'application/octet-stream',
        lasting: address.startsWith('/assets/'),
      })
    }
  } catch {
    return notBuilt
  }
  const index = files.get('/index.html')
  return index ? ok(files.set('/', index)) : notBuilt
}

const notBuilt = refuse('missing', 'Assay is not built here. Run npm run build, then start it again.')

/** How long a file may be kept; the page itself is asked for each time. */
export const cacheControl = ({ lasting }: PageFile): string =>
  lasting ? 'private, max-age=31536000, immutable' : 'no-cache'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
