import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { answer } from '../../api/wire'
import { type Outcome, ok } from '../../base/outcome'
import { logToTerminal as log } from '../log'
import { listPageFiles } from '../page-files'
import { ownWorkspace } from '../wiring'
import { startWorkbench } from '../workspace'
import { openAddress } from './open-address'
import { type BrowserOptions, parseBrowserOptions } from './options'
import { serve } from './serve'

const BEAT_MS = 30_000

/** Starts Assay for this machine's browser; gives what stops it. */
async function start(options: BrowserOptions): Promise<Outcome<() => Promise<void>>> {
  const files = await listPageFiles(join(import.meta.dirname, '../renderer'))
  if (!files.ok) return files
  const started = await startWorkbench({
    kind: 'browser',
    folder: options.workspace ?? ownWorkspace(),
    log,
  })
  if (!started.ok) return started
  const workbench = started.value
  const server = await serve({
    port: options.port,
    files: files.value,
    answer: answer(workbench.handlers, log),
    subscribe: workbench.subscribe,
    newSecret: () => randomBytes(24).toString('base64url'),
    log,
  })
  if (!server.ok) {
    await workbench.close()
    return server
  }
  if (options.files.length > 0) await workbench.openFiles(options.files)
  const beat = setInterval(() => server.value.beat(), BEAT_MS)
  process.stdout.write(`Assay is open at ${server.value.address}\n`)
  if (options.open) openAddress(server.value.address, log)
  return ok(async () => {
    clearInterval(beat)
    await server.value.close()
    await workbench.close()
  })
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const options = parseBrowserOptions(process.argv.slice(2), process.cwd())
  if (!options.ok) return fail(options.refusal.message)
  const started = await start(options.value)
  if (!started.ok) return fail(started.refusal.message)
  const stop = new Promise<void>((resolve) => {
    // Again and again, since a terminal and its programs may each pass on the same signal.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
  await stop
  await started.value()
  process.exit(0)
}

await run()
