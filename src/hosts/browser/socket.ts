import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { largestFrame, pack, unpackCall } from '../../api/frames'
import type { Subscribe, Transport } from '../../api/wire'
import type { Log } from '../log'
import { UnderWay } from '../under-way'

/** The codes of RFC 6455, 7.4.1. */
const GOING_AWAY = 1001
const NOT_BYTES = 1003
const NOT_A_CALL = 1007

/** A page on this machine answers within milliseconds, or never. */
const FAREWELL_MS = 500

/** The sockets of all open pages: answers their calls, and tells each of them what the host announces. */
export class Sockets {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    perMessageDeflate: false,
  })
  /** Those that have answered the last ping. */
  readonly #alive = new WeakSet<WebSocket>()
  readonly #calls = new UnderWay()
  readonly #answer: Transport
  readonly #log: Log
  readonly #unsubscribe: () => void
  #closing = false

  constructor(answer: Transport, subscribe: Subscribe, log: Log) {
    this.#answer = answer
    this.#log = log
    this.#unsubscribe = subscribe((event, payload) => this.#announce(event, payload))
  }

  /** Takes over a connection that asked to become a socket and may. */
  accept(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, connection, head, (socket) => {
      this.#alive.add(socket)
      socket.on('pong', () => this.#alive.add(socket))
      socket.on('message', (data, isBinary) => this.#hear(socket, data, isBinary))
      // A message that breaks the protocol or the limit; the socket is closed already and says so with a code.
      socket.on('error', (error) => this.#log(error))
    })
  }

  /** Lets go of sockets that were silent since the last beat, and asks the others for a sign. */
  beat(): void {
    for (const socket of this.#server.clients) {
      if (!this.#alive.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }

  /** Takes no more calls, waits for those under way and closes every socket. */
  async close(): Promise<void> {
    this.#closing = true
    await this.#calls.ended()
    this.#unsubscribe()
    await Promise.all([...this.#server.clients].map((socket) => bidFarewell(socket)))
  }

  #hear(socket: WebSocket, data: RawData, isBinary: boolean): void {
    if (this.#closing) return
    if (!isBinary) return socket.close(NOT_BYTES, 'expected MessagePack')
    // With the default binaryType a message is one Buffer.
    const frame = data instanceof Uint8Array ? unpackCall(data) : undefined
    if (!frame) return socket.close(NOT_A_CALL, 'expected a call')
    const answered = this.#answer(frame.call, frame.params).then(
      (answer) => send(socket, pack({ id: frame.id, answer })),
      (error: unknown) => this.#log(error),
    )
    void this.#calls.follow(answered)
  }

  #announce(event: string, payload: unknown): void {
    const message = pack({ event, payload })
    for (const socket of this.#server.clients) send(socket, message)
  }
}

function send(socket: WebSocket, message: Uint8Array): void {
  if (socket.readyState === socket.OPEN) socket.send(message)
}

/** Resolves when the socket is closed: politely, or else by force. */
function bidFarewell(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => socket.terminate(), FAREWELL_MS)
    socket.once('close', () => {
      clearTimeout(force)
      resolve()
    })
    socket.close(GOING_AWAY, 'Assay has stopped')
  })
}
