import type { Reply } from '../api/contract'
import { type Outcome, ok } from '../base/outcome'
import { readers } from '../formats/articles/index'
import { choicesOf } from '../formats/sets/choices'
import type { Capabilities, Codec } from '../formats/sets/codec'
import { codecs } from '../formats/sets/index'
import type { Catalogue } from './catalogue'
import type { Library } from './library'
import type { Ports } from './ports'
import type { Requested } from './requested'
import type { Samples } from './samples'

export interface Surroundings {
  readonly ports: Pick<Ports, 'host' | 'name' | 'store'>
  readonly catalogue: Catalogue
  readonly library: Library
  readonly samples: Samples
  readonly requested: Requested
}

/** What a window needs to draw itself. */
export async function openWorkspace({
  ports,
  catalogue,
  library,
  samples,
  requested,
}: Surroundings): Promise<Outcome<Reply<'workspace.open'>>> {
  const offered = await samples.offered()
  return ok({
    host: ports.host,
    name: ports.name,
    person: catalogue.person,
    codebook: catalogue.codebook,
    earlier: [...catalogue.earlier],
    preferences: ports.store.preferences,
    documents: library.list(),
    samples: offered,
    readers: readers.map(({ id, name, extensions }) => ({ id, name, extensions: [...extensions] })),
    codecs: codecs.map(formatOf),
    ...requested.now(),
  })
}

/** What a dialog shows of a format. */
function formatOf(codec: Codec): Reply<'workspace.open'>['codecs'][number] {
  const { id, name, extension, capabilities, reader } = codec
  return {
    id,
    name,
    extension,
    holds: holdsOf(capabilities),
    reads: reader ? [...(reader.extensions ?? [extension])] : [],
    choices: choicesOf(codec).map(({ options, ...choice }) => ({
      ...choice,
      options: options.map((option) => ({ id: option.id, name: option.name })),
    })),
  }
}

const PARTS: readonly (readonly [Exclude<keyof Capabilities, 'offsets'>, string])[] = [
  ['text', 'the articles’ texts'],
  ['pieces', 'annotations in several pieces'],
  ['overlaps', 'overlaps'],
  ['links', 'links'],
  ['notes', 'notes'],
  ['comments', 'comments'],
  ['verdicts', 'verdicts'],
  ['attributes', 'attributes'],
  ['annotators', 'several annotators'],
]

/** A sentence for a dialog: “Holds notes and links, but no attributes.” */
export function holdsOf(capabilities: Capabilities): string {
  const held = PARTS.flatMap(([part, words]) => (capabilities[part] ? [words] : []))
  const lacking = PARTS.flatMap(([part, words]) => (capabilities[part] ? [] : [words]))
  if (lacking.length === 0) return 'Holds everything.'
  if (held.length === 0) return `Holds no ${listed(lacking, 'or')}.`
  return `Holds ${listed(held, 'and')}, but not ${listed(lacking, 'or')}.`
}

const listed = (words: readonly string[], last: 'and' | 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`
