import { describe, expect, test } from 'vitest'
import { expectOk, refuse } from '../base/outcome'
import { type Rehearsal, Annotator, bytesOf, filesOf, rehearse } from './testing/rehearsal'

const add = async ({ client }: Rehearsal, texts: Readonly<Record<string, string>>) =>
  expectOk(await client.send('library.add', { files: filesOf(texts) }))

const titles = ({ workbench }: Rehearsal): string[] => workbench.documents().map(({ title }) => title)
const offered = async ({ client }: Rehearsal) => expectOk(await client.send('workspace.open', {})).samples
const open = async ({ client }: Rehearsal) => expectOk(await client.send('workspace.open', {})).requested
const savesOf = ({ store }: Rehearsal): number =>
  store.calls.filter((call) => call === 'saveWorkspace').length

describe('adding', () => {
  test('makes documents of files, in their order, and writes the index once', async () => {
    const rehearsal = rehearse()
    const reply = await add(rehearsal, { 'cat.txt': 'The cat sat.', 'dog.md': '# A dog\n\nIt ran.' })
    expect(reply).toMatchObject({
      added: [
        { title: 'The cat sat.', length: 12, counts: {} },
        { title: 'A dog', counts: {} },
      ],
      already: [],
      refused: [],
    })
    expect(titles(rehearsal)).toEqual(['The cat sat.', 'A dog'])
    expect(savesOf(rehearsal)).toBe(1)
    expect(rehearsal.announced).toEqual([
      { event: 'library.changed', payload: { documents: reply.added, removed: [] } },
    ])
  })

  test('a bad file is refused alone, by name', async () => {
    const rehearsal = rehearse()
    const reply = await add(rehearsal, { 'a.txt': 'One.', 'empty.txt': '', 'film.mp4': 'x', 'b.txt': 'Two.' })
    expect(reply.added.map(({ title }) => title)).toEqual(['One.', 'Two.'])
    expect(reply.refused.map(({ name }) => name)).toEqual(['empty.txt', 'film.mp4'])
    for (const { name, message } of reply.refused) expect(message).toContain(name)
  })

  test('a text that is here already is named, whatever the file is called', async () => {
    const rehearsal = rehearse()
    const [first] = (await add(rehearsal, { 'a.txt': 'The cat\nsat.' })).added
    const again = await add(rehearsal, {
      'b.txt': 'The cat\r\nsat.',
      'c.txt': 'Another.',
      'd.txt': 'Another.',
    })
    expect(again.already).toEqual([
      { name: 'b.txt', id: first!.id },
      { name: 'd.txt', id: again.added[0]!.id },
    ])
    expect(titles(rehearsal)).toEqual(['The cat', 'Another.'])
  })

  test('a disk that refuses one document leaves the others', async () => {
    const rehearsal = rehearse()
    rehearsal.store.refuse('create', { code: 'storage', message: 'The disk is full.' })
    const full = await add(rehearsal, { 'a.txt': 'One.', 'b.txt': 'One.' })
    expect(full.added).toEqual([])
    expect(full.refused[0]).toEqual({ name: 'a.txt', message: '“a.txt” was not added. The disk is full.' })
    expect(full.refused[1]!.name).toBe('b.txt')
    rehearsal.store.refuse('create', undefined)
    expect((await add(rehearsal, { 'a.txt': 'One.' })).added).toHaveLength(1)
  })

  test('what is not in the index was not added, and can be added again', async () => {
    const rehearsal = rehearse()
    const full = { code: 'storage', message: 'The disk is full.' } as const
    rehearsal.store.refuse('saveWorkspace', full)
    expect(await rehearsal.client.send('library.add', { files: filesOf({ 'a.txt': 'One.' }) })).toEqual({
      ok: false,
      refusal: full,
    })
    expect(titles(rehearsal)).toEqual([])
    expect(rehearsal.announced).toEqual([])
    rehearsal.store.refuse('saveWorkspace', undefined)
    expect((await add(rehearsal, { 'a.txt': 'One.' })).added).toHaveLength(1)
  })

  test('is cut short by closing: what was not stored is refused', async () => {
    const begun: (() => void)[] = []
    const started = new Promise<void>((resolve) => begun.push(resolve))
    const rehearsal = rehearse({
      ports: {
        runTask: (_name, _params, { signal } = {}) => {
          begun[0]!()
          return new Promise((resolve) =>
            signal?.addEventListener('abort', () => resolve(refuse('cancelled', 'Cancelled.'))),
          )
        },
      },
    })
    const adding = add(rehearsal, { 'a.txt': 'One.' })
    await started
    await rehearsal.workbench.close()
    expect((await adding).refused).toEqual([
      { name: 'a.txt', message: '“a.txt” was not added: Assay was closed before.' },
    ])
    expect(await rehearsal.client.send('workspace.open', {})).toMatchObject({
      refusal: { code: 'cancelled' },
    })
  })
})

