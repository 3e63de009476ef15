import type { ReactElement } from 'react'
import type { Session } from '../../../state/session'
import { type CsvRow, csvOf } from './csv'
import { pngOf, svgOf } from './picture'

/** What can be kept: a plot that is drawn to stand alone, and its data, or data alone. */
export interface Keepable {
  /** Of the file, without its ending. */
  readonly name: string
  readonly plot?: ReactElement
  readonly heads: readonly string[]
  readonly rows: () => readonly CsvRow[]
}

const TYPES = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv' } as const
export type Kept = keyof typeof TYPES

/** What a file says of where its figures come from, which the page says around them. */
export interface About {
  readonly facts: string
  /** What is supposed, as a sentence; empty when nothing is. */
  readonly supposed: string
}

/** Saves a plot or its data as exports are saved, and says where it went. */
export async function keep(session: Session, kept: Keepable, as: Kept, about: About): Promise<void> {
  const file = { name: `${kept.name}.${as}`, bytes: await bytesOf(kept, as, about) }
  const saved = await session.platform.saveFile(file, TYPES[as])
  if (!saved.ok) return session.status.warn(saved.refusal.message)
  if (saved.value.saved) session.status.say(`Saved ${saved.value.path ?? file.name}`)
}

async function bytesOf(
  { plot, heads, rows }: Keepable,
  as: Kept,
  { facts, supposed }: About,
): Promise<Uint8Array<ArrayBuffer>> {
  if (as === 'csv') {
    // What is supposed must not be taken for what is, in a table that is all there is left of it either.
    const table =
      supposed === ''
        ? csvOf(heads, rows())
        : csvOf(
            [...heads, 'what if'],
            rows().map((row) => [...row, supposed]),
          )
    return new TextEncoder().encode(table)
  }
  if (!plot) throw new Error('there is no plot to be drawn')
  const svg = svgOf(plot, [facts, supposed].filter(Boolean).join(' '))
  return as === 'svg' ? new TextEncoder().encode(svg) : pngOf(svg)
}
