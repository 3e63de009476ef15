import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type { Built } from '../built'

/** The parts of the app that a host finds beside it, built from the sources into a folder that `remove` takes away. */
export async function buildForTests(): Promise<{ readonly built: Built; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-built-'))
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      outDir: folder,
      emptyOutDir: false,
      ssr: resolve(import.meta.dirname, '../worker.ts'),
      rollupOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  })
  return {
    built: {
      worker: pathToFileURL(join(folder, 'worker.mjs')),
      seeds: resolve(import.meta.dirname, '../../../seeds'),
      version: '0.0.0',
    },
    remove: () => rm(folder, { recursive: true }),
  }
}
