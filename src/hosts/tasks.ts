import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Outcome, refuse } from '../base/outcome'
import type { RunTask } from '../workbench/ports'
import { cancelled } from '../workbench/cancelled'
import { type TaskMessage, buffersOf } from './worker-port'

/** One core is left for the host and its window; more than four threads only take memory. */
const poolSize = (): number => Math.max(1, Math.min(4, availableParallelism() - 1))

/** Long enough that files opened one after the other find a worker that is warm. */
const IDLE_MS = 30_000

interface Job {
  readonly message: TaskMessage
  readonly settle: (outcome: Outcome<unknown>) => void
}

interface Hand {
  readonly worker: Worker
  job: Job | undefined
  idle: NodeJS.Timeout | undefined
}

export interface TaskPoolOptions {
  /** The built `worker.ts`. */
  readonly entry: URL
  readonly log: (error: unknown) => void
  /** How many threads at most; by default what the machine has to spare. */
  readonly size?: number
}

/**
 * Runs tasks in worker threads, which are started when there is work and ended when there has been none for a while.
 * A task whose worker fails is refused as `internal`; the next one gets another worker.
 */
export class TaskPool {
  readonly #options: TaskPoolOptions
  readonly #size: number
  readonly #hands = new Set<Hand>()
  readonly #waiting: Job[] = []
  #closed = false

  constructor(options: TaskPoolOptions) {
    this.#options = options
    this.#size = options.size ?? poolSize()
  }

  /** How many threads there are now. */
  get threads(): number {
    return this.#hands.size
  }

  readonly run: RunTask = (name, params, { signal } = {}) =>
    new Promise((resolve) => {
      if (this.#closed || signal?.aborted) return resolve(cancelled)
      const job: Job = {
        message: { name, params } as TaskMessage,
        settle: (outcome) => {
          signal?.removeEventListener('abort', cancel)
          resolve(outcome as Parameters<typeof resolve>[0])
        },
      }
      const cancel = (): void => this.#cancel(job)
      signal?.addEventListener('abort', cancel)
      this.#waiting.push(job)
      this.#assign()
    })

  /** Cancels what is under way and ends every thread. */
  async close(): Promise<void> {
    this.#closed = true
    for (const job of this.#waiting.splice(0)) job.settle(cancelled)
    await Promise.all([...this.#hands].map((hand) => this.#dismiss(hand, cancelled)))
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const free = [...this.#hands].find(({ job }) => !job)
      const hand = free ?? (this.#hands.size < this.#size ? this.#hire() : undefined)
      if (!hand) return
      this.#give(hand, this.#waiting.shift()!)
    }
  }

  #give(hand: Hand, job: Job): void {
    clearTimeout(hand.idle)
    hand.job = job
    hand.worker.ref()
    try {
      hand.worker.postMessage(job.message, buffersOf(job.message))
    } catch (error) {
      this.#lose(hand, error)
    }
  }

  #hire(): Hand {
    const worker = new Worker(this.#options.entry)
    const hand: Hand = { worker, job: undefined, idle: undefined }
    this.#hands.add(hand)
    worker.on('message', (outcome: Outcome<unknown>) => this.#done(hand, outcome))
    worker.on('messageerror', (error) => this.#lose(hand, error))
    worker.on('error', (error) => this.#lose(hand, error))
    worker.on('exit', (code) => this.#lose(hand, new Error(`a worker ended with status ${code}`)))
    return hand
  }

  #done(hand: Hand, outcome: Outcome<unknown>): void {
    const { job } = hand
    hand.job = undefined
    // A worker that waits for work does not keep the host alive.
    hand.worker.unref()
    hand.idle = setTimeout(() => void this.#dismiss(hand, cancelled), IDLE_MS).unref()
    job?.settle(outcome)
    this.#assign()
  }

  /** The worker of a hand has failed, or is gone without having been asked to. */
  #lose(hand: Hand, error: unknown): void {
    if (!this.#hands.has(hand)) return
    this.#options.log(error)
    void this.#dismiss(hand, failed)
  }

  async #dismiss(hand: Hand, outcome: Outcome<never>): Promise<void> {
    clearTimeout(hand.idle)
    this.#hands.delete(hand)
    const { job } = hand
    hand.job = undefined
    job?.settle(outcome)
    await hand.worker.terminate()
    this.#assign()
  }

  #cancel(job: Job): void {
    const at = this.#waiting.indexOf(job)
    if (at >= 0) {
      this.#waiting.splice(at, 1)
      return job.settle(cancelled)
    }
    const hand = [...this.#hands].find((each) => each.job === job)
    if (hand) void this.#dismiss(hand, cancelled)
  }
}

const failed = refuse(
  'internal',
  'Assay failed at this; its log has the details. Nothing that was saved is lost.',
)
