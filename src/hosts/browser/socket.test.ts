import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode, encode } from '@msgpack/msgpack'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type CallFrame, largestFrame, pack } from '../../api/frames'
import { type Handlers, answer } from '../../api/wire'
import { Emitter } from '../../base/emitter'
import { expectOk, ok, refuse } from '../../base/outcome'
import { listPageFiles } from '../page-files'
import { type PageServer, serve } from './serve'

const announcements = new Emitter<{ event: string; payload: unknown }>()
const never = (): Promise<never> => Promise.reject(new Error('nobody asks for this here'))
const unused = {
  'workspace.open': never,
  'preferences.save': never,
  'library.addSample': never,
  'library.remove': never,
  'library.restore': never,
  'article.open': never,
  'article.perform': never,
  'host.saveFile': never,
  'codebook.save': never,
  'article.history': never,
  'article.sentences': never,
  'library.find': never,
  'library.tag': never,
  'review.compare': never,
  'review.settle': never,
  'agreement.survey': never,
  'agreement.report': never,
  'sets.import': never,
  'sets.losses': never,
  'task.cancel': never,
  'host.menu': never,
}
let server: PageServer
let cookie: string
let received: Uint8Array[]
let logged: unknown[]
/** Lets the calls to `sets.export` go on. */
let release: () => void

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-page-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  received = []
  logged = []
  const held = new Promise<void>((resolve) => (release = resolve))
  const handlers: Handlers = {
    ...unused,
    'library.add': async ({ files }) => {
      received.push(...files.map(({ bytes }) => bytes))
      return ok({ added: [], already: [], refused: [] })
    },
    'person.rename': async ({ name }) => {
      if (name === 'bug') throw new Error('a bug')
      return name === 'nobody' ? refuse('invalid', 'Nobody is no name.') : ok({ person: { id: 'p', name } })
    },
    'sets.export': async () => {
      await held
      return ok({
        file: { name: 'a', bytes: new Uint8Array([1]) },
        mediaType: 'text/plain',
        losses: [],
        differences: [],
      })
    },
  }
  let secrets = 0
  server = expectOk(
    await serve({
      port: 0,
      files: expectOk(await listPageFiles(folder)),
      answer: answer(handlers, (error) => logged.push(error)),
      subscribe: (listener) => announcements.subscribe(({ event, payload }) => listener(event, payload)),
      newSecret: () => `secret-${++secrets}`,
      log: (error) => logged.push(error),
    }),
  )
  await rm(folder, { recursive: true })
  const entered = await fetch(server.address, { redirect: 'manual' })
  cookie = entered.headers.get('set-cookie')!.split(';')[0]!
})

afterEach(async () => {
  release()
  await server.close()
  expect(announcements.size).toBe(0)
})

/** A page with an open socket: it calls, and hears what comes next. */
class Page {
  readonly #heard: unknown[] = []
  #waiting: ((message: unknown) => void) | undefined
  readonly closed: Promise<number>

