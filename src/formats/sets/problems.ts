import type { z } from 'zod'
import type { Problem } from './incoming'

const MOST = 1000 // more than anybody reads; a file in which everything is wrong must not fill the memory with it

/** Collects what cannot be taken while a file is read. */
export class Problems {
  readonly #list: Problem[] = []
  #more = 0

  add(place: string, message: string): void {
    if (this.#list.length < MOST) this.#list.push({ place, message })
    else this.#more++
  }

  /** The value when it is of the schema; otherwise undefined, and what is wrong with it is noted, first thing first. */
  checked<S extends z.ZodType>(schema: S, value: unknown, place: string): z.infer<S> | undefined {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    const { path, message } = parsed.error.issues[0]!
    this.add(placeIn(place, path), sentence(message))
    return undefined
  }

  get list(): readonly Problem[] {
    if (this.#more === 0) return this.#list
    return [...this.#list, { place: '', message: `${this.#more} more problems of this kind are not listed.` }]
  }
}

/** A place within a value: `documents[3].annotations[0].span`. */
export const placeIn = (place: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (at, step) =>
      typeof step === 'number' ? `${at}[${step}]` : at === '' ? String(step) : `${at}.${String(step)}`,
    place,
  )

const sentence = (message: string): string =>
  message.endsWith('.') ? message : `${message[0]?.toUpperCase() ?? ''}${message.slice(1)}.`
