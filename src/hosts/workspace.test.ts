import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { expectOk } from '../base/outcome'
import { type Built, findBuilt } from './built'
import { buildForTests } from './testing/build'
import { startWorkbench } from './workspace'

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
  folder = await mkdtemp(join(tmpdir(), 'assay-host-'))
})
afterEach(() => rm(folder, { recursive: true }))

const start = async () => {
  const logged: unknown[] = []
  const workspace = join(folder, 'own', 'texts')
  const log = (error: unknown): void => void logged.push(error)
  return { logged, started: await startWorkbench({ kind: 'browser', folder: workspace, log, built }) }
}

test('a first start makes the workspace and offers the samples, of which nothing is stored', async () => {
  const { started, logged } = await start()
  const { handlers, close } = expectOk(started)
  const opened = expectOk(await handlers['workspace.open']({}))
  await close()
  expect(opened).toMatchObject({ name: 'texts', documents: [], host: { kind: 'browser', version: '0.0.0' } })
  expect(opened.person.name).not.toBe('')
  expect(opened.samples.length).toBeGreaterThan(3)
  expect(await readdir(join(folder, 'own/texts/documents'))).toEqual([])
  expect(logged).toEqual([])
})

test('files named from outside are shown, and the person is told of those that cannot be', async () => {
  const heard: [string, unknown][] = []
  const { started } = await start()
  const { handlers, subscribe, openFiles, close } = expectOk(started)
  subscribe((event, payload) => heard.push([event, payload]))
  await writeFile(join(folder, 'cat.txt'), 'The cat sat.')
  await openFiles([join(folder, 'gone.txt'), folder, join(folder, 'cat.txt')])
  const { documents, requested } = expectOk(await handlers['workspace.open']({}))
  await close()
  expect(documents).toMatchObject([{ id: requested, title: 'The cat sat.' }])
  expect(heard.map(([event]) => event)).toEqual(['library.changed', 'host.trouble', 'article.requested'])
  expect(heard[1]![1]).toEqual({
    message: `“${join(folder, 'gone.txt')}” cannot be read: there is no such file. “${folder}” is a folder. Name the files in it.`,
  })
})

test('a workspace is one host’s at a time', async () => {
  const { started } = await start()
  const { close } = expectOk(started)
  expect((await start()).started).toMatchObject({ ok: false, refusal: { code: 'locked' } })
  await close()
  await expectOk((await start()).started).close()
})

test('the parts of the built app are found from its own folder and from the one of its chunks', async () => {
  const main = join(folder, 'out/main')
  await mkdir(join(main, 'chunks'), { recursive: true })
  await writeFile(join(main, 'worker.js'), '')
  await writeFile(join(folder, 'package.json'), '{ "version": "4.5.6" }')
  expect(findBuilt(main)).toMatchObject({ seeds: join(folder, 'seeds'), version: '4.5.6' })
  expect(findBuilt(join(main, 'chunks'))).toEqual(findBuilt(main))
  expect(() => findBuilt(folder)).toThrow('was not built')
})
