import { expect, test } from 'vitest'
import { newsCodebook } from '../core/codebook/news'
import { commandsFor } from './commands'

const commands = commandsFor(newsCodebook)
const repeated = (list: readonly string[]): string[] => list.filter((one, at) => list.indexOf(one) !== at)

test('no two commands share a key at the same time, a name or an id', () => {
  for (const when of [undefined, 'review', 'inbox'] as const)
    expect(repeated(commands.filter(({ during }) => during === when).flatMap(({ keys }) => keys))).toEqual([])
  expect(repeated(commands.map(({ name }) => name))).toEqual([])
  expect(repeated(commands.map(({ id }) => id))).toEqual([])
})

test('keys are written in one way: modifiers in their order, then the key as it is printed', () => {
  const key =
    /^(Mod\+)?(Alt\+)?(Shift\+)?(F\d+|Enter|Escape|Delete|Backspace|Space|[A-Z\d]|Arrow(Up|Down|Left|Right)|[^\w\s])$/
  for (const { keys } of commands) for (const each of keys) expect(each).toMatch(key)
})

test('every tag has its letter and its number', () => {
  expect(
    commands
      .filter(({ id }) => id.startsWith('tag.') && id !== 'tag.everywhere')
      .map(({ name, keys }) => [name, ...keys]),
  ).toEqual([
    ['Tag as claim', 'C', '1'],
    ['Tag as source', 'S', '2'],
    ['Tag as figure', 'F', '3'],
  ])
})

test('only the first nine tags have a number', () => {
  const [tag] = newsCodebook.tags
  const tags = Array.from('abcdefghijk').map((key) => ({ ...tag!, id: key, name: key, key }))
  const numbers = commandsFor({ ...newsCodebook, tags }).flatMap(({ keys }) =>
    keys.filter((key) => /^\d+$/.test(key)),
  )
  expect(numbers).toEqual(Array.from('123456789'))
})

test('commands of one group stand together', () => {
  const groups = commands.map(({ group }) => group)
  expect(repeated(groups.filter((group, k) => group !== groups[k - 1]))).toEqual([])
})
