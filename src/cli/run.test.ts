import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { tagSpan } from '../core/change/edits'
import { emptyState } from '../core/change/state'
import { codebook as codebookSchema } from '../core/codebook/codebook'
import { assayFile } from '../formats/sets/assay/assay-file'
import { codecs } from '../formats/sets/index'
import { marked } from '../testing/marked'
import { authorOf, countingIds } from '../testing/records'
import { terminal } from './testing/command-line'

const { assay: run, folder, opened } = terminal()

/** Runs a command line in the test’s folder, with its workspace there. */
const assay = (...args: string[]) => run(args)

interface Printed {
  readonly problems: string[]
  readonly documents?: { readonly trouble?: string }[]
  readonly articles?: unknown
  readonly sets?: unknown
}

/** The same with `--json`; gives the object. */
async function json(...args: string[]) {
  const { status, out, err } = await assay(...args, '--json')
  expect(err).toBe('')
  const object = JSON.parse(out) as Printed
  expect(object.problems.length > 0).toBe(status === 1)
  return { ...object, status }
}

const write = (name: string, content: string): Promise<void> => writeFile(join(folder(), name), content)

/** Adds an article and tags what stands in brackets; gives its id. */
async function tagged(name: string, source: string): Promise<string> {
  const { text, ranges } = marked(source)
  await write(name, text)
  expect((await assay('import', name)).status).toBe(0)
  const { workbench, close } = expectOk(await opened())
  const { person, codebook } = expectOk(await workbench.handlers['workspace.open']({}))
  const id = workbench.documents().at(-1)!.id
  const ids = countingIds()
  const author = authorOf(person, (kind) => `${ids(kind)}-${id}`)
  const { edit } = tagSpan(emptyState(text), author, codebook.tags[0]!, ranges)
  expectOk(await workbench.handlers['article.perform']({ id, edit }))
  await close()
  return id
}

describe('import', () => {
  test('adds articles and says what is here already', async () => {
    await write('cat.txt', 'The cat sat.')
    await write('dog.md', '# A dog\n\nIt ran.')
    const first = await assay('import', 'cat.txt', 'dog.md')
    expect(first).toMatchObject({ status: 0, err: '' })
    expect(first.out).toMatch(/^added {9}doc-\w{24} {2}The cat sat\.\nadded {9}doc-\w{24} {2}A dog\n$/)
    const again = await json('import', 'cat.txt')
    expect(again).toMatchObject({ added: [], already: [{ name: 'cat.txt' }], refused: [] })
  })

  test('adds the good ones and names the bad ones', async () => {
    await write('cat.txt', 'The cat sat.')
    await write('empty.txt', '')
    await mkdir(join(folder(), 'drawer'))
    const { status, out, err } = await assay('import', 'gone.txt', 'empty.txt', 'drawer', 'cat.txt')
    expect(status).toBe(1)
    expect(out).toContain('The cat sat.')
    const lines = err.trim().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('gone.txt” cannot be read: there is no such file.')
    expect(lines[1]).toContain('drawer” is a folder.')
    expect(lines[2]).toContain('empty.txt')
  })
})

