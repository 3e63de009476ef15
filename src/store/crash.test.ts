import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { taggings } from './testing/taggings'
import { filesBelow, open, temporaryFolder } from './testing/workspaces'

const ROUNDS = 15
const work = taggings('doc-1', 20_000)

/** The program that is killed, in one file that Node runs by itself. */
async function bundle(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: fileURLToPath(new URL('testing/crash-child.ts', import.meta.url)),
      outDir: folder,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
    ssr: { noExternal: true },
  })
  return join(folder, 'child.mjs')
}

/** Lets the program work until it has said `enough` lines and some moments more; gives what it had confirmed by then. */
async function killedAtWork(
  program: string,
  folder: string,
  enough: number,
  moments: number,
): Promise<number> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  let said = ''
  child.stdout.setEncoding('utf8')
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.stdout.on('data', (chunk: string) => {
      said += chunk
      if (said.split('\n').length > enough) resolve()
    })
  })
  await wait(moments)
  expect(child.exitCode).toBeNull()
  child.kill('SIGKILL')
  await ended
  return Math.max(0, ...said.split('\n').slice(0, -1).map(Number))
}

test('killed at any moment of fast work: what was confirmed is there, in order, and nothing by half', async () => {
  const program = await bundle(await temporaryFolder())
  const folder = join(await temporaryFolder(), 'work')
  let confirmed = 0
  for (let round = 0; round < ROUNDS; round++) {
    const said = await killedAtWork(program, folder, 1 + ((round * 7) % 40), Math.random() * 12)
    expect(said).toBeGreaterThan(confirmed)
    confirmed = said

    const store = expectOk(await open(folder))
    const { revision, records, warnings } = expectOk(await store.read('doc-1'))
    expect(revision).toBeGreaterThanOrEqual(confirmed)
    // One may be written whose confirmation was not heard any more.
    expect(revision).toBeLessThanOrEqual(confirmed + 1)
    expect(records).toEqual(work.after(revision))
    expect(expectOk(await store.recentEdits('doc-1', revision))).toEqual(work.edits.slice(0, revision))
    expect(
      [...(store.warnings ?? []), ...warnings].filter(
        (warning) => !/was not written to its end|not in the list/.test(warning),
      ),
    ).toEqual([])
    await store.close()
  }
  const lines = (await readFile(join(folder, 'documents/doc-1/journal.ndjson'), 'utf8'))
    .split('\n')
    .slice(0, -1)
  expect(lines.map((line) => (JSON.parse(line) as { n: number }).n)).toEqual(lines.map((_, k) => k + 1))
  expect((await filesBelow(folder)).filter((file) => !/journal\.torn-\d+$/.test(file))).toEqual([
    'documents/doc-1/article.json',
    'documents/doc-1/journal.ndjson',
    'documents/doc-1/original.txt',
    'documents/doc-1/sets.json',
    'documents/doc-1/sets.json.prev',
    'workspace.json',
    'workspace.json.prev',
  ])
}, 180_000)
