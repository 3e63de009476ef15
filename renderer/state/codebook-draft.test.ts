import { adopt } from '../../src/core/codebook/adopt'
import { expect, test } from 'vitest'
import { client } from '../../src/api/wire'
import { type RefusalCode, ok, refuse } from '../../src/base/outcome'
import { type Codebook, codebook as schema } from '../../src/core/codebook/codebook'
import { newsCodebook } from '../../src/core/codebook/news'
import { CodebookDraft } from './codebook-draft'
import {
  addAttribute,
  addLinkType,
  addOption,
  addTag,
  moveBy,
  ofKind,
  remove,
  retire,
  setAttribute,
  setLinkType,
  setOption,
  setTag,
} from './codebook-edits'
import { provisionalId } from './codebook-ids'
import { freeKeys, freshTag } from '../../src/api/fresh-tag'
import { readCodebook, writeCodebook } from './codebook-merging'
import { fieldOf, problemsOf } from './codebook-problems'
import { changesBetween } from './codebook-summary'

/** A draft of the news codebook, with a host that keeps what it is sent. */
function open(refusal?: RefusalCode) {
  const sent: Codebook[] = []
  const host = client(
    async (_, params) => {
      const { codebook } = params as { codebook: Codebook }
      if (refusal) return refuse(refusal, 'No.')
      sent.push(codebook)
      return ok({ codebook })
    },
    () => () => undefined,
  )
  const draft = new CodebookDraft(host, newsCodebook)
  return { draft, sent, now: () => draft.view.getState().draft }
}

const withTag = (codebook: Codebook, name: string): Codebook => {
  const id = provisionalId(codebook)
  return setTag(addTag(codebook, freshTag(codebook, {}, id)), id, { name })
}
const news = newsCodebook
const kind = { of: 'attribute', tag: 'claim', id: 'kind' } as const
const messages = (codebook: Codebook) => problemsOf(codebook, {}).map(({ message }) => message)
const changes = (codebook: Codebook) => changesBetween(news, codebook)

test('what is new gets its id from its name when it is saved, and ends of links follow', async () => {
  const { draft, sent } = open()
  draft.change((codebook) => withTag(codebook, ' Événement clé '))
  draft.change((codebook) => addAttribute(codebook, 'new:1', 'new:2'))
  draft.change((codebook) =>
    setAttribute(codebook, 'new:1', 'new:2', {
      ...ofKind(codebook.tags[3]!.attributes[0]!, 'choice', 'new:3'),
      name: 'Ort',
    }),
  )
  draft.change((codebook) =>
    setOption(codebook, { of: 'option', tag: 'new:1', attribute: 'new:2', id: 'new:3' }, { name: 'Köln' }),
  )
  draft.change((codebook) => addOption(codebook, 'new:1', 'new:2', provisionalId(codebook)))
  draft.change((codebook) =>
    setOption(codebook, { of: 'option', tag: 'new:1', attribute: 'new:2', id: 'new:4' }, { name: 'Koln' }),
  )
  draft.change((codebook) => addLinkType(codebook, 'new:5'))
  draft.change((codebook) =>
    setLinkType(codebook, 'new:5', { name: 'same as!', ends: [{ from: 'new:1', to: 'claim' }] }),
  )
  await draft.save()
  const [saved] = sent
  expect(schema.parse(saved)).toEqual(saved)
  expect(saved!.version).toBe(news.version + 1)
  expect(saved!.tags.at(-1)).toMatchObject({ id: 'evenement-cle', name: 'Événement clé' })
  expect(saved!.tags.at(-1)!.attributes).toMatchObject([
    { id: 'ort', options: [{ id: 'koln' }, { id: 'koln-2' }] },
  ])
  expect(saved!.links.at(-1)).toMatchObject({
    id: 'same-as-2',
    ends: [{ from: 'evenement-cle', to: 'claim' }],
  })
  expect(draft.view.getState()).toEqual({ base: saved, draft: saved, saving: false })
})

