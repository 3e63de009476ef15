import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { idMaker } from '../base/id'
import { expectOk } from '../base/outcome'
import { redoEdit, undoEdit } from '../core/change/edits'
import { type DocumentState, recordsOf, stateOf } from '../core/change/state'
import { timelineOf } from '../core/change/timeline'
import { openWorkspace } from '../store/disk-store'
import { type Gesture, anyGesture, editBy } from '../testing/gestures'
import { ada, authorOf, time } from '../testing/records'
import { type Rehearsal, filesOf, rehearse } from './testing/rehearsal'

// Synced files and many starts: quick alone, slow on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

const newId = idMaker((count) => randomBytes(count))
const author = authorOf(ada, newId)

/** How a host may end between two gestures, if it does. */
const anyEnd = fc.constantFrom('goes on', 'goes on', 'goes on', 'goes on', 'is closed', 'is killed')
const anyWalk = fc.array(fc.record({ gesture: anyGesture, end: anyEnd }), { minLength: 1, maxLength: 25 })

/** A workspace with one document, whose host ends and starts again. */
class Desk {
  readonly #folder: string
  #rehearsal: Rehearsal | undefined
  #id = ''

  constructor(folder: string) {
    this.#folder = folder
  }

  async start(): Promise<void> {
    const options = { now: () => time(0), newId, hostName: 'desk', pid: process.pid }
    const store = expectOk(await openWorkspace(join(this.#folder, 'texts'), options))
    this.#rehearsal = rehearse({ store, ports: { newId } })
  }

  async add(text: string): Promise<void> {
    const files = filesOf({ 'walk.txt': text })
    this.#id = expectOk(await this.#client.send('library.add', { files })).added[0]!.id
  }

  async state(): Promise<DocumentState> {
    const opened = await this.#opened()
    const { text, lines } = opened.corrected ?? opened.article
    return stateOf(text, opened, lines)
  }

  async timeline() {
    const { revision } = await this.#opened()
    const asked = { id: this.#id, before: revision, count: 1000 }
    return timelineOf(expectOk(await this.#client.send('article.history', asked)).edits)
  }

  async perform(edit: Parameters<typeof undoEdit>[1]): Promise<void> {
    expectOk(await this.#client.send('article.perform', { id: this.#id, edit }))
  }

  async end(how: string): Promise<void> {
    const before = await this.state()
    if (how === 'is closed') await this.#rehearsal!.workbench.close()
    else await this.#rehearsal!.store.store.close()
    await this.start()
    expect(sorted(await this.state())).toEqual(sorted(before))
  }

  async leave(): Promise<void> {
    await this.#rehearsal?.workbench.close()
  }

  get #client() {
    return this.#rehearsal!.client
  }

  async #opened() {
    return expectOk(await this.#client.send('article.open', { id: this.#id }))
  }
}

const byId = <R extends { readonly id: string }>(list: readonly R[]) =>
  list.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Everything, with the records by id: their order means nothing. */
function sorted(state: DocumentState) {
  const { sets, annotations, links, comments } = recordsOf(state)
  const { text, lines } = state
  return {
    text,
    lines,
    sets: byId(sets),
    annotations: byId(annotations),
    links: byId(links),
    comments: byId(comments),
  }
}

async function walk(desk: Desk, steps: readonly { readonly gesture: Gesture; readonly end: string }[]) {
  const states = [await desk.state()]
  for (const { gesture, end } of steps) {
    const edit = editBy(author, states.at(-1)!, gesture, states)
    if (edit) await desk.perform(edit)
    if (edit) states.push(await desk.state())
    if (end !== 'goes on') await desk.end(end)
  }
}

test('whatever is done, and wherever the host ends: it is there again, can all be undone, and all be done again', () =>
  fc.assert(
    fc.asyncProperty(anyWalk, async (steps) => {
      const folder = await mkdtemp(join(tmpdir(), 'assay-walk-'))
      const desk = new Desk(folder)
      try {
        await desk.start()
        await desk.add('A heading\n\nNearly 10 percent, said Ines Falk. 📉 “It rains.”\nThe end.')
        const beginning = await desk.state()
        await walk(desk, steps)
        const end = await desk.state()
        for (let edit; (edit = (await desk.timeline()).undo.at(-1));)
          await desk.perform(undoEdit(author, edit))
        expect(sorted(await desk.state())).toEqual(sorted(beginning))
        await desk.end('is killed')
        for (let edit; (edit = (await desk.timeline()).redo.at(-1));)
          await desk.perform(redoEdit(author, edit))
        expect(sorted(await desk.state())).toEqual(sorted(end))
      } finally {
        await desk.leave()
        await rm(folder, { recursive: true })
      }
    }),
    { numRuns: 20 },
  ))
