import { ok } from '../base/outcome'
import { readers } from '../formats/articles/index'
import { choicesOf } from '../formats/sets/choices'
import { codecs } from '../formats/sets/index'
import type { Command } from './command'
import { table } from './text'

/**
 * JSON: `articles`, what can be imported, with `id`, `name` and `extensions`; `sets`, what annotation sets can be
 * exported as, with `id`, `name`, `extension`, `mediaType`, `specification`, `capabilities`, `choices`, and whether sets are read from it.
 */
export const formats: Command = {
  name: 'formats',
  usage: '',
  about: 'List what can be imported and what can be exported.',
  takes: [],
  operands: { least: 0, most: 0 },
  run: async () => ok({ text: text(), json: json(), problems: [] }),
}

const text = (): string =>
  [
    'Articles:',
    ...table(
      readers.map(({ id, name, extensions }) => [`  ${id}`, name, extensions.map((e) => `.${e}`).join(' ')]),
    ),
    'Annotation sets:',
    ...table(
      codecs.map(({ id, name, extension, specification, reader }) => [
        `  ${id}`,
        name,
        `.${extension}`,
        reader ? 'read and written' : 'written',
        specification,
      ]),
    ),
  ].join('\n')

const json = (): Record<string, unknown> => ({
  articles: readers.map(({ id, name, extensions }) => ({ id, name, extensions })),
  sets: codecs.map((codec) => {
    const { id, name, extension, mediaType, specification, capabilities, reader } = codec
    const reads = reader !== undefined
    return { id, name, extension, mediaType, specification, capabilities, choices: choicesOf(codec), reads }
  }),
})
