import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ada, ben } from '../testing/records'
import type { Colleagues } from '../workbench/testing/colleagues'
import { terminal } from './testing/command-line'

const { assay, json, annotated, folder } = terminal()

async function annotate(people: Colleagues): Promise<void> {
  await people.tag(ada, 'The [cat] sat.')
  await people.tag(ben, 'The cat [sat].', 'figure')
}

test('goes from one workspace into another, and twice changes nothing', async () => {
  const id = await annotated('cat.txt', 'The cat sat.', annotate)
  const made = await assay(['bundle', '--out', 'cat.assay'])
  expect(made).toEqual({ status: 0, err: '', out: `Wrote ${join(folder(), 'cat.assay')}\n` })
  const shown = await json(['show', id])
  await assay(['codebook', 'export', '--out', 'own.json'])
  await assay(['codebook', 'import', 'own.json'], 'theirs')
  const rehearsed = await assay(['bundle', 'cat.assay', '--dry-run'], 'theirs')
  expect(rehearsed).toMatchObject({ status: 0, err: '' })
  expect(rehearsed.out).toContain('added    2 annotations, 0 links, 0 comments')
  expect((await json(['list'], 'theirs')).documents).toEqual([])
  expect((await assay(['bundle', 'cat.assay'], 'theirs')).status).toBe(0)
  expect((await json(['show', id], 'theirs')).annotations).toEqual(shown.annotations)
  expect((await assay(['bundle', 'cat.assay'], 'theirs')).out).toContain('here     2 annotations')
})

test('of some documents and annotators only', async () => {
  const id = await annotated('cat.txt', 'The cat sat.', annotate)
  await annotated('dog.txt', 'the dog ran', (people) => people.tag(ada, 'the [dog] ran'))
  expect((await assay(['bundle', '--out', 'ben.assay', '--document', id, '--annotator', 'ben'])).status).toBe(
    0,
  )
  await assay(['bundle', 'ben.assay'], 'theirs')
  expect((await json(['list'], 'theirs')).documents).toMatchObject([{ id, counts: { figure: 1 } }])
  const both = ['bundle', '--out', 'both.assay', '--annotator', 'Ada', '--annotator', ben.id]
  expect((await assay(both)).status).toBe(0)
  expect((await assay(['bundle', 'both.assay'], 'all')).out.match(/added/g)).toHaveLength(2)
})

test('of somebody who is not there is not made', async () => {
  await annotated('cat.txt', 'The cat sat.', annotate)
  expect(await assay(['bundle', '--out', 'x.assay', '--annotator', 'Cleo'])).toEqual({
    status: 1,
    out: '',
    err: 'No annotator here is called “Cleo”. There are Ada and Ben.\n',
  })
  expect(await readdir(folder())).not.toContain('x.assay')
})

test('what is no bundle is refused', async () => {
  await annotated('cat.txt', 'The cat sat.', annotate)
  const { status, err } = await assay(['bundle', 'cat.txt'])
  expect(status).toBe(1)
  expect(err).toContain('cat.txt')
})

test.each([
  ['', 'Say which bundles to take in, or with --out which one to make.'],
  ['a.assay --annotator Ada', 'A bundle is taken in whole; what is left out is chosen on making it.'],
  ['a.assay --out b.assay', 'A bundle is made with --out, and “a.assay” has no place.'],
  ['--out b.assay --dry-run', 'A bundle that is made changes nothing here, and --dry-run has no place.'],
  ['--out - --json', 'With --out -, stdout is the file’s, and --json has no place.'],
  ['--out=', 'Say which file to write, with --out.'],
])('bundle %s is a wrong use', async (line, sentence) => {
  const done = await assay(['bundle', ...line.split(' ').filter(Boolean)])
  expect(done).toMatchObject({ status: 2, out: '' })
  expect(done.err.startsWith(sentence), done.err).toBe(true)
})
