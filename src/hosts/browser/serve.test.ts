import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { listPageFiles } from '../page-files'
import { type PageServer, serve } from './serve'

const SCRIPT = 'export const page = 1\n'

let folder: string
let server: PageServer

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-page-'))
  await mkdir(join(folder, 'page', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'not to be served')
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html><title>Assay</title>')
  await writeFile(join(folder, 'page', 'assets', 'page-1a2b.js'), SCRIPT)
  server = expectOk(await start(0))
})

afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

async function start(port: number) {
  let secrets = 0
  return serve({
    port,
    files: expectOk(await listPageFiles(join(folder, 'page'))),
    answer: () => Promise.reject(new Error('nobody calls here')),
    subscribe: () => () => undefined,
    newSecret: () => `secret-${++secrets}`,
    log: (error) => expect.fail(String(error)),
  })
}

interface Ask {
  readonly method?: string
  readonly headers?: Record<string, string>
}

/** Sends a request as it is written here, paths and headers untouched. */
function ask(path: string, { method = 'GET', headers = {} }: Ask = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(server.origin)
      const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => (body += text))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      })
      sent.on('error', reject).end()
    },
  )
}

/** Goes in by the token and gives the cookie to show from then on. */
async function enter(headers: Record<string, string> = {}): Promise<string> {
  const { headers: got } = await ask(server.address.slice(server.origin.length), { headers })
  return String(got['set-cookie']).split(';')[0]!
}

describe('the way in', () => {
  test('is the token, once', async () => {
    const way = server.address.slice(server.origin.length)
    const first = await ask(way)
    expect(first).toMatchObject({ status: 303, headers: { location: '/', 'cache-control': 'no-store' } })
    expect(String(first.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    const second = await ask(way)
    expect(second).toMatchObject({ status: 403, body: expect.stringContaining('This is not the way in') })
    expect(second.headers['set-cookie']).toBeUndefined()
  })

  test('needs no token any more with the cookie', async () => {
    const cookie = await enter()
    const again = await ask(server.address.slice(server.origin.length), { headers: { cookie } })
    expect(again).toMatchObject({ status: 303, headers: { location: '/' } })
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(await ask('/', { headers: { cookie } })).toMatchObject({ status: 200 })
  })

  test('is not the token itself as a cookie, nor a part of the cookie, nor its name on another port', async () => {
    const cookie = await enter()
    const [name = '', value = ''] = cookie.split('=')
    expect(name).toBe(`assay-${new URL(server.origin).port}`)
    for (const wrong of [
      `${name}=secret-1`,
      `${name}=`,
      cookie.slice(0, -1),
      `assay-1=${value}`,
      `x${cookie}`,
    ]) {
      expect(await ask('/', { headers: { cookie: wrong } }), wrong).toMatchObject({ status: 403 })
    }
    expect(await ask('/', { headers: { cookie: `a=1; ${cookie}; b=2` } })).toMatchObject({ status: 200 })
  })

  test('is not used up by a wrong token or a question for the headers', async () => {
    expect(await ask('/?token=secret-')).toMatchObject({ status: 403 })
    expect(await ask(server.address.slice(server.origin.length), { method: 'HEAD' })).toMatchObject({
      status: 403,
    })
    expect(await enter()).toContain('=secret-2')
  })

  test('goes over a page of our own when the link was on another site', async () => {
    const way = server.address.slice(server.origin.length)
    const welcome = await ask(way, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(welcome).toMatchObject({ status: 200, body: expect.stringContaining('content="0; url=/"') })
    expect(welcome.headers['set-cookie']).toBeDefined()
  })
})

describe('a request', () => {
  test('under another name is misdirected, whatever else it brings', async () => {
    const cookie = await enter()
    const { port } = new URL(server.origin)
    for (const host of [
      `localhost:${port}`,
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port}.evil.example`,
    ]) {
      expect(await ask('/', { headers: { host, cookie } }), host).toMatchObject({ status: 421 })
    }
  })

  test('of another origin is forbidden, of ours or of none it is not', async () => {
    const cookie = await enter()
    for (const origin of [
      'http://evil.example',
      'null',
      `${server.origin}.evil.example`,
      'http://127.0.0.1:1',
    ]) {
      expect(await ask('/', { headers: { origin, cookie } }), origin).toMatchObject({ status: 403 })
    }
    expect(await ask('/', { headers: { origin: server.origin, cookie } })).toMatchObject({ status: 200 })
  })

  test('without the cookie gets no file, not even to know whether it is there', async () => {
    for (const path of ['/', '/index.html', '/assets/page-1a2b.js', '/none']) {
      expect(await ask(path), path).toMatchObject({ status: 403 })
    }
  })

  test('gets files with their type, their time to live and a strict policy', async () => {
    const cookie = await enter()
    const page = await ask('/', { headers: { cookie } })
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(policy).toContain(`connect-src 'self' ws://${new URL(server.origin).host};`)
    expect(policy).not.toContain('unsafe')
    expect(await ask('/assets/page-1a2b.js', { headers: { cookie } })).toMatchObject({
      status: 200,
      body: SCRIPT,
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'content-length': String(SCRIPT.length),
        'cache-control': 'private, max-age=31536000, immutable',
      },
    })
  })

  test('for the headers alone gets them', async () => {
    const cookie = await enter()
    const head = await ask('/assets/page-1a2b.js', { method: 'HEAD', headers: { cookie } })
    expect(head).toMatchObject({
      status: 200,
      body: '',
      headers: { 'content-length': String(SCRIPT.length) },
    })
  })

  test('can only read', async () => {
    const cookie = await enter()
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const refused = await ask('/', { method, headers: { cookie } })
      expect(refused, method).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
    }
  })

  test('cannot leave the folder', async () => {
    const cookie = await enter()
    const ways = [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '//secret.txt',
      '/assets',
      '/%',
      '/index.html%00',
    ]
    for (const way of ways)
      expect(await ask(way, { headers: { cookie } }), way).toMatchObject({ status: 404 })
    for (const way of ['*', 'http://evil.example/']) {
      expect(await ask(way, { headers: { cookie } }), way).toMatchObject({ status: 400 })
    }
  })
})

test('a port in use is refused with a sentence', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const refused = await start(port)
  expect(refused).toMatchObject({
    ok: false,
    refusal: { message: expect.stringContaining(`Port ${port} is in use`) },
  })
  await new Promise((resolve) => taken.close(resolve))
})

test('after closing nobody is answered', async () => {
  await server.close()
  await expect(ask('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  server = expectOk(await start(0))
})
