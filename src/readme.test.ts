import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { commandsFor } from './api/commands'
import { newsCodebook } from './core/codebook/news'
import { readers } from './formats/articles/index'
import { codecs } from './formats/sets/index'

// The README's tables are made from the code. After a change of commands or formats:
//   UPDATE_README=1 npx vitest run --config src/vitest.config.ts src/readme.test.ts
const file = resolve(import.meta.dirname, '../README.md')
const readme = readFileSync(file, 'utf8')

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' or ')
const yes = (held: boolean): string => (held ? 'yes' : '–')

const PARTS = [
  'pieces',
  'overlaps',
  'links',
  'notes',
  'comments',
  'attributes',
  'annotators',
  'text',
] as const

const tables = {
  keys: table(
    ['Command', 'Keys'],
    commandsFor(newsCodebook)
      .filter(({ keys }) => keys.length > 0)
      .map(({ name, keys }) => [name.replace('…', ''), code(keys)]),
  ),
  articles: table(
    ['Article', 'Files'],
    readers.map(({ name, extensions }) => [name, code(extensions.map((extension) => `.${extension}`))]),
  ),
  sets: table(
    ['Format', 'id', 'file', 'read', ...PARTS, 'counts in'],
    codecs.map(({ name, id, extension, reader, capabilities: holds }) => [
      name,
      `\`${id}\``,
      `.${extension}`,
      yes(reader !== undefined),
      ...PARTS.map((part) => yes(holds[part])),
      holds.offsets,
    ]),
  ),
}

test.each(Object.entries(tables))('the table of %s is that of the code', (name, rows) => {
  const block = new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- /${name} -->)`)
  expect(readme).toMatch(block)
  const now = readFileSync(file, 'utf8').replace(block, `$1\n${rows}\n$2`)
  if (process.env['UPDATE_README']) writeFileSync(file, now)
  else expect(readme).toBe(now)
})

test('every file and folder that the map names is there', () => {
  const named = [...readme.matchAll(/^\| [^|]+ \| `((?:src|renderer|seeds|e2e|resources)[^`]*)` \|$/gm)].map(
    ([, path]) => path!,
  )
  expect(named.length).toBeGreaterThan(10)
  for (const path of named) expect(() => readFileSync(resolve(file, '..', path)), path).not.toThrow(/ENOENT/)
})