test('a refusal leaves the draft as it is', async () => {
  const { draft, now } = open('conflict')
  draft.change((codebook) => setTag(codebook, 'claim', { name: 'Statement' }))
  const before = now()
  expect(await draft.save()).toMatchObject({ ok: false, refusal: { message: 'No.' } })
  expect(now()).toBe(before)
  draft.discard()
  expect(now()).toBe(news)
})

test('what another window saves is taken over, and what is changed here stays on top', () => {
  const { draft, now } = open()
  const elsewhere = {
    ...setTag(withTag(news, 'Event'), 'source', { name: 'Voice' }),
    version: news.version + 1,
  }
  expect(draft.follow(elsewhere)).toBe(false)
  expect(now()).toBe(elsewhere)
  draft.change((codebook) => setTag(codebook, 'claim', { name: 'Statement' }))
  const later = {
    ...setTag(setTag(elsewhere, 'claim', { key: 'k' }), 'figure', { name: 'Number' }),
    version: elsewhere.version + 1,
  }
  expect(draft.follow(later)).toBe(true)
  expect(now().tags.map(({ name }) => name)).toEqual(['Statement', 'Voice', 'Number', 'Event'])
  expect(now().version).toBe(later.version)
})

test('its own announcement is no surprise, whether it comes before the answer or after', async () => {
  const { draft, sent, now } = open()
  draft.change((codebook) => addAttribute(withTag(codebook, 'Event'), 'new:1', 'new:2'))
  draft.change((codebook) =>
    setAttribute(codebook, 'new:1', 'new:2', { ...codebook.tags[3]!.attributes[0]!, name: 'Where' }),
  )
  const saving = draft.save()
  await Promise.resolve()
  // As it comes from the host: the fields in another order.
  const announced = schema.parse(sent[0])
  expect(draft.follow(announced)).toBe(false)
  await saving
  expect(now()).toBe(announced)
  expect(draft.follow(announced)).toBe(false)
})

test('things move by one place, to the ends of their list, and are told of', () => {
  const down = moveBy(news, { of: 'tag', id: 'claim' }, 1)
  expect(down.tags.map(({ id }) => id)).toEqual(['source', 'claim', 'figure'])
  expect(moveBy(down, { of: 'tag', id: 'source' }, -1)).toEqual(down)
  expect(changes(down)).toEqual(['Another order of tags'])
  expect(changes(moveBy(news, kind, 1))).toEqual(['Claim: Another order of attributes'])
  expect(changes(news)).toEqual([])
})

test('every change is told in a sentence', () => {
  expect(changes(setTag(news, 'claim', { name: 'Statement', key: 'k' }))).toEqual([
    '“Claim” becomes “Statement”',
    '“Statement” has another key',
  ])
  expect(changes(retire(news, { of: 'tag', id: 'figure' }, true))).toEqual(['“Figure” is retired'])
  expect(changes(withTag(news, 'Event'))).toEqual(['New tag “Event”'])
  expect(changes(retire(news, { ...kind, of: 'option', attribute: 'kind', id: 'fact' }, true))).toEqual([
    'Claim: “Kind”: “fact” is retired',
  ])
  expect(changes(setLinkType(news, 'supports', { inverse: 'backed by', ends: [] }))).toEqual([
    '“supports” reads otherwise from its second end',
    '“supports” joins other tags',
  ])
})

test('what is taken out again leaves nothing behind', () => {
  const more = withTag(news, 'Event')
  const linked = setLinkType(more, 'supports', {
    ends: [...more.links[2]!.ends, { from: 'new:1', to: 'claim' }],
  })
  expect(remove(linked, { of: 'tag', id: 'new:1' })).toEqual(news)
})

test('the codebook as it comes has no problems, and neither has a new tag with a name', () => {
  expect(messages(news)).toEqual([])
  let codebook = news
  for (let count = 0; count < 9; count++) codebook = withTag(codebook, `Tag ${count}`)
  expect(messages(codebook)).toEqual([])
  for (const look of ['key', 'glyph', 'colour'] as const)
    expect(new Set(codebook.tags.map((tag) => tag[look])).size, look).toBe(12)
  expect(freeKeys(news, {})).not.toContain('N')
})

