import { expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { defaultPreferences } from '../core/preferences'
import { readers } from '../formats/articles/index'
import { codecs } from '../formats/sets/index'
import { Annotator, filesOf, rehearse } from './testing/rehearsal'
import { holdsOf } from './surroundings'

test('a window is told all it needs', async () => {
  const { client } = rehearse()
  const opened = expectOk(await client.send('workspace.open', {}))
  expect(opened).toMatchObject({
    host: { kind: 'browser', version: '1.2.3', platform: 'test' },
    name: 'workspace',
    codebook: { id: 'assay-news' },
    preferences: defaultPreferences,
    documents: [],
    samples: [],
  })
  expect(opened.readers.map(({ id }) => id)).toEqual(readers.map(({ id }) => id))
  expect(opened.codecs.map(({ id }) => id)).toEqual(codecs.map(({ id }) => id))
  expect(opened).not.toHaveProperty('requested')
})

test('what a format holds is a sentence', () => {
  const nothing = {
    pieces: false,
    overlaps: false,
    links: false,
    notes: false,
    comments: false,
    verdicts: false,
    attributes: false,
    annotators: false,
    text: false,
    offsets: 'utf-16',
  } as const
  const all = {
    pieces: true,
    overlaps: true,
    links: true,
    comments: true,
    verdicts: true,
    attributes: true,
    annotators: true,
    text: true,
  }
  expect(holdsOf({ ...nothing, ...all, notes: true })).toBe('Holds everything.')
  expect(holdsOf({ ...nothing, ...all })).toMatch(
    /^Holds the articles’ texts, .* and several annotators, but not notes\.$/,
  )
  expect(holdsOf({ ...nothing, links: true, notes: true })).toMatch(
    /^Holds links and notes, but not the articles’ texts, /,
  )
})

test('preferences and name are kept; sets that are there keep the name they were made under', async () => {
  const rehearsal = rehearse()
  const { client } = rehearsal
  const { added } = expectOk(await client.send('library.add', { files: filesOf({ 'a.txt': 'the cat sat' }) }))
  const id = added[0]!.id
  await (await Annotator.at(rehearsal, id)).tags('the [cat] sat')
  const before = expectOk(await client.send('workspace.open', {})).person
  const preferences = { ...defaultPreferences, theme: 'dark' as const }
  expectOk(await client.send('preferences.save', { preferences }))
  const { person } = expectOk(await client.send('person.rename', { name: 'Grace' }))
  expect(person).toEqual({ ...before, name: 'Grace' })
  expect(expectOk(await client.send('workspace.open', {}))).toMatchObject({ person, preferences })
  expect(expectOk(await client.send('article.open', { id })).sets[0]!.annotator).toEqual(before)

  rehearsal.store.refuse('saveWorkspace', { code: 'storage', message: 'The disk is full.' })
  expect(await client.send('person.rename', { name: 'Joan' })).toMatchObject({ refusal: { code: 'storage' } })
  expect(expectOk(await client.send('workspace.open', {})).person).toEqual(person)
})

test('what concerns a window alone is not done here', async () => {
  const { client } = rehearse()
  const [file] = filesOf({ 'a.csv': 'x' })
  expect(await client.send('host.saveFile', { file: file! })).toMatchObject({ refusal: { code: 'invalid' } })
  expect(expectOk(await client.send('host.menu', { commands: [] }))).toEqual({})
})

test('closing twice is closing once', async () => {
  const { workbench, store } = rehearse()
  await Promise.all([workbench.close(), workbench.close()])
  expect(store.calls.filter((call) => call === 'close')).toHaveLength(1)
})
