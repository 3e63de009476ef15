import { type Outcome, ok, refuse } from '../../base/outcome'
import { prepared } from './choices'
import type { Chosen, Exported } from './codec'
import { codecById, codecs } from './index'
import { describeLoss, lossesOf } from './losses'
import { readSets } from './reading'
import { differencesFrom } from './reading-back'
import { SetFile } from './set-file'

/** A file of annotation sets, what it does not hold, and whether it says what was meant. */
export interface WrittenSets {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly losses: string[]
  /** What did not come back when the file was read again, as sentences; absent when the format is not read. */
  readonly differences?: string[]
}

/** Writes sets in a format and reads the file again: it is called good only when all is there that it claims to hold. */
export function writeSets(exported: Exported, format: string, chosen: Chosen): Outcome<WrittenSets> {
  const codec = codecById(format)
  if (!codec) return refuse('invalid', noFormat(format))
  const meant = prepared(exported, codec, chosen)
  const bytes = codec.write(meant, chosen)
  const losses = lossesOf(exported, codec, chosen).map((loss) => describeLoss(loss, codec, chosen))
  if (!codec.reader) return ok({ bytes, losses })
  const read = readSets([new SetFile(`export.${codec.extension}`, bytes)], format)
  const differences = read.ok ? differencesFrom(meant, read.value, codec, chosen) : [read.refusal.message]
  return ok({ bytes, losses, differences })
}

export const noFormat = (format: string): string =>
  `There is no format “${format}”. Formats are ${codecs.map(({ id }) => id).join(', ')}.`