test.each<[string, Codebook, string]>([
  ['no name', setTag(news, 'claim', { name: ' ' }), 'A tag needs a name.'],
  ['a doubled name', setTag(news, 'claim', { name: 'source ' }), 'Another one has this name.'],
  ['a doubled key', setTag(news, 'claim', { key: 'S' }), '“Source” has this key.'],
  [
    'the key of a command',
    setTag(news, 'claim', { key: 'o' }),
    'O is “Pick the next annotation under the caret”.',
  ],
  [
    'a digit as a key',
    setTag(news, 'claim', { key: '7' }),
    'A key is one letter: Shift and Alt with it do something of their own.',
  ],
  ['a doubled sign', setTag(news, 'claim', { glyph: '◆' }), '“Source” has this sign.'],
  [
    'no sign',
    setTag(news, 'claim', { glyph: '' }),
    'A tag needs a sign, so that it is known without its colour.',
  ],
  ['a colour by name', setTag(news, 'claim', { colour: 'red' }), 'A colour is # and six digits from 0 to f.'],
  ['no name of its own', { ...news, name: '' }, 'The codebook needs a name.'],
  ['an attribute without a name', addAttribute(news, 'claim', 'x'), 'An attribute needs a name.'],
  ['an option without a name', addOption(news, 'claim', 'kind', 'x'), 'An option needs a name.'],
  ['a link type without a name', addLinkType(news, 'x'), 'A link type needs a name.'],
  [
    'a link type without ends',
    setLinkType(news, 'supports', { ends: [] }),
    'A link type needs a pair of tags that it may join.',
  ],
  [
    'a pair twice',
    setLinkType(news, 'supports', { ends: [...news.links[2]!.ends, ...news.links[2]!.ends] }),
    'The same pair of tags is there twice.',
  ],
])('%s is a problem', (_, codebook, message) => expect(messages(codebook)).toContain(message))

test('what nobody can choose any more is a problem', () => {
  const nothing = news.tags.reduce((all, { id }) => retire(all, { of: 'tag', id }, true), news)
  expect(messages(nothing)).toEqual(['At least one tag must be offered.'])
})

test('a problem is told where its field is', () => {
  const [problem] = problemsOf(addOption(news, 'claim', 'kind', 'x'), {})
  expect(problem!.at).toBe(fieldOf({ of: 'option', tag: 'claim', attribute: 'kind', id: 'x' }, 'name'))
})

test('a codebook that was exported is imported as it was', () => {
  const read = readCodebook('codebook.json', writeCodebook(news))
  expect(read).toEqual(ok(news))
  expect(adopt(news, news)).toEqual(news)
})

test('what an imported codebook lacks is retired, and kinds of attributes stay', () => {
  const foreign: Codebook = {
    ...news,
    id: 'theirs',
    name: 'Theirs',
    version: 9,
    tags: [
      {
        ...news.tags[0]!,
        name: 'Statement',
        attributes: [{ kind: 'text', id: 'kind', name: 'Art', description: '', retired: false }],
      },
    ],
    links: [],
  }
  const draft = adopt(news, foreign)
  expect(draft).toMatchObject({ id: news.id, version: news.version, name: 'Theirs' })
  expect(draft.tags.map(({ name, retired }) => [name, retired])).toEqual([
    ['Statement', false],
    ['Source', true],
    ['Figure', true],
  ])
  expect(draft.tags[0]!.attributes.map(({ id, kind: is, retired }) => [id, is, retired])).toEqual([
    ['kind', 'choice', false],
    ['check-worthiness', 'choice', true],
    ['status', 'choice', true],
    ['confidence', 'choice', true],
  ])
  expect(draft.links.every(({ retired }) => retired)).toBe(true)
})

test.each([
  ['what is no JSON', '{', 'is no JSON file'],
  ['another file', '{"schema":"x"}', 'is no codebook'],
  ['an id twice', JSON.stringify({ ...news, tags: [news.tags[0], news.tags[0]] }), 'the id “claim” twice'],
])('%s is refused', (_, text, message) => {
  const read = readCodebook('file.json', new TextEncoder().encode(text))
  expect(read).toMatchObject({ ok: false, refusal: { message: expect.stringContaining(message) } })
})