  private constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => void socket.on('close', resolve))
    socket.on('message', (data: Buffer) => {
      const message = decode(data)
      if (this.#waiting) this.#waiting(message)
      else this.#heard.push(message)
      this.#waiting = undefined
    })
  }

  static open(): Promise<Page> {
    const socket = dial()
    const page = new Page(socket)
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(page)).once('error', reject)
    })
  }

  next(): Promise<unknown> {
    return this.#heard.length > 0
      ? Promise.resolve(this.#heard.shift())
      : new Promise((resolve) => (this.#waiting = resolve))
  }

  post(call: string, params: unknown, id = 1): void {
    this.socket.send(pack({ id, call, params } satisfies CallFrame))
  }

  send(call: string, params: unknown, id = 1): Promise<unknown> {
    this.post(call, params, id)
    return this.next()
  }
}

function dial({
  path = '/socket',
  headers = {},
}: { path?: string; headers?: Record<string, string> } = {}): WebSocket {
  return new WebSocket(`${server.origin.replace('http', 'ws')}${path}`, {
    headers: { origin: server.origin, cookie, ...headers },
    perMessageDeflate: false,
  })
}

const statusOf = (socket: WebSocket): Promise<number | undefined> =>
  new Promise((resolve) => {
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
    socket.on('open', () => resolve(101))
    socket.on('error', () => undefined)
  })

test('a socket is for pages of this origin with the cookie, at one address', async () => {
  const { port } = new URL(server.origin)
  expect(await statusOf(dial({ headers: { origin: 'http://evil.example' } }))).toBe(403)
  expect(await statusOf(dial({ headers: { origin: 'null' } }))).toBe(403)
  expect(await statusOf(dial({ headers: { origin: '' } }))).toBe(403)
  expect(await statusOf(dial({ headers: { cookie: '' } }))).toBe(403)
  expect(await statusOf(dial({ headers: { host: `evil.example:${port}` } }))).toBe(421)
  expect(await statusOf(dial({ path: '/other' }))).toBe(404)
  const own = dial()
  expect(await statusOf(own)).toBe(101)
})

test('calls are answered with their id; refusals and bugs too', async () => {
  const page = await Page.open()
  expect(await page.send('person.rename', { name: 'Ada' }, 7)).toEqual({
    id: 7,
    answer: { ok: true, value: { person: { id: 'p', name: 'Ada' } } },
  })
  expect(await page.send('person.rename', { name: 'nobody' })).toMatchObject({
    answer: { ok: false, refusal: { code: 'invalid', message: 'Nobody is no name.' } },
  })
  expect(await page.send('person.rename', { name: 'bug' })).toMatchObject({
    answer: { ok: false, refusal: { code: 'internal' } },
  })
  expect(logged).toEqual([new Error('a bug')])
})

test('unknown calls and wrong parameters are refused and the socket stays', async () => {
  const page = await Page.open()
  for (const call of ['workspace.destroy', 'toString', '__proto__']) {
    expect(await page.send(call, {}), call).toMatchObject({
      answer: { ok: false, refusal: { code: 'invalid' } },
    })
  }
  expect(await page.send('person.rename', { name: 7 })).toMatchObject({
    answer: {
      ok: false,
      refusal: { code: 'invalid', message: expect.stringContaining('person.rename: name') },
    },
  })
  expect(await page.send('person.rename', { name: 'Ada' })).toMatchObject({ answer: { ok: true } })
})

test.each([
  ['text', 'hello', 1003],
  ['no MessagePack', new Uint8Array([0xc1]), 1007],
  ['a cut message', pack({ id: 1, call: 'person.rename', params: { name: 'Ada' } }).slice(0, -1), 1007],
  ['no call', encode({ event: 'x', payload: {} }), 1007],
  ['an id that is no number', encode({ id: '1', call: 'x', params: {} }), 1007],
  ['a field that would be a prototype', encode(JSON.parse('{"id":1,"call":"x","__proto__":{}}')), 1007],
])('%s closes the socket with a code', async (_, frame, code) => {
  const page = await Page.open()
  page.socket.send(frame)
  expect(await page.closed).toBe(code)
})

test('bytes arrive whole, each in memory of its own', async () => {
  const page = await Page.open()
  const large = new Uint8Array(20 * 1024 * 1024).fill(7)
  const files = [
    { name: 'large.txt', bytes: large },
    { name: 'small.txt', bytes: new Uint8Array([1, 2, 3]) },
  ]
  expect(await page.send('library.add', { files })).toMatchObject({ answer: { ok: true } })
  expect(received.map(({ length }) => length)).toEqual([large.length, 3])
  expect(received.map(({ buffer }) => buffer.byteLength)).toEqual([large.length, 3])
  expect(Buffer.compare(received[0]!, large)).toBe(0)
})

test('a message that is too large closes the socket', async () => {
  const page = await Page.open()
  page.socket.send(new Uint8Array(largestFrame + 1))
  expect(await page.closed).toBe(1009)
})

test('every page hears what is announced, until it is closed', async () => {
  const [one, other] = [await Page.open(), await Page.open()]
  announcements.emit({ event: 'host.trouble', payload: { message: 'The disk is full.', missing: undefined } })
  const heard = { event: 'host.trouble', payload: { message: 'The disk is full.' } }
  expect(await Promise.all([one.next(), other.next()])).toEqual([heard, heard])
  one.socket.close()
  await one.closed
  announcements.emit({ event: 'host.trouble', payload: { message: 'It is not.' } })
  expect(await other.next()).toMatchObject({ payload: { message: 'It is not.' } })
})

test('a silent socket is let go at the second beat, one that answers is kept', async () => {
  const [silent, lively] = [await Page.open(), await Page.open()]
  const pinged = new Promise((resolve) => void lively.socket.once('ping', resolve))
  silent.socket.pause()
  server.beat()
  await pinged
  expect(await lively.send('person.rename', { name: 'Ada' })).toMatchObject({ answer: { ok: true } })
  server.beat()
  silent.socket.resume()
  expect(await silent.closed).toBe(1006)
  expect(await lively.send('person.rename', { name: 'Ada' })).toMatchObject({ answer: { ok: true } })
})

test('closing answers the calls under way first', async () => {
  const page = await Page.open()
  page.post('sets.export', { documents: [], format: 'w3c' }, 3)
  expect(await page.send('person.rename', { name: 'Ada' }, 4)).toMatchObject({ id: 4 })
  const closed = server.close()
  release()
  await closed
  expect(await page.closed).toBe(1001)
  expect(await page.next()).toMatchObject({ id: 3, answer: { ok: true } })
})
