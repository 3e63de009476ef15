import { expect, test } from 'vitest'
import type { Attribute } from './attribute'
import type { Codebook, Tag } from './codebook'
import { newsCodebook } from './news'
import { problemsOfNext } from './succession'

/** The next version of the news codebook, after `change` has been at a copy of it. */
function next(change: (copy: Codebook) => void): Codebook {
  const copy = { ...structuredClone(newsCodebook), version: newsCodebook.version + 1 }
  change(copy)
  return copy
}
const problems = (change: (copy: Codebook) => void): string[] => problemsOfNext(newsCodebook, next(change))

const freshTag = (more: Partial<Tag> = {}): Tag => ({
  ...newsCodebook.tags[0]!,
  id: 'promise',
  name: 'Promise',
  key: 'p',
  attributes: [],
  ...more,
})

test('what may be renamed, retired and added is no problem', () => {
  expect(problems(() => undefined)).toEqual([])
  expect(
    problems(({ tags, links }) => {
      tags[0]!.name = 'Statement'
      tags[1]!.retired = true
      const [kind] = tags[0]!.attributes as Extract<Attribute, { kind: 'choice' }>[]
      kind!.options[0]!.retired = true
      kind!.options.push({ id: 'rumour', name: 'rumour', retired: false })
      tags[0]!.attributes.reverse()
      tags.push(freshTag({ name: 'Source', key: 's' }))
      links[0]!.retired = true
      links.push({
        ...links[0]!,
        id: 'promised-by',
        ends: [{ from: 'promise', to: 'source' }],
        retired: false,
      })
    }),
  ).toEqual([])
})

test.each<[string, (copy: Codebook) => void, string[]]>([
  ['another id', (copy) => (copy.id = 'other'), ['id: it must stay “assay-news”.']],
  [
    'a version that is not the next',
    (copy) => copy.version++,
    [`version: expected ${newsCodebook.version + 1}, since the codebook is at ${newsCodebook.version}.`],
  ],
  [
    'a tag left out',
    ({ tags, links }) => {
      tags.pop()
      links.forEach((type) => (type.ends = [{ from: 'claim', to: 'source' }]))
    },
    ['tags: “Figure” (figure) is left out. Retire it instead.'],
  ],
  [
    'a link type left out',
    ({ links }) => links.shift(),
    ['links: “attributed to” (attributed-to) is left out. Retire it instead.'],
  ],
  [
    'an attribute left out',
    ({ tags }) => tags[1]!.attributes.pop(),
    ['tags[1].attributes: “Role” (role) is left out. Retire it instead.'],
  ],
  [
    'an option left out',
    ({ tags }) => (tags[0]!.attributes[0] as { options: unknown[] }).options.pop(),
    ['tags[0].attributes[0].options: “policy” (policy) is left out. Retire it instead.'],
  ],
  [
    'an attribute of another kind',
    ({ tags }) => (tags[2]!.attributes[0] = { ...tags[2]!.attributes[0]!, kind: 'text' }),
    ['tags[2].attributes[0].kind: it must stay “number”, because values were given to “Value”.'],
  ],
  [
    'an id twice',
    ({ tags }) => tags.push(freshTag({ id: 'claim', attributes: tags[0]!.attributes })),
    ['tags[3].id: “claim” is at tags[0].id already.'],
  ],
  [
    'a name twice, in other letters',
    ({ tags }) => tags.push(freshTag({ name: ' claim' })),
    ['tags[3].name: “ claim” is at tags[0].name already.'],
  ],
  [
    'a key twice',
    ({ tags }) => tags.push(freshTag({ key: 'C' })),
    ['tags[3].key: “C” is at tags[0].key already.'],
  ],
  [
    'an option’s name twice',
    ({ tags }) =>
      (tags[0]!.attributes[0] as { options: { name: string }[] }).options.forEach(
        (each) => (each.name = 'x'),
      ),
    [1, 2, 3].map(
      (at) =>
        `tags[0].attributes[0].options[${at}].name: “x” is at tags[0].attributes[0].options[0].name already.`,
    ),
  ],
  [
    'nothing to tag with',
    ({ tags }) => tags.forEach((tag) => (tag.retired = true)),
    ['tags: at least one must not be retired.'],
  ],
  [
    'nothing to choose',
    ({ tags }) =>
      (tags[0]!.attributes[0] as { options: { retired: boolean }[] }).options.forEach(
        (each) => (each.retired = true),
      ),
    ['tags[0].attributes[0].options: at least one must not be retired.'],
  ],
  [
    'ends that are no tags',
    ({ links }) => (links[0]!.ends = [{ from: 'claim', to: 'rumour' }]),
    ['links[0].ends[0].to: there is no tag “rumour”.'],
  ],
  [
    'ends twice',
    ({ links }) => links[0]!.ends.push(links[0]!.ends[0]!),
    ['links[0].ends[1]: “claim → source” is at links[0].ends[0] already.'],
  ],
])('%s', (_, change, found) => expect(problems(change)).toEqual(found))
