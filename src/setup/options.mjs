import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const startUsage = `usage: npm start -- [--electron | --browser] [--workspace DIR] [--port N] [--no-open] [FILE…]

  --electron       open Assay's own window, or say why that cannot be (status 3)
  --browser        serve Assay to this machine's web browser
  --workspace DIR  the folder that keeps articles and annotations
  --port N         browser only: the port to listen on, 0 for any free one
  --no-open        browser only: print the address, open nothing
  FILE…            articles to import and open

Without --electron or --browser: the window where there can be one, else the browser.`

/**
 * @typedef {object} StartOptions
 * @property {'electron' | 'browser' | null} host null: whichever can be
 * @property {string | null} workspace absolute
 * @property {number | null} port
 * @property {boolean} open whether the browser host may open a browser
 * @property {string[]} files absolute
 * @property {boolean} help
 */

/**
 * @param {readonly string[]} args
 * @param {string} folder what relative paths are relative to
 * @returns {{ options: StartOptions, wrong?: never } | { options?: never, wrong: string }}
 */
export function parseStart(args, folder) {
  const parsed = parse(args, {
    electron: { type: 'boolean' },
    browser: { type: 'boolean' },
    workspace: { type: 'string' },
    port: { type: 'string' },
    'no-open': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  })
  if (parsed.wrong !== undefined) return parsed
  const { electron, browser, workspace, port, help } = parsed.values
  if (electron && browser) return { wrong: '--electron and --browser exclude each other' }
  if (workspace === '') return { wrong: '--workspace needs a folder' }
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65536)) {
    return { wrong: `--port needs a whole number from 0 to 65535, not “${port}”` }
  }
  return {
    options: {
      host: electron ? 'electron' : browser ? 'browser' : null,
      workspace: workspace === undefined ? null : resolve(folder, workspace),
      port: port === undefined ? null : Number(port),
      open: !parsed.values['no-open'],
      files: parsed.positionals.map((file) => resolve(folder, file)),
      help: help ?? false,
    },
  }
}

/** @typedef {'types' | 'lint' | 'format' | 'unit' | 'e2e'} Step */

/** In the order they run. */
export const steps = /** @type {const} */ (['types', 'lint', 'format', 'unit', 'e2e'])

export const testUsage = `usage: npm test [-- --only ${steps.join('|')}[,…]]`

/**
 * @param {readonly string[]} args
 * @returns {{ only: ReadonlySet<Step>, wrong?: never } | { only?: never, wrong: string }}
 */
export function parseTest(args) {
  const parsed = parse(args, { only: { type: 'string', multiple: true } })
  if (parsed.wrong !== undefined) return parsed
  const named = (parsed.values.only ?? [...steps]).flatMap((names) => names.split(','))
  const unknown = [...parsed.positionals, ...named.filter((name) => !steps.some((step) => step === name))]
  if (unknown.length > 0) return { wrong: `no step is called “${unknown[0]}”` }
  return { only: new Set(steps.filter((step) => named.includes(step))) }
}

/**
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} T
 * @param {readonly string[]} args
 * @param {T} options
 */
function parse(args, options) {
  try {
    return {
      wrong: undefined,
      ...parseArgs({ args: [...args], options, allowPositionals: true, strict: true }),
    }
  } catch (error) {
    // Its messages go on with advice about quoting.
    const first = /^[^\n]*?(?=\. |\.?$|\n)/m.exec(error instanceof Error ? error.message : String(error))
    return { wrong: first?.[0] ?? 'these options cannot be read' }
  }
}
