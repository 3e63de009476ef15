import { readFile } from 'node:fs/promises'
import { type Session, type WebContents, app, protocol, session } from 'electron'
import { contentPolicy, safeHeaders } from '../content-policy'
import type { Log } from '../log'
import { type PageFiles, cacheControl } from '../page-files'
import { ORIGIN, PAGE, SCHEME } from './channels'

/** Must run before the app is ready. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }])
}

/** The session of the window: in memory, with nothing but the page to be had, and nothing else allowed. */
export function closedSession(files: PageFiles, log: Log): Session {
  const closed = session.fromPartition('assay')
  const headers = safeHeaders(contentPolicy())
  closed.protocol.handle(SCHEME, ({ url }) => servePage(files, url, headers))
  closed.webRequest.onBeforeRequest(({ url }, decide) => {
    const own = url.startsWith(PAGE) || isInternal(url)
    if (!own) log(`a request to ${originOf(url)} was refused`)
    decide({ cancel: !own })
  })
  closed.setPermissionRequestHandler((contents, permission, decide) =>
    decide(isAllowed(permission, contents.getURL())),
  )
  closed.setPermissionCheckHandler((_, permission, origin) => isAllowed(permission, origin))
  closed.setDevicePermissionHandler(() => false)
  closed.on('will-download', (event) => event.preventDefault())
  closed.setSpellCheckerEnabled(false)
  return closed
}

// Reading the clipboard is a command of Assay's, and only a page of Assay's can be here to ask for it.
const isAllowed = (permission: string, address: string): boolean =>
  permission === 'clipboard-read' && `${address}/`.startsWith(PAGE)

// Data is no request to anybody. The developer tools, which only an unpackaged Assay opens, are Chromium's own pages.
const isInternal = (url: string): boolean =>
  url.startsWith('data:') || (!app.isPackaged && url.startsWith('devtools:'))

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).host || 'nowhere' : 'nowhere')

async function servePage(
  files: PageFiles,
  address: string,
  headers: Record<string, string>,
): Promise<Response> {
  const { host, pathname } = new URL(address)
  const file = `${SCHEME}://${host}` === ORIGIN ? files.get(pathname) : undefined
  if (!file) return new Response('There is no such page.', { status: 404, headers })
  const bytes = await readFile(file.path)
  return new Response(bytes, {
    headers: { ...headers, 'content-type': file.mediaType, 'cache-control': cacheControl(file) },
  })
}

/** Keeps a page where it is: it goes nowhere, opens nothing and embeds nothing. */
export function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-redirect', (event) => {
    if (!event.url.startsWith(PAGE)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !event.url.startsWith(PAGE)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