describe('removing', () => {
  test('takes a document out of the list and keeps its annotations', async () => {
    const rehearsal = rehearse()
    const { client, announced } = rehearsal
    const id = (await add(rehearsal, { 'a.txt': 'the cat sat', 'b.txt': 'the dog' })).added[0]!.id
    await (await Annotator.at(rehearsal, id)).tags('the [cat] sat')
    announced.length = 0

    expectOk(await client.send('library.remove', { ids: [id] }))
    expect(titles(rehearsal)).toEqual(['the dog'])
    expect(announced).toEqual([{ event: 'library.changed', payload: { documents: [], removed: [id] } }])
    expect(await client.send('article.open', { id })).toMatchObject({ refusal: { code: 'missing' } })

    const { documents } = expectOk(await client.send('library.restore', { ids: [id] }))
    expect(documents).toMatchObject([{ id, counts: { claim: 1 } }])
    expect(titles(rehearsal)).toEqual(['the cat sat', 'the dog'])
    expect(announced.at(-1)).toEqual({ event: 'library.changed', payload: { documents, removed: [] } })
    expect(expectOk(await client.send('article.open', { id })).annotations).toHaveLength(1)
  })

  test('a removed text that is added again is put back with its annotations', async () => {
    const rehearsal = rehearse()
    const id = (await add(rehearsal, { 'a.txt': 'the cat sat' })).added[0]!.id
    await (await Annotator.at(rehearsal, id)).tags('the [cat] sat')
    expectOk(await rehearsal.client.send('library.remove', { ids: [id] }))
    expect(await add(rehearsal, { 'b.txt': 'the cat sat' })).toEqual({
      added: [],
      already: [{ name: 'b.txt', id }],
      refused: [],
    })
    expect(rehearsal.workbench.documents()).toMatchObject([{ id, counts: { claim: 1 } }])
    expect(rehearsal.announced.at(-1)).toMatchObject({ payload: { documents: [{ id }] } })
  })

  test('is refused for what is not here, and when the disk refuses', async () => {
    const rehearsal = rehearse()
    const id = (await add(rehearsal, { 'a.txt': 'One.' })).added[0]!.id
    for (const call of ['library.remove', 'library.restore'] as const)
      expect(await rehearsal.client.send(call, { ids: [id, 'doc-9'] })).toMatchObject({
        refusal: { code: 'missing' },
      })
    rehearsal.store.refuse('saveWorkspace', { code: 'storage', message: 'The disk is full.' })
    expect(await rehearsal.client.send('library.remove', { ids: [id] })).toMatchObject({
      refusal: { code: 'storage' },
    })
    expect(titles(rehearsal)).toEqual(['One.'])
  })

  test('an edit that was under way is kept, and does not bring the document back into the list', async () => {
    const rehearsal = rehearse()
    const id = (await add(rehearsal, { 'a.txt': 'the cat sat' })).added[0]!.id
    const annotator = await Annotator.at(rehearsal, id)
    expectOk(await rehearsal.client.send('library.remove', { ids: [id] }))
    expectOk(await annotator.perform(annotator.tagging('the [cat] sat')))
    expect(rehearsal.announced.at(-1)?.event).toBe('article.edited')
    const { documents } = expectOk(await rehearsal.client.send('library.restore', { ids: [id] }))
    expect(documents[0]!.counts).toEqual({ claim: 1 })
  })
})

describe('samples', () => {
  const samples = { 'cat.txt': 'The cat sat.', 'bad.txt': '', 'dog.txt': 'The dog ran.' }

  test('are offered with their titles until they are documents, and again when they are removed', async () => {
    const rehearsal = rehearse({ samples })
    const both = [
      { name: 'cat.txt', title: 'The cat sat.', length: 12 },
      { name: 'dog.txt', title: 'The dog ran.', length: 12 },
    ]
    expect(await offered(rehearsal)).toEqual(both)
    expect(rehearsal.logged).toHaveLength(1)
    expect(titles(rehearsal)).toEqual([])

    const { document } = expectOk(await rehearsal.client.send('library.addSample', { name: 'cat.txt' }))
    expect(titles(rehearsal)).toEqual(['The cat sat.'])
    expect(await offered(rehearsal)).toEqual(both.slice(1))
    const again = expectOk(await rehearsal.client.send('library.addSample', { name: 'cat.txt' }))
    expect(again.document).toEqual(document)

    expectOk(await rehearsal.client.send('library.remove', { ids: [document.id] }))
    expect(await offered(rehearsal)).toEqual(both)
    expect(expectOk(await rehearsal.client.send('library.addSample', { name: 'cat.txt' })).document.id).toBe(
      document.id,
    )
    expect(titles(rehearsal)).toEqual(['The cat sat.'])
  })

  test('that are not there are refused', async () => {
    const { client } = rehearse({ samples })
    expect(await client.send('library.addSample', { name: '../secret' })).toMatchObject({
      refusal: { code: 'missing' },
    })
    expect(await client.send('library.addSample', { name: 'bad.txt' })).toMatchObject({
      refusal: { code: 'unreadable' },
    })
  })
})

describe('files named from outside', () => {
  test('are asked for until a window has opened the first', async () => {
    const rehearsal = rehearse()
    await rehearsal.workbench.openFiles(filesOf({ 'a.txt': 'One.', 'b.txt': 'Two.' }), [])
    const id = rehearsal.workbench.documents()[0]!.id
    expect(rehearsal.announced.at(-1)).toEqual({ event: 'article.requested', payload: { id } })
    expect([await open(rehearsal), await open(rehearsal)]).toEqual([id, id])
    expectOk(await rehearsal.client.send('article.open', { id }))
    expect(await open(rehearsal)).toBeUndefined()
  })

  test('trouble with them is told once more to a window that begins later', async () => {
    const rehearsal = rehearse()
    await rehearsal.workbench.openFiles([{ name: 'empty.txt', bytes: bytesOf('') }], ['“x” is a folder.'])
    const told = () => rehearsal.announced.filter(({ event }) => event === 'host.trouble')
    expect(told()).toHaveLength(1)
    expect(told()[0]).toMatchObject({
      payload: { message: expect.stringMatching(/^“x” is a folder\. .*empty\.txt/) },
    })
    await open(rehearsal)
    await rehearsal.rest()
    expect(told()).toHaveLength(2)
    await open(rehearsal)
    await rehearsal.rest()
    expect(told()).toHaveLength(2)
  })
})
