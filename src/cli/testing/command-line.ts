import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { expectOk } from '../../base/outcome'
import type { Built } from '../../hosts/built'
import { buildForTests } from '../../hosts/testing/build'
import { openWorkbench } from '../../hosts/workspace'
import { Colleagues } from '../../workbench/testing/colleagues'
import { run } from '../run'

/** Command lines in a folder of each test’s own. */
export interface Terminal {
  /** The folder of the test that is running. */
  readonly folder: () => string
  /** Runs a command line there, in the workspace of this name. */
  readonly assay: (
    args: readonly string[],
    workspace?: string,
  ) => Promise<{ status: number; out: string; err: string }>
  /** The same with `--json`; gives the object. */
  readonly json: (
    args: readonly string[],
    workspace?: string,
  ) => Promise<Record<string, unknown> & { status: number }>
  /** Opens the workspace of this name as a host does; to be closed before the next command line. */
  readonly opened: (workspace?: string) => ReturnType<typeof openWorkbench>
  /** Adds an article and has it annotated; gives its id. */
  readonly annotated: (
    name: string,
    text: string,
    work: (people: Colleagues) => Promise<unknown>,
  ) => Promise<string>
}

const WORKSPACE = 'texts'

/** A terminal for the tests of a file. */
export function terminal(): Terminal {
  // Real threads, builds and synced files: quick alone, slow on a busy machine.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
  let built: Built
  let remove: () => Promise<void>
  let folder: string
  beforeAll(async () => {
    const parts = await buildForTests()
    built = parts.built
    remove = () => parts.remove()
  })
  afterAll(() => remove())
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-cli-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const assay: Terminal['assay'] = async (args, workspace = WORKSPACE) => {
    const said = { out: '', err: '' }
    const status = await run([...args, '--workspace', workspace], {
      folder,
      out: (text) => void (said.out += typeof text === 'string' ? text : new TextDecoder().decode(text)),
      err: (text) => void (said.err += text),
      log: fail,
      built,
    })
    return { status, ...said }
  }
  const opened: Terminal['opened'] = (workspace = WORKSPACE) =>
    openWorkbench({ kind: 'browser', folder: join(folder, workspace), log: fail, built })
  return {
    folder: () => folder,
    assay,
    opened,
    async json(args, workspace) {
      const { status, out, err } = await assay([...args, '--json'], workspace)
      expect(err).toBe('')
      const object = JSON.parse(out) as { readonly problems: string[] }
      expect(object.problems.length > 0).toBe(status === 1)
      return { ...object, status }
    },
    async annotated(name, text, work) {
      await writeFile(join(folder, name), text)
      expect((await assay(['import', name])).status).toBe(0)
      const { workbench, close } = expectOk(await opened())
      const { id } = workbench.documents().at(-1)!
      await work(new Colleagues(workbench.handlers, id))
      await close()
      return id
    },
  }
}

const fail = (error: unknown): void => expect(error).toBeUndefined()
