// Stands in for the default app that packagers drop: `electron [flags] APP [arguments]` runs the app in folder APP.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

/**
 * @param {readonly string[]} args of the executable
 * @returns {{ folder: string | undefined, preloads: string[] }}
 */
function readArguments(args) {
  const preloads = []
  const rest = args.values()
  for (const arg of rest) {
    if (arg === '-r' || arg === '--require') preloads.push(rest.next().value ?? '')
    else if (!arg.startsWith('-')) return { folder: arg, preloads }
  }
  return { folder: undefined, preloads }
}

/**
 * Electron keeps two methods for its default app and leaves them out of its types.
 * @param {'setVersion' | 'setAppPath'} method
 * @param {string} value
 */
function set(method, value) {
  Reflect.apply(Reflect.get(app, method), app, [value])
}

/** @param {string} folder */
async function open(folder) {
  const {
    main = 'index.js',
    name,
    productName,
    version,
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const title = productName ?? name
  if (title) {
    app.setName(title)
    app.setPath('userData', join(app.getPath('appData'), title))
  }
  if (version) set('setVersion', version)
  set('setAppPath', folder)
  await import(pathToFileURL(join(folder, main)).href)
}

const { folder, preloads } = readArguments(process.argv.slice(1))
try {
  if (folder === undefined) throw new Error('usage: electron [flags] APP [arguments]')
  // Apps ask this to tell `electron APP` from an app of their own.
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  const require = createRequire(import.meta.url)
  for (const preload of preloads) require(resolve(preload))
  await open(resolve(folder))
} catch (error) {
  console.error(error)
  app.exit(1)
}
