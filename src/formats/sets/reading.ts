import { type Outcome, ok, refuse } from '../../base/outcome'
import type { Codec, SetReader } from './codec'
import type { IncomingSets } from './incoming'
import { codecById, codecs } from './index'
import type { SetFile } from './set-file'
import { filesInZip } from './zip'

/** What was read, and as which format. */
export interface ReadSets extends IncomingSets {
  readonly format: string
}

/**
 * Reads annotation sets from files that belong together, in the format named or in the one that they are found to be
 * in. An archive that is no format of its own stands for the files in it. Files that no format knows are problems; when
 * none is left, the whole is refused.
 */
export function readSets(files: readonly SetFile[], format?: string): Outcome<ReadSets> {
  const named = format === undefined ? undefined : codecById(format)
  if (format !== undefined && !named?.reader)
    return refuse('invalid', `There is no format “${format}” that can be read. ${readable()}`)
  const unpacked = unpack(files, named)
  if (!unpacked.ok) return unpacked
  const found = named ?? formatOf(unpacked.value)
  if (!found)
    return refuse(
      'unreadable',
      `${listed(files)} ${files.length === 1 ? 'is' : 'are'} of no format of annotation sets that is known here. ${readable()}`,
    )
  const reader = found.reader as SetReader
  const belongs = (file: SetFile): boolean =>
    reader.recognises(file) || reader.companions?.includes(file.extension) === true
  const own = named ? unpacked.value : unpacked.value.filter(belongs)
  const read = reader.read(own)
  if (!read.ok) return read
  const strangers = unpacked.value
    .filter((file) => !own.includes(file))
    .map(({ name }) => ({ place: name, message: `This file is no ${found.name} and was passed over.` }))
  return ok({ ...read.value, problems: [...read.value.problems, ...strangers], format: found.id })
}

function unpack(files: readonly SetFile[], named: Codec | undefined): Outcome<readonly SetFile[]> {
  const unpacked: SetFile[] = []
  for (const file of files) {
    if (!file.isZip || named?.reader?.recognises(file) || formatOf([file])) {
      unpacked.push(file)
      continue
    }
    const inside = filesInZip(file)
    if (!inside.ok) return inside
    unpacked.push(...inside.value)
  }
  return ok(unpacked)
}

/** The first format that knows the first file which any knows; formats are asked in the order of their list. */
const formatOf = (files: readonly SetFile[]): Codec | undefined =>
  codecs.find(({ reader }) => reader !== undefined && files.some((file) => reader.recognises(file)))

const listed = (files: readonly SetFile[]): string => files.map(({ name }) => `“${name}”`).join(', ')

const readable = (): string =>
  `Formats that are read: ${codecs.flatMap(({ reader, name }) => (reader ? [name] : [])).join(', ')}.`
