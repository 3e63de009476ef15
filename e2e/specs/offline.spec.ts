import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from '../app'
import { ferries } from '../texts'

test('a day’s work asks nothing of the network', async ({ app }) => {
  await app.read(ferries)
  await app.tag('the operator', 'Source')
  await app.annotations.writeNote('Which one?')
  await app.exported(/W3C/)
  await app.press('ControlOrMeta+z')
  await app.library.open(/^Who pays for the wire/)
  await app.article.shows('HOLLIN CROSS')
  expect(app.troubles).toEqual([])
})

test('the page cannot reach out, whatever is in it', async ({ app }) => {
  app.forgive(/Content Security Policy|ERR_BLOCKED|ERR_FAILED|violates|fetch/i)
  app.forgive(/^request: /)
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(request.url ?? '')
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('heard')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('expected a port')
  const outside = `http://127.0.0.1:${address.port}`
  try {
    const reached = await app.page.evaluate(reachOut, outside)
    expect(reached).toEqual([])
    expect(heard).toEqual([])
  } finally {
    server.close()
  }
})

/** Runs in the page: tries every way out it can think of, and tells which of them worked. */
async function reachOut(outside: string): Promise<string[]> {
  const loads = (element: HTMLElement, attribute: 'src' | 'href'): Promise<void> =>
    new Promise((resolve, reject) => {
      element.addEventListener('load', () => resolve())
      element.addEventListener('error', () => reject(new Error('refused')))
      element.setAttribute(attribute, `${outside}/${element.localName}`)
      document.head.append(element)
    })
  const opens = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${outside.replace('http', 'ws')}/socket`)
      socket.addEventListener('open', () => resolve())
      socket.addEventListener('error', () => reject(new Error('refused')))
    })
  const style = Object.assign(document.createElement('link'), { rel: 'stylesheet' })
  const ways: Record<string, () => Promise<unknown>> = {
    fetch: () => fetch(`${outside}/fetch`),
    image: () => loads(new Image(), 'src'),
    script: () => loads(document.createElement('script'), 'src'),
    style: () => loads(style, 'href'),
    socket: opens,
  }
  const reached: string[] = []
  for (const [name, way] of Object.entries(ways)) {
    try {
      await way()
      reached.push(name)
    } catch {
      // Refused, as it should be.
    }
  }
  return reached
}