describe('list and show', () => {
  test('list has the documents with their counts', async () => {
    const id = await tagged('cat.txt', 'The [cat] sat.')
    expect(await assay('list')).toMatchObject({
      status: 0,
      out: `${id}  1 claim  The cat sat.\n1 document\n`,
    })
    expect(await json('list')).toMatchObject({
      workspace: join(folder(), 'texts'),
      documents: [{ id, title: 'The cat sat.', length: 12, counts: { claim: 1 } }],
    })
  })

  test('a document without annotations says so', async () => {
    await write('cat.txt', 'The cat sat.')
    await assay('import', 'cat.txt')
    const { out } = await assay('list')
    expect(out).toMatch(/^doc-\w+ {2}no annotations {2}The cat sat\.\n1 document\n$/)
    expect((await assay('show', out.split(' ')[0]!)).out).toBe(
      'The cat sat.\n12 units of text, no annotations, 0 links\n',
    )
  })

  test('show has the annotations with their places', async () => {
    const id = await tagged('cat.txt', 'The [cat] sat, [they said].')
    const { status, out } = await assay('show', id)
    expect(status).toBe(0)
    expect(out.split('\n')).toEqual([
      'The cat sat, they said.',
      '23 units of text, 1 claim, 0 links',
      'claim  4–22  “cat … they said”',
      '',
    ])
    expect(await json('show', id)).toMatchObject({
      document: { id, title: 'The cat sat, they said.', length: 23, counts: { claim: 1 }, revision: 1 },
      annotations: [
        {
          tag: 'claim',
          start: 4,
          end: 22,
          pieces: [
            { start: 4, end: 7 },
            { start: 13, end: 22 },
          ],
          quote: 'cat … they said',
          note: '',
        },
      ],
      links: [],
      warnings: [],
    })
  })

  test('what is not there is refused', async () => {
    await tagged('cat.txt', 'The [cat] sat.')
    expect(await assay('show', 'doc-9')).toMatchObject({
      status: 1,
      out: '',
      err: 'This workspace has no document “doc-9”.\n',
    })
    expect(await json('show', 'doc-9')).toEqual({
      status: 1,
      problems: ['This workspace has no document “doc-9”.'],
    })
  })

  test('a workspace is not made by looking at it', async () => {
    const { status, err } = await assay('list')
    expect(status).toBe(1)
    expect(err).toContain('There is no workspace in')
    expect(await readdir(folder())).toEqual([])
  })
})

describe('sets export', () => {
  test('writes a file that can be read back, in the place of the one that was there', async () => {
    const id = await tagged('cat.txt', 'The [cat] sat.')
    await write('out.json', 'old')
    const { status, out } = await assay('sets', 'export', '--format', 'assay-json', '--out', 'out.json')
    expect([status, out]).toEqual([0, `Wrote ${join(folder(), 'out.json')}\n`])
    const { documents } = assayFile.parse(JSON.parse(await readFile(join(folder(), 'out.json'), 'utf8')))
    expect(documents).toMatchObject([
      { id, text: 'The cat sat.', annotations: [{ span: [{ exact: 'cat' }] }] },
    ])
    expect(await readdir(folder())).toEqual(['cat.txt', 'out.json', 'texts'])
  })

  test('writes to stdout, nothing but the file', async () => {
    await tagged('cat.txt', 'The [cat] sat, [they said].')
    const { status, out, err } = await assay('sets', 'export', '--format', 'csv', '--out', '-')
    expect(status).toBe(0)
    expect(out).toContain('they said')
    expect(out).not.toContain('Wrote')
    expect(err).toContain('text is not in this file')
  })

  test('in a folder, the file has the article’s title', async () => {
    const id = await tagged('cat.txt', 'The [cat] sat.')
    const path = join(folder(), 'The cat sat.csv')
    expect(await json('sets', 'export', '--format', 'csv', '--out', '.', '--document', id)).toMatchObject({
      status: 0,
      path,
      bytes: (await readFile(path)).length,
    })
  })

  test('is refused for what is not there and where nothing can be written', async () => {
    await tagged('cat.txt', 'The [cat] sat.')
    const csv = ['sets', 'export', '--format', 'csv', '--out']
    expect(await assay(...csv, 'x.csv', '--document', 'doc-9')).toMatchObject({ status: 1 })
    const nowhere = await assay(...csv, 'no/where/x.csv')
    expect(nowhere).toMatchObject({ status: 1, out: '' })
    expect(nowhere.err).toContain('x.csv” cannot be written:')
    expect(await readdir(folder())).toEqual(['cat.txt', 'texts'])
  })
})

const own = async () => codebookSchema.parse(JSON.parse(await readFile(join(folder(), 'own.json'), 'utf8')))

