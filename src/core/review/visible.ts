import { extentOf, isExact } from '../annotation/span'
import type { Records } from '../change/state'
import { type Entry, type Ledger, collections, isAlive, keyOf } from './ledger'

/**
 * The entries of what a ledger says is there, by their keys: what is alive, and what that needs even where it was
 * removed: a link to a claim that somebody removed keeps the claim. What needs something that cannot be had does not
 * show. Depends on nothing but the ledger and the text.
 */
export function visibleIn(ledger: Ledger, text: string): ReadonlyMap<string, Entry> {
  const sight = new Sight(ledger, text)
  for (const [key, entry] of ledger) if (isAlive(entry)) sight.show(key)
  return sight.shown
}

/** What is visible as records. */
export function recordsIn(ledger: Ledger, text: string): Records {
  const records: { [K in keyof Records]: Records[K][number][] } = {
    sets: [],
    annotations: [],
    links: [],
    comments: [],
    verdicts: [],
    answers: [],
  }
  for (const { of, record } of visibleIn(ledger, text).values())
    (records[collections[of]] as Entry['record'][]).push(record)
  return records
}

/** What must be there for a record to be there, each as the keys of which one is enough. */
export function needsOf(entry: Entry): readonly (readonly string[])[] {
  switch (entry.of) {
    case 'set':
    case 'verdict':
      // A verdict brings along what it judged, and what came of it may be gone.
      return []
    case 'annotation':
      return [[keyOf('set', entry.record.set)]]
    case 'link': {
      const { set, from, to } = entry.record
      return [[keyOf('set', set)], [keyOf('annotation', from)], [keyOf('annotation', to)]]
    }
    case 'comment':
      return [[keyOf('annotation', entry.record.on), keyOf('link', entry.record.on)]]
    case 'answer':
      return [[keyOf('verdict', entry.record.on)]]
  }
}

class Sight {
  readonly shown = new Map<string, Entry>()
  readonly #ledger: Ledger
  readonly #text: string
  readonly #possible = new Map<string, boolean>()

  constructor(ledger: Ledger, text: string) {
    this.#ledger = ledger
    this.#text = text
  }

  /** Shows an entry with all that it needs, when all of it can be had. */
  show(key: string): void {
    const entry = this.#ledger.get(key)
    if (!entry || this.shown.has(key) || !this.#isPossible(key)) return
    this.shown.set(key, entry)
    for (const keys of needsOf(entry)) this.show(this.#firstPossible(keys)!)
  }

  #isPossible(key: string): boolean {
    const known = this.#possible.get(key)
    if (known !== undefined) return known
    const entry = this.#ledger.get(key)
    const possible =
      entry !== undefined &&
      this.#standsByItself(entry) &&
      needsOf(entry).every((keys) => this.#firstPossible(keys) !== undefined)
    this.#possible.set(key, possible)
    return possible
  }

  #firstPossible(keys: readonly string[]): string | undefined {
    return keys.find((key) => this.#isPossible(key))
  }

  /** The words of what was removed may have changed since: then it cannot come back by itself. */
  #standsByItself(entry: Entry): boolean {
    if (entry.of === 'link') return entry.record.from !== entry.record.to
    if (entry.of !== 'annotation') return true
    const { span } = entry.record
    return extentOf(span).end <= this.#text.length && isExact(this.#text, span)
  }
}
