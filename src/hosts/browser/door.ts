import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type PageFiles, cacheControl } from '../page-files'
import type { Entrance } from './entrance'
import { strangerPage, welcomePage } from './notices'

/** What is served, under which name, and to whom. */
export interface Door {
  /** What a Host header must be. */
  readonly host: string
  readonly origin: string
  readonly entrance: Entrance
  readonly files: PageFiles
}

/** Answers a request for a page; rejects when a file of the page cannot be read. */
export async function respond(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Another name for this machine may be an attacker's: see DNS rebinding.
  if (request.headers.host !== door.host) return say(response, 421, `Assay answers at ${door.origin} only.`)
  if (!isOwn(door, request.headers.origin ?? door.origin))
    return say(response, 403, 'Assay answers its own pages only.')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return say(response, 405, 'Assay’s pages can only be read.')
  }
  if (!request.url?.startsWith('/')) return say(response, 400, 'This is no address of a page.')
  const url = new URL(door.origin + request.url)
  const admitted = door.entrance.admits(request.headers.cookie)
  const token = url.pathname === '/' && request.method === 'GET' ? url.searchParams.get('token') : null
  if (token !== null) return enter(door, request, response, token, admitted)
  if (!admitted) return show(response, 403, strangerPage)
  return sendFile(door, request, response, url.pathname)
}

const isOwn = ({ origin }: Door, given: string): boolean => given === origin

function enter(
  { entrance }: Door,
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  admitted: boolean,
): void {
  const cookie = admitted ? undefined : entrance.exchange(token)
  if (!admitted && cookie === undefined) return show(response, 403, strangerPage)
  if (cookie !== undefined) response.setHeader('set-cookie', cookie)
  const site = request.headers['sec-fetch-site'] ?? 'none'
  // A strict cookie does not follow the redirect of a link that was on another site's page.
  if (site !== 'none' && site !== 'same-origin') return show(response, 200, welcomePage)
  response.writeHead(303, { location: '/', 'cache-control': 'no-store' }).end()
}

async function sendFile(
  { files }: Door,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): Promise<void> {
  const file = files.get(address)
  // Browsers ask for an icon unasked, and complain of an error when there is none.
  if (!file && address === '/favicon.ico') return finish(response, 204, 'image/x-icon', '')
  if (!file) return say(response, 404, 'There is no such page.')
  const bytes = await readFile(file.path)
  response.writeHead(200, {
    'content-type': file.mediaType,
    'content-length': bytes.length,
    'cache-control': cacheControl(file),
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

/** The status line for a socket that may not be opened; a page always names its origin, so it must be there. */
export function refusalOfSocket(door: Door, request: IncomingMessage): string | undefined {
  if (request.headers.host !== door.host) return '421 Misdirected Request'
  if (!isOwn(door, request.headers.origin ?? '')) return '403 Forbidden'
  if (!door.entrance.admits(request.headers.cookie)) return '403 Forbidden'
  return request.url === '/socket' ? undefined : '404 Not Found'
}

/** Answers with a sentence. */
export const say = (response: ServerResponse, status: number, sentence: string): void =>
  finish(response, status, 'text/plain; charset=utf-8', `${sentence}\n`)

const show = (response: ServerResponse, status: number, page: string): void =>
  finish(response, status, 'text/html; charset=utf-8', page)

function finish(response: ServerResponse, status: number, mediaType: string, body: string): void {
  response.writeHead(status, { 'content-type': mediaType, 'cache-control': 'no-store' }).end(body)
}
