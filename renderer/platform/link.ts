import type { Call } from '../../src/api/contract'
import { type CallFrame, largestFrame, pack, unpackHostFrame } from '../../src/api/frames'
import type { Answer, Subscribe, Transport } from '../../src/api/wire'
import { Emitter } from '../../src/base/emitter'
import { refuse } from '../../src/base/outcome'
import type { Undo } from '../../src/base/scope'
import type { Connection, ConnectionState } from './platform'

/** One connection to the host, from the moment it is asked for. */
export interface Line {
  /** Only between `opened` and `closed`. */
  send(frame: Uint8Array<ArrayBuffer>): void
  hangUp(): void
}

/** What becomes of a line: opened at most once, and closed once, with a code of RFC 6455. */
export interface LineEvents {
  opened(): void
  received(frame: Uint8Array): void
  closed(code: number): void
}

export type Dial = (events: LineEvents) => Line

/** Runs something after a time in milliseconds, unless it is undone. */
export type Later = (run: () => void, delay: number) => Undo

const FIRST_DELAY = 250
const LONGEST_DELAY = 5_000

/** Codes with which a host says that it was the message that it could not take. */
const NOT_TAKEN = new Set([1003, 1007, 1009])

/** Whether asking twice does no more than asking once, so that a call that may have been heard is sent again. */
const repeatable = {
  'workspace.open': true,
  'preferences.save': true,
  'person.rename': true,
  'library.add': true, // What was added by the first is named as being here by the second.
  'library.addSample': true,
  'library.remove': true,
  'library.restore': true,
  'article.open': true,
  'codebook.save': true, // A version that is there already is refused.
  'article.history': true,
  'article.sentences': true,
  'library.find': true,
  'library.tag': true, // Of what is tagged so already, nothing is tagged again.
  'article.perform': true, // An edit is known by its id.
  'sets.export': true,
  'sets.losses': true,
  'task.cancel': true,
  'review.compare': true,
  'review.settle': true, // What is settled is not settled again.
  'agreement.survey': true,
  'agreement.report': true,
  'sets.import': true, // What was taken in by the first is here for the second.
  'host.saveFile': false,
  'host.menu': true,
} satisfies Readonly<Record<Call, boolean>>

interface Pending {
  readonly call: string
  readonly frame: Uint8Array<ArrayBuffer>
  readonly settle: (answer: Answer) => void
  sent: boolean
}

/** Keeps a connection to the host: dials again when it is lost, and holds calls until they can be sent. */
export class Link {
  readonly connection: Connection
  readonly subscribe: Subscribe
  readonly #dial: Dial
  readonly #later: Later
  readonly #states = new Emitter<ConnectionState>()
  readonly #events = new Emitter<{ readonly event: string; readonly payload: unknown }>()
  readonly #pending = new Map<number, Pending>()
  #line: Line
  #open = false
  #ended = false
  #state: ConnectionState = 'connected'
  #delay = FIRST_DELAY
  #calls = 0
  #cancelRedial: Undo = () => undefined

  constructor(dial: Dial, later: Later) {
    this.#dial = dial
    this.#later = later
    this.connection = {
      state: () => this.#state,
      subscribe: (listener) => this.#states.subscribe(listener),
    }
    this.subscribe = (listener) => this.#events.subscribe(({ event, payload }) => listener(event, payload))
    this.#line = this.#connect()
  }

  /** Answers when the host does, however long the connection is lost; refuses what could not be sent at all. */
  readonly transport: Transport = (call, params) => {
    const id = this.#calls++
    const frame = pack({ id, call, params } satisfies CallFrame)
    if (frame.length > largestFrame) return Promise.resolve(tooLarge(frame.length))
    return new Promise((settle) => {
      const pending: Pending = { call, frame, settle, sent: false }
      this.#pending.set(id, pending)
      if (this.#open) this.#send(pending)
    })
  }

  /** Hangs up for good. */
  close(): void {
    this.#ended = true
    this.#cancelRedial()
    this.#line.hangUp()
  }

  #connect(): Line {
    return this.#dial({
      opened: () => this.#opened(),
      received: (frame) => this.#received(frame),
      closed: (code) => this.#closed(code),
    })
  }

  #opened(): void {
    this.#open = true
    this.#delay = FIRST_DELAY
    for (const pending of this.#pending.values()) this.#send(pending)
    this.#become('connected')
  }

  #send(pending: Pending): void {
    pending.sent = true
    this.#line.send(pending.frame)
  }

  #received(bytes: Uint8Array): void {
    const frame = unpackHostFrame(bytes)
    if (!frame) throw new TypeError('the host sent something that is no message')
    if ('event' in frame) return this.#events.emit(frame)
    const pending = this.#pending.get(frame.id)
    this.#pending.delete(frame.id)
    pending?.settle(frame.answer)
  }

  #closed(code: number): void {
    this.#open = false
    for (const [id, pending] of this.#pending) {
      if (!pending.sent) continue
      const refusal = NOT_TAKEN.has(code) ? notTaken : REPEATABLE.get(pending.call) ? undefined : uncertain
      pending.sent = false
      if (!refusal) continue
      this.#pending.delete(id)
      pending.settle(refusal)
    }
    this.#become('lost')
    if (this.#ended) return
    this.#cancelRedial = this.#later(() => void (this.#line = this.#connect()), this.#delay)
    this.#delay = Math.min(2 * this.#delay, LONGEST_DELAY)
  }

  #become(state: ConnectionState): void {
    if (state === this.#state) return
    this.#state = state
    this.#states.emit(state)
  }
}

const REPEATABLE = new Map<string, boolean>(Object.entries(repeatable))

const notTaken = refuse('internal', 'Assay could not take this message. Nothing that was saved is lost.')

const uncertain = refuse(
  'cancelled',
  'The connection was lost before Assay answered. Look whether it was done, and try again if not.',
)

const tooLarge = (bytes: number): Answer =>
  refuse(
    'invalid',
    `This is ${megabytes(bytes)} MB, and at most ${megabytes(largestFrame)} MB can be sent at once. Take fewer files at a time.`,
  )

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)
