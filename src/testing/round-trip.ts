import { expectOk } from '../base/outcome'
import type { Chosen, Codec, Exported } from '../formats/sets/codec'
import type { IncomingSets } from '../formats/sets/incoming'
import { differencesFrom } from '../formats/sets/reading-back'
import { SetFile } from '../formats/sets/set-file'
import { filesInZip } from '../formats/sets/zip'

/** A file as a person would have it: its name, and its text. */
export const setFile = (name: string, content: string | Uint8Array): SetFile =>
  new SetFile(name, typeof content === 'string' ? new TextEncoder().encode(content) : content)

/** Reads files with this codec, whichever they are. */
export function readWith(codec: Codec, ...files: SetFile[]): IncomingSets {
  if (!codec.reader) throw new Error(`${codec.id} is not read`)
  return expectOk(codec.reader.read(files))
}

/** What a format writes, read again: the files of an archive, unless the archive is the format. */
export function writtenAndRead(codec: Codec, exported: Exported, chosen?: Chosen): IncomingSets {
  const file = new SetFile(`export.${codec.extension}`, codec.write(exported, chosen))
  const inside = file.isZip && !codec.reader?.recognises(file) ? expectOk(filesInZip(file)) : [file]
  return readWith(codec, ...inside)
}

/** What does not come back of what the format claims to hold: nothing, for a codec that keeps its word. */
export const lostOnTheWay = (codec: Codec, exported: Exported, chosen?: Chosen): string[] =>
  differencesFrom(exported, writtenAndRead(codec, exported, chosen), codec, chosen)
