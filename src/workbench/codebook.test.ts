import { expect, test } from 'vitest'
import type { Params } from '../api/contract'
import { expectOk } from '../base/outcome'
import type { Codebook } from '../core/codebook/codebook'
import { newsCodebook } from '../core/codebook/news'
import { assayFile } from '../formats/sets/assay/assay-file'
import { filesOf, rehearse } from './testing/rehearsal'

const next = (name: string, before = newsCodebook): Codebook => ({
  ...before,
  name,
  version: before.version + 1,
})
const saving = (codebook: Codebook): Params<'codebook.save'> => ({ codebook })

test('a codebook is on disk before it is confirmed, told to every window, and the old one is kept', async () => {
  const { client, store, announced } = rehearse()
  const second = next('Second')
  expect(expectOk(await client.send('codebook.save', saving(second)))).toEqual({ codebook: second })
  expect(store.calls.at(-1)).toBe('saveWorkspace')
  expect(store.store.workspace).toMatchObject({ codebook: second, earlier: [newsCodebook] })
  expect(announced).toEqual([
    { event: 'codebook.changed', payload: { codebook: second, earlier: [newsCodebook] } },
  ])
  const third = next('Third', second)
  expectOk(await client.send('codebook.save', saving(third)))
  expect(expectOk(await client.send('workspace.open', {}))).toMatchObject({
    codebook: third,
    earlier: [newsCodebook, second],
  })
})

test('of two windows that change it at once, the second is refused', async () => {
  const { client, store, announced } = rehearse()
  const [first, second] = await Promise.all(
    ['One', 'Other'].map((name) => client.send('codebook.save', saving(next(name)))),
  )
  expect(expectOk(first!).codebook.name).toBe('One')
  expect(second).toMatchObject({
    refusal: { code: 'conflict', message: expect.stringContaining('was changed in the meantime') },
  })
  expect(store.store.workspace.codebook.name).toBe('One')
  expect(announced).toHaveLength(1)
})

test('what would take the meaning of annotations is refused, with its place', async () => {
  const { client, store, announced } = rehearse()
  const poorer = { ...next('Poorer'), links: newsCodebook.links.slice(1) }
  expect(await client.send('codebook.save', saving(poorer))).toMatchObject({
    refusal: {
      code: 'invalid',
      message: expect.stringMatching(/ links: “attributed to” .* Retire it instead\.$/),
    },
  })
  expect(
    await client.send('codebook.save', saving({ ...next('Foreign'), id: 'other', version: 1 })),
  ).toMatchObject({
    refusal: { code: 'invalid', message: expect.stringContaining('id: it must stay') },
  })
  expect([store.calls, announced]).toEqual([[], []])
})

test('when the disk refuses, the codebook stays, and it can be tried again', async () => {
  const { client, store, announced } = rehearse()
  store.refuse('saveWorkspace', { code: 'storage', message: 'The disk is full.' })
  expect(await client.send('codebook.save', saving(next('Second')))).toMatchObject({
    refusal: { code: 'storage' },
  })
  expect(expectOk(await client.send('workspace.open', {}))).toMatchObject({
    codebook: newsCodebook,
    earlier: [],
  })
  expect(announced).toEqual([])
  store.refuse('saveWorkspace', undefined)
  expectOk(await client.send('codebook.save', saving(next('Second'))))
})

test('what else is written keeps it, and exports carry it', async () => {
  const { client, store } = rehearse()
  expectOk(await client.send('codebook.save', saving(next('Second'))))
  expectOk(await client.send('person.rename', { name: 'Grace' }))
  expectOk(await client.send('library.add', { files: filesOf({ 'a.txt': 'the cat sat' }) }))
  expect(store.store.workspace).toMatchObject({ codebook: { name: 'Second' }, earlier: [newsCodebook] })
  const { file } = expectOk(await client.send('sets.export', { documents: [], format: 'assay-json' }))
  expect(assayFile.parse(JSON.parse(new TextDecoder().decode(file.bytes))).codebook.name).toBe('Second')
})
