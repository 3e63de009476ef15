import { type Server, createServer } from 'node:http'
import type { Subscribe, Transport } from '../../api/wire'
import { type Outcome, ok, refuse } from '../../base/outcome'
import { contentPolicy, safeHeaders } from '../content-policy'
import type { Log } from '../log'
import type { PageFiles } from '../page-files'
import { type Door, refusalOfSocket, respond, say } from './door'
import { Entrance } from './entrance'
import { Sockets } from './socket'

/** The only interface that is listened on: nobody but this machine can reach it. */
const LOOPBACK = '127.0.0.1'

export interface Serving {
  /** 0 for any that is free. */
  readonly port: number
  readonly files: PageFiles
  readonly answer: Transport
  readonly subscribe: Subscribe
  /** See `Entrance`. */
  readonly newSecret: () => string
  readonly log: Log
}

export interface PageServer {
  readonly origin: string
  /** The address that lets one browser in, once. */
  readonly address: string
  /** Looks after connections that have gone silent; to be called about twice a minute. */
  beat(): void
  /** Stops listening, answers the calls under way and closes every connection. */
  close(): Promise<void>
}

/** Serves the page and its socket to browsers of this machine that know the token. */
export async function serve(serving: Serving): Promise<Outcome<PageServer>> {
  const server = createServer()
  const listening = await listen(server, serving.port)
  if (!listening.ok) return listening
  const port = listening.value
  const host = `${LOOPBACK}:${port}`
  const origin = `http://${host}`
  const entrance = new Entrance(port, serving.newSecret)
  const sockets = new Sockets(serving.answer, serving.subscribe, serving.log)
  const door: Door = { host, origin, entrance, files: serving.files }
  const headers = safeHeaders(contentPolicy(`ws://${host}`))

  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    respond(door, request, response).catch((error: unknown) => {
      serving.log(error)
      if (response.headersSent) response.destroy()
      else say(response, 500, 'Assay could not read this file.')
    })
  })
  server.on('upgrade', (request, connection, head) => {
    const status = refusalOfSocket(door, request)
    if (status) connection.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    else sockets.accept(request, connection, head)
  })
  return ok({
    origin,
    address: `${origin}/${entrance.query}`,
    beat: () => sockets.beat(),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      await sockets.close()
      server.closeAllConnections()
      await closed
    },
  })
}

function listen(server: Server, port: number): Promise<Outcome<number>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(refuse('storage', whyNot(error, port))))
    server.listen(port, LOOPBACK, () => resolve(ok(portOf(server))))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the server does not listen on a port')
  return address.port
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Choose another one with --port, or 0 for any.`
  if (code === 'EACCES')
    return `Port ${port} is not for everybody. Choose one above 1023 with --port, or 0 for any.`
  return `Assay could not listen on port ${port}: ${message}.`
}
