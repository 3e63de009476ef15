import { posix } from 'node:path'

/** Source files by their path from the root, with what they import as it is written there. */
export type Imports = ReadonlyMap<string, readonly string[]>

interface Layer {
  /** What of ours it may import beside itself: folders, or single files without their extension. */
  readonly may: readonly string[]
  /** What it may name of packages, of `node:` and of `electron`. */
  readonly packages: RegExp
}

const pure = ['src/base', 'src/core']
/** What of the formats is there for others: the contracts, the lists, and what is lost. */
const formats = [
  'src/formats/articles/reader',
  'src/formats/articles/index',
  'src/formats/sets/codec',
  'src/formats/sets/choices',
  'src/formats/sets/index',
  'src/formats/sets/losses',
]
const store = ['src/store/store', 'src/store/workspace']
const hosted = [...pure, ...formats, 'src/api', 'src/store', 'src/workbench']
const front = [...pure, 'src/api']
const inside = ['renderer/platform', 'renderer/state', 'renderer/editor', 'renderer/ui', 'renderer/features']
const screens = /^(zod|react|react-dom|zustand|@tanstack\/react-virtual|@msgpack\/msgpack)$/

/** Who may import whom; the longest name that fits a file is its layer. `import type` makes no difference. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  'src/base': { may: [], packages: /^zod$/ },
  'src/core': {
    may: ['src/base'],
    packages: /^(zod|fast-diff|approx-string-match|munkres|pure-rand)$/,
  },
  'src/formats': {
    may: pure,
    packages:
      /^(zod|chardet|fflate|saxes|mdast|mdast-util-from-markdown|papaparse|wink-nlp|wink-eng-lite-web-model)$/,
  },
  'src/api': { may: pure, packages: /^(zod|@msgpack\/msgpack)$/ },
  'src/store': { may: pure, packages: /^(zod|lowdb|node:.*)$/ },
  'src/workbench': {
    may: [...pure, 'src/formats', 'src/api', ...store],
    packages: /^(zod)$/,
  },
  'src/hosts': { may: hosted, packages: /^(zod|ws|@msgpack\/msgpack|node:.*)$/ },
  'src/hosts/electron': { may: [...hosted, 'src/hosts'], packages: /^(zod|electron|node:.*)$/ },
  'src/cli': { may: [...hosted, 'src/hosts'], packages: /^node:/ },
  'src/setup': { may: [], packages: /^node:/ },
  // The main file of a downloaded Electron that is not packaged; it goes on with the file it is told.
  'src/setup/electron-launcher': { may: [], packages: /^(electron|node:.*|pathToFileURL\(.*)$/ },
  renderer: { may: [...front, ...inside], packages: screens },
  'renderer/editor': {
    may: [...front, ...inside.filter((folder) => folder !== 'renderer/features')],
    packages: new RegExp(`${screens.source}|^prosemirror-`),
  },
}

/** What breaks the rules, as sentences; a feature is a layer of its own, and must not see another. */
export function violationsIn(files: Imports): string[] {
  return [...files].flatMap(([file, specifiers]) => {
    const layer = layerOf(file)
    if (!layer) return [`${file} belongs to no layer`]
    return specifiers.flatMap((specifier) => {
      const target = resolveImport(files, file, specifier)
      const allowed =
        target === undefined
          ? layer.packages.test(packageOf(specifier))
          : isWithin(target, layer.name) && layerOf(target)?.name === layer.name
            ? true
            : mayImport(layer, target)
      return allowed ? [] : [`${file} must not import ${target ?? specifier}`]
    })
  })
}

type Named = Layer & { readonly name: string }

/** A folder `testing` stands with the tests: it may use what tests may, and only tests may use it. */
const TESTING = /(^|\/)testing\//

function layerOf(file: string): Named | undefined {
  if (TESTING.test(file)) return { name: 'testing', may: ['src'], packages: /./ }
  const feature = /^renderer\/features\/[^/]+/.exec(file)?.[0]
  if (feature)
    return {
      name: feature,
      may: [...front, ...inside.filter((folder) => folder !== 'renderer/features')],
      packages: screens,
    }
  const name = Object.keys(LAYERS)
    .filter((folder) => isWithin(file, folder))
    .toSorted((a, b) => b.length - a.length)[0]
  return name === undefined ? undefined : { ...LAYERS[name]!, name }
}

/** Hosts in general must not reach into the Electron one, which is why the layer of the target counts as well. */
function mayImport({ name, may }: Named, target: string): boolean {
  if (TESTING.test(target)) return name === 'testing'
  if (name === 'src/hosts' && isWithin(target, 'src/hosts/electron')) return false
  return may.some((folder) => isWithin(target, folder))
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}/`) || path.replace(/\.[^./]+$/, '') === folder

/** The path from the root of what a file imports by a relative path; undefined for packages. */
function resolveImport(files: Imports, file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const path = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''))
  return (
    ['', '.ts', '.tsx', '.mjs'].map((extension) => path + extension).find((name) => files.has(name)) ?? path
  )
}

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

/** The ways by which files come back to themselves, each once: `a → b → a`. */
export function cyclesIn(files: Imports): string[] {
  const cycles: string[] = []
  const done = new Set<string>()
  function visit(file: string, trail: readonly string[]): void {
    const before = trail.indexOf(file)
    if (before >= 0) cycles.push([...trail.slice(before), file].join(' → '))
    if (before >= 0 || done.has(file)) return
    for (const specifier of files.get(file) ?? []) {
      const target = resolveImport(files, file, specifier)
      if (target !== undefined && files.has(target)) visit(target, [...trail, file])
    }
    done.add(file)
  }
  for (const file of files.keys()) visit(file, [])
  return cycles
}

/** What a source imports: statically, dynamically, by `require`, as a type in a type or in a comment of JavaScript. */
export function importsOf(source: string): string[] {
  const patterns = [
    /^[ \t]*(?:import|export)\b(?:[^'";]*?\bfrom)?\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"`]([^'"`]+)['"`]/g,
    /^[^'"`\n]*\brequire\(\s*['"`]([^'"`]+)['"`]/gm, // not one that stands in a text
    /\bimport\(\s*([^\s'"`)][^)]*)\)/g, // a computed one cannot be checked, and is taken for a package of that name
  ]
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, specifier]) => specifier!))
}
