import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ok } from '../base/outcome'
import { assaySchema } from '../formats/sets/assay-file'
import type { Command } from './command'
import { replaceFile } from './replace-file'

/** JSON: `path`, the file that was written. */
export const schemas: Command = {
  name: 'schemas',
  usage: '--out DIR',
  about: 'Write the JSON Schema of Assay’s own format into a folder.',
  takes: ['out'],
  operands: { least: 0, most: 0 },
  misuse: ({ options }) => (options.out ? undefined : 'Say which folder, with --out.'),
  async run({ options }, io) {
    const folder = resolve(io.folder, options.out!)
    await mkdir(folder, { recursive: true })
    const path = join(folder, 'assay-1.schema.json')
    const text = `${JSON.stringify(assaySchema(), null, 2)}\n`
    const written = await replaceFile(path, new TextEncoder().encode(text))
    return written.ok ? ok({ text: `Wrote ${path}`, json: { path }, problems: [] }) : written
  },
}
