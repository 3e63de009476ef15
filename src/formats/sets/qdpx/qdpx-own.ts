import { z } from 'zod'
import { id } from '../../../base/id'
import { attributeValue } from '../../../core/codebook/attribute'
import { parseJson } from '../set-file'
import { writableJson } from './qdpx-xml'

/**
 * What a QDPX project has no place for stands in the Description of its source, its selection or its note, which
 * programs show but do not interpret: `Assay annotation: {"id":"ann-1","codebook":2}`.
 */
const forms = {
  /** Of a TextSource. */
  article: z.object({ id, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** Of every selection of an annotation: those with the same id are its pieces. */
  annotation: z.object({ id, codebook: z.number().int().min(1) }),
  /** Of a Note that is the note of an annotation or a link; `words` where XML cannot hold them. */
  note: z.object({ on: id, words: z.string().optional() }),
  /** Of a Note that lists the attributes of an annotation. */
  attributes: z.object({ on: id, values: z.record(z.string(), attributeValue) }),
  /** Of a Note that says that several selections are one annotation. */
  pieces: z.object({ on: id }),
  comment: z.object({ id, on: id, words: z.string().optional() }),
  /** Of a Note that says what a link says: some programs drop links. */
  link: z.object({ id, type: z.string(), from: id, to: id }),
} as const

type Kind = keyof typeof forms
export type Own<K extends Kind> = z.infer<(typeof forms)[K]>

export const describe = <K extends Kind>(kind: K, value: Own<K>): string =>
  `Assay ${kind}: ${writableJson(value)}`

/** What was described so, if the description is one of ours of this kind; anything else is somebody's words. */
export function described<K extends Kind>(kind: K, description: string): Own<K> | undefined {
  const start = `Assay ${kind}: `
  const words = description.trim()
  if (!words.startsWith(start)) return undefined
  const json = parseJson(words.slice(start.length), 'description')
  const parsed = json.ok ? forms[kind].safeParse(json.value) : undefined
  return parsed?.success ? (parsed.data as Own<K>) : undefined
}

/**
 * The GUID of a thing of ours, a UUID of version 8 (RFC 9562, “custom”): a pure function of what the thing is and of its
 * ids, so that two exports of one thing name it alike. The 122 bits that are free come from four lanes of 32 bits, each
 * of which multiplies and rotates every unit in, begun differently and mixed at the end. It tells things apart; it
 * proves nothing.
 */
export function guidOf(kind: string, ...parts: readonly (string | number)[]): string {
  const words = [kind, ...parts].join('\n') // ids hold no line ends
  const lanes = new Uint32Array([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]) // digits of π
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at)
    for (let k = 0; k < 4; k++) lanes[k] = turned(Math.imul(lanes[k]! ^ unit, MULTIPLIERS[k]!), 13 + k)
  }
  for (let round = 0; round < 8; round++) {
    const k = round % 4
    lanes[k] = mixed(lanes[k]! ^ lanes[(k + 3) % 4]!)
  }
  const hex = Array.from(lanes, (lane) => lane.toString(16).padStart(8, '0')).join('')
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

// Bits of the square roots of 5, 7, 11 and 13, made odd, so that multiplying by them loses nothing.
const MULTIPLIERS = [0x3c6ef373, 0xa54ff53b, 0x510e527f, 0x9b05688d]

const turned = (lane: number, by: number): number => (lane << by) | (lane >>> (32 - by))

function mixed(lane: number): number {
  const half = Math.imul(lane ^ (lane >>> 15), MULTIPLIERS[0]!)
  return Math.imul(half ^ (half >>> 13), MULTIPLIERS[1]!) ^ (half >>> 16)
}
