import { loopback } from '../../api/loopback'
import { type Client, answer } from '../../api/wire'
import type { Params } from '../../api/contract'
import { type Refusal, expectOk } from '../../base/outcome'
import type { Change, Edit } from '../../core/change/change'
import { type Author, tagSpan } from '../../core/change/edits'
import { type DocumentState, stateOf } from '../../core/change/state'
import { memoryStore } from '../../store/memory-store'
import type { WorkspaceStore } from '../../store/store'
import { marked } from '../../testing/marked'
import { ada, authorOf, countingIds, time } from '../../testing/records'
import type { Announcement } from '../announcing'
import type { Ports } from '../ports'
import { inProcess, taskFunctions } from '../tasks'
import { type Workbench, createWorkbench } from '../workbench'

/** A workbench at work in a test, with a clock that is moved by hand and a store whose calls are seen. */
export interface Rehearsal {
  readonly workbench: Workbench
  /** What a window holds. */
  readonly client: Client
  readonly store: WatchedStore
  /** Everything announced so far. */
  readonly announced: Announcement[]
  readonly logged: unknown[]
  /** Lets time pass until nothing is due any more, and waits for what that began. */
  readonly rest: () => Promise<void>
}

export interface Staging {
  /** One in memory, when none is given. */
  readonly store?: WorkspaceStore
  readonly samples?: Readonly<Record<string, string>>
  readonly ports?: Partial<Ports>
}

export function rehearse({ store = memoryStore(ada), samples = {}, ports = {} }: Staging = {}): Rehearsal {
  const watched = watch(store)
  const newId = countingIds()
  const logged: unknown[] = []
  const clock = handClock()
  const log = (error: unknown): void => void logged.push(error)
  const workbench = createWorkbench({
    store: watched.store,
    runTask: inProcess(taskFunctions(hashOf, newId)),
    now: clock.now,
    later: clock.later,
    newId,
    sha256: hashOf,
    log,
    samples: {
      list: async () => Object.keys(samples),
      read: async (name) => (samples[name] === undefined ? undefined : bytesOf(samples[name])),
    },
    host: { kind: 'browser', version: '1.2.3', platform: 'test' },
    name: 'workspace',
    ...ports,
  })
  const announced: Announcement[] = []
  workbench.events.subscribe((announcement) => announced.push(announcement))
  const client = loopback(answer(workbench.handlers, log), (listener) =>
    workbench.events.subscribe(({ event, payload }) => listener(event, payload)),
  )
  const rest = async (): Promise<void> => {
    clock.pass()
    await watched.idle()
  }
  return { workbench, client, store: watched, announced, logged, rest }
}

/** A store whose calls are listed, and which can be told to refuse. */
export interface WatchedStore {
  readonly store: WorkspaceStore
  readonly calls: string[]
  /** Makes every call of this name refuse, until it is told otherwise. */
  refuse(call: keyof WorkspaceStore, refusal: Refusal | undefined): void
  idle(): Promise<void>
}

function watch(store: WorkspaceStore): WatchedStore {
  const calls: string[] = []
  const refusals = new Map<PropertyKey, Refusal>()
  const running = new Set<Promise<unknown>>()
  const watched = new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        calls.push(String(name))
        const refusal = refusals.get(name)
        const done = refusal
          ? Promise.resolve({ ok: false, refusal })
          : (member as (...given: unknown[]) => Promise<unknown>).apply(target, args)
        const settled = done.finally(() => running.delete(settled))
        running.add(settled)
        return settled
      }
    },
  })
  return {
    store: watched,
    calls,
    refuse: (call, refusal) => void (refusal ? refusals.set(call, refusal) : refusals.delete(call)),
    async idle() {
      while (running.size > 0) await Promise.allSettled(running)
      // What follows from an answer is done before the next turn of the event loop.
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

/** Time stands still, but each look at the clock is a second later than the one before. */
function handClock() {
  let second = 100
  const due = new Set<() => void>()
  return {
    now: () => time(++second),
    later: (_: number, run: () => void) => {
      const entry = (): void => run()
      due.add(entry)
      return () => void due.delete(entry)
    },
    pass() {
      // What is put off again while time passes is not due yet.
      for (const run of Array.from(due)) {
        due.delete(run)
        run()
      }
    },
  }
}

// Only has to tell texts apart, and to be of the right form.
export function hashOf(text: string): string {
  let hash = 17n
  for (const character of text) hash = (hash * 31n + BigInt(character.codePointAt(0)!)) % 2n ** 256n
  return hash.toString(16).padStart(64, '0')
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** Files as they are handed to the library: `filesOf({ 'cat.txt': 'the cat' })`. */
export const filesOf = (texts: Readonly<Record<string, string>>): Params<'library.add'>['files'] =>
  Object.entries(texts).map(([name, text]) => ({ name, bytes: bytesOf(text) }))

/** Somebody with an article open in a window: tags what stands in brackets, and sends the edit. */
export class Annotator {
  readonly id: string
  readonly author: Author
  readonly #client: Client
  state: DocumentState

  private constructor(client: Client, id: string, author: Author, state: DocumentState) {
    this.#client = client
    this.id = id
    this.author = author
    this.state = state
  }

  static async at(rehearsal: Pick<Rehearsal, 'client'>, id: string): Promise<Annotator> {
    const opened = expectOk(await rehearsal.client.send('article.open', { id }))
    const { person } = expectOk(await rehearsal.client.send('workspace.open', {}))
    // The time keeps what one annotator makes apart from what another makes of the same.
    const ids = countingIds()
    const mine = `r${opened.revision}`
    return new Annotator(
      rehearsal.client,
      id,
      authorOf(person, (kind) => `${ids(kind)}-${mine}`),
      stateOf(opened.corrected?.text ?? opened.article.text, opened, opened.corrected?.lines),
    )
  }

  /** The edit that tags what stands in brackets; the words around it must be the article's. */
  tagging(source: string, tagId = 'claim'): Edit {
    const { text, ranges } = marked(source)
    if (text !== this.state.text) throw new Error(`the article is “${this.state.text}”`)
    const tag = this.author.codebook.tags.find(({ id }) => id === tagId)!
    return tagSpan(this.state, this.author, tag, ranges).edit
  }

  perform(edit: Edit) {
    return this.#client.send('article.perform', { id: this.id, edit })
  }

  /** Tags and sees to it that it is done. */
  tags(source: string, tagId = 'claim'): Promise<Edit> {
    return this.does(this.tagging(source, tagId))
  }

  /** Performs an edit and sees to it that it is done. */
  async does(edit: Edit): Promise<Edit> {
    expectOk(await this.perform(edit))
    const opened = expectOk(await this.#client.send('article.open', { id: this.id }))
    this.state = stateOf(opened.corrected?.text ?? opened.article.text, opened, opened.corrected?.lines)
    return edit
  }
}

/** The edit that puts words, with no line end among them, in the place of what stands in brackets and is not tagged. */
export function correction(source: string, words: string, id = 'correction-1'): Edit {
  const { text, range } = marked(source)
  const from = { words: text.slice(range.start, range.end), styles: [] }
  const to = { words, styles: [] }
  const change: Change = { of: 'text', kind: 'replace', start: range.start, from, to }
  return { id, name: 'Correct the text', author: ada.id, at: time(50), changes: [change] }
}