describe('codebook', () => {
  test('is exported, and imported as the next version; what the file lacks is retired', async () => {
    await tagged('cat.txt', 'The [cat] sat.')
    const { status, out } = await assay('codebook', 'export', '--out', 'own.json')
    expect([status, out]).toEqual([0, `Wrote ${join(folder(), 'own.json')}\n`])
    const before = await own()
    await write(
      'theirs.json',
      JSON.stringify({ ...before, version: 1, name: 'Theirs', links: before.links.slice(1) }),
    )
    expect(await json('codebook', 'import', 'theirs.json')).toEqual({
      status: 0,
      version: before.version + 1,
      retired: ['attributed to'],
      problems: [],
    })
    const { out: now } = await assay('codebook', 'export', '--out', '-')
    expect(codebookSchema.parse(JSON.parse(now))).toEqual({
      ...before,
      name: 'Theirs',
      version: before.version + 1,
      links: [...before.links.slice(1), { ...before.links[0]!, retired: true }],
    })
    expect((await assay('check')).status).toBe(0)
  })

  test('is refused when it is none, or cannot be one', async () => {
    await tagged('cat.txt', 'The [cat] sat.')
    await assay('codebook', 'export', '--out', 'own.json')
    const before = await own()
    await write('broken.json', '{')
    await write('none.json', '{"id": "x"}')
    await write(
      'doubled.json',
      JSON.stringify({ ...before, tags: [...before.tags, { ...before.tags[0]!, id: 'new' }] }),
    )
    for (const [name, sentence] of [
      ['gone.json', 'cannot be read as a codebook'],
      ['broken.json', 'cannot be read as a codebook'],
      ['none.json', 'none.json” is no codebook: name: '],
      ['doubled.json', 'tags[3].name: “Claim” is at tags[0].name already.'],
    ] as const) {
      const { status, err } = await assay('codebook', 'import', name)
      expect([name, status]).toEqual([name, 1])
      expect(err).toContain(sentence)
    }
    await assay('codebook', 'export', '--out', 'own.json')
    expect(await own()).toEqual(before)
  })
})

describe('check', () => {
  test('all is well', async () => {
    const id = await tagged('cat.txt', 'The [cat] sat.')
    expect(await assay('check')).toMatchObject({
      status: 0,
      out: 'Checked 1 document: all is well.\n',
      err: '',
    })
    expect(await json('check')).toMatchObject({ documents: [{ id, problems: [] }] })
  })

  test('a text that was changed by hand is found, and the other document is still there', async () => {
    const id = await tagged('cat.txt', 'The [cat] sat.')
    const other = await tagged('dog.txt', 'The [dog] ran.')
    const file = join(folder(), 'texts/documents', id, 'article.json')
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('The cat sat.', 'The rat sat.'))
    const { status, err } = await assay('check')
    expect(status).toBe(1)
    expect(err).toContain(id)
    expect(err).not.toContain(other)
    expect(await json('show', other)).toMatchObject({ status: 0 })
  })

  test('a journal that cannot be read is found, and said of that document by list', async () => {
    const id = await tagged('cat.txt', 'The [cat] sat.')
    await tagged('dog.txt', 'The [dog] ran.')
    const file = join(folder(), 'texts/documents', id, 'journal.ndjson')
    await writeFile(file, `not an edit\n${await readFile(file, 'utf8')}`)
    expect(await json('check')).toMatchObject({ status: 1, documents: [{ id }, { problems: [] }] })
    const listed = await json('list')
    expect(listed).toMatchObject({ status: 0 })
    expect(listed.documents?.map(({ trouble }) => typeof trouble)).toEqual(['string', 'undefined'])
    const all = await json('sets', 'export', '--format', 'csv', '--out', 'x.csv')
    expect(all.problems).toHaveLength(1)
    expect(await readFile(join(folder(), 'x.csv'), 'utf8')).toContain('dog')
  })
})

test('formats lists what can be read and written', async () => {
  const { articles, sets } = await json('formats')
  expect(articles).toMatchObject([{ id: 'text', extensions: ['txt', 'text'] }, { id: 'markdown' }])
  expect(sets).toMatchObject(codecs.map(({ id, reader }) => ({ id, reads: reader !== undefined })))
  expect((await assay('formats')).out).toContain('assay-json')
})

test('a workspace that is open elsewhere is refused with a sentence', async () => {
  await tagged('cat.txt', 'The [cat] sat.')
  const { close } = expectOk(await opened())
  const { status, err } = await assay('list')
  await close()
  expect(status).toBe(1)
  expect(err).toMatch(/\S+ \S+.*\.\n$/)
  expect((await assay('list')).status).toBe(0)
})

test('a wrong command line has a status of its own', async () => {
  expect(await assay('nonsense')).toMatchObject({ status: 2, out: '' })
  const help = await assay('--help')
  expect(help.status).toBe(0)
  for (const name of [
    'import FILE…',
    'list',
    'show ID',
    'sets export',
    'formats',
    'check',
    '--workspace',
    '--json',
  ])
    expect(help.out).toContain(name)
})
