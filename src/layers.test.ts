import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'
import { type Imports, cyclesIn, importsOf, violationsIn } from './testing/layers'

const root = resolve(import.meta.dirname, '..')

/** Configuration and declarations, which are of no layer. */
const ASIDE = new Set(['src/vitest.config.ts', 'src/platform.d.ts'])

/** Every source file that is no test, with what it imports. */
const files: Imports = new Map(
  ['src', 'renderer']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|cjs|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(root, file).replaceAll(sep, '/'), file] as const)
    .filter(([name]) => !/\.test\.tsx?$/.test(name) && !ASIDE.has(name))
    .map(([name, file]) => [name, importsOf(readFileSync(file, 'utf8'))]),
)

test('imports follow the layers', () => expect(violationsIn(files)).toEqual([]))

test('no file imports itself by a detour', () => expect(cyclesIn(files)).toEqual([]))

test('the files of every layer were looked at', () => {
  for (const folder of ['base', 'core', 'formats', 'api', 'store', 'workbench', 'hosts', 'cli', 'setup'])
    expect(
      [...files.keys()].some((file) => file.startsWith(`src/${folder}/`)),
      folder,
    ).toBe(true)
  expect([...files.keys()].some((file) => file.startsWith('renderer/editor/'))).toBe(true)
  expect(files.get('src/core/annotation/annotation.ts')).toEqual([
    'zod',
    '../../base/id',
    '../codebook/attribute',
    './span',
  ])
})

/** The violations of one file with one import, among files that there are. */
const violation = (file: string, specifier: string): string[] =>
  violationsIn(new Map([...files, [file, [specifier]]])).filter((sentence) => sentence.startsWith(`${file} `))

test.each([
  ['src/base/a.ts', '../core/library'],
  ['src/base/a.ts', 'papaparse'],
  ['src/core/a.ts', '../formats/sets/codec'],
  ['src/core/a.ts', 'node:fs'],
  ['src/formats/a.ts', '../api/wire'],
  ['src/api/a.ts', '../store/store'],
  ['src/store/a.ts', '../workbench/ports'],
  ['src/store/a.ts', 'electron'],
  ['src/workbench/a.ts', '../store/journal'],
  ['src/workbench/a.ts', '../hosts/log'],
  ['src/workbench/a.ts', 'node:path'],
  ['src/workbench/a.ts', './testing/rehearsal'],
  ['src/core/a.ts', '../testing/marked'],
  ['src/hosts/a.ts', '../cli/main'],
  ['src/hosts/a.ts', '../formats/sets/tables/csv'],
  ['src/hosts/a.ts', 'electron'],
  ['src/hosts/browser/a.ts', '../electron/main'],
  ['src/hosts/a.ts', '../testing/marked'],
  ['src/cli/a.ts', '../formats/articles/markdown'],
  ['src/cli/a.ts', 'electron'],
  ['src/setup/a.mjs', 'vite'],
  ['src/setup/a.mjs', '../base/outcome.ts'],
  ['renderer/a.tsx', '../src/store/store'],
  ['renderer/a.tsx', '../src/formats/sets/codec'],
  ['renderer/a.tsx', '../src/testing/marked'],
  ['renderer/a.tsx', 'node:path'],
  ['renderer/state/a.ts', 'prosemirror-state'],
  ['renderer/features/library/a.tsx', '../annotate/b'],
  ['renderer/features/library/a.tsx', 'prosemirror-view'],
  ['renderer/editor/a.ts', '../features/annotate/b'],
  ['renderer/editor/a.ts', '../../src/workbench/ports'],
  ['src/core/a.ts', 'base/outcome'],
  ['src/elsewhere/a.ts', 'zod'],
])('%s must not import %s', (file, specifier) => {
  expect(violation(file, specifier)).toHaveLength(1)
})

test.each([
  ['src/core/a.ts', '../base/outcome'],
  ['src/core/change/a.ts', '../document/text'],
  ['src/workbench/a.ts', '../store/workspace'],
  ['src/workbench/a.ts', '../formats/articles/reader'],
  ['src/hosts/electron/a.ts', '../log'],
  ['src/hosts/electron/a.ts', 'electron'],
  ['src/hosts/a.ts', '../store/journal'],
  ['src/cli/a.ts', '../formats/sets/index'],
  ['src/setup/a.mjs', 'node:fs/promises'],
  ['src/setup/a.mjs', './places.mjs'],
  ['renderer/a.tsx', './features/library/a'],
  ['renderer/a.tsx', './styles.css'],
  ['renderer/a.tsx', 'react-dom/client'],
  ['renderer/editor/a.ts', 'prosemirror-view'],
  ['renderer/features/library/a.tsx', './b'],
  ['renderer/features/library/a.tsx', '../../../src/core/library'],
  ['renderer/features/library/a.tsx', '../../editor/editor'],
  ['renderer/features/library/a.tsx', '@tanstack/react-virtual'],
])('%s may import %s', (file, specifier) => {
  expect(violation(file, specifier)).toEqual([])
})

test('a detour is named from end to end', () => {
  const knot: Imports = new Map([
    ['src/core/a.ts', ['./b', 'zod']],
    ['src/core/b.ts', ['./folder/c']],
    ['src/core/folder/c.ts', ['../a', './d']],
    ['src/core/folder/d.ts', []],
  ])
  expect(cyclesIn(knot)).toEqual(['src/core/a.ts → src/core/b.ts → src/core/folder/c.ts → src/core/a.ts'])
  expect(cyclesIn(new Map([['src/core/a.ts', ['./a']]]))).toEqual(['src/core/a.ts → src/core/a.ts'])
  expect(
    cyclesIn(
      new Map([
        ['src/core/a.ts', ['./b', './c']],
        ['src/core/b.ts', ['./c']],
        ['src/core/c.ts', []],
      ]),
    ),
  ).toEqual([])
})

test.each([
  ["import a, { type B } from './a'", './a'],
  ["import type { A } from '../a'", '../a'],
  ["import {\n  a,\n  b,\n} from './a'", './a'],
  ["import './a.css'", './a.css'],
  ["export * from './a'", './a'],
  ["export { a } from './a'", './a'],
  ["const { a } = await import('./a')", './a'],
  ["let a: import('./a').A", './a'],
  ["/** @param {import('node:http').Server} server */", 'node:http'],
  ["const a = require('./a')", './a'],
  ['await import(name)', 'name'],
])('%j imports %s', (source, specifier) => expect(importsOf(source)).toEqual([specifier]))

test('what only looks like an import is none', () => {
  expect(
    importsOf("export const a = 'import x'\n// import b from './b'\nconst c = \"from './c'\"\n"),
  ).toEqual([])
})
