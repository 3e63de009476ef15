import { expect, test } from 'vitest'
import { type Answer, client } from '../../src/api/wire'
import { ok, refuse } from '../../src/base/outcome'
import { blocksOf } from '../../src/core/document/blocks'
import { articleOf } from '../../src/testing/records'
import { ArticleSentences, type Reading } from './article-sentences'

const imported = 'One. Two.'
const found = [0, 4, 5, 9]

/** Sentences of an article that reads `text`, and of which the host is at `revision`. */
function reading(text: string, article = { ...articleOf('doc-1', imported), sentences: found }) {
  const host = { answers: [] as Answer[], asked: 0 }
  const window = client(
    async () => {
      host.asked++
      return host.answers.shift() ?? ok({ revision: now.confirmed.revision, sentences: [1, 2] })
    },
    () => () => undefined,
  )
  let now: Reading
  const reads = (next: string, revision: number, confirmed = next): void => {
    now = { text: next, blocks: blocksOf(next), confirmed: { text: confirmed, revision } }
  }
  reads(text, 1)
  const sentences = new ArticleSentences(window, article)
  return {
    host,
    reads,
    list: () => sentences.of(() => now),
    settle: () => new Promise((done) => setTimeout(done)),
  }
}

test('they come with the article', () => {
  const { host, list } = reading(imported)
  expect(list()).toBe(found)
  expect(host.asked).toBe(0)
})

test('of a corrected text they are asked for once; until they are there, a line stands for one', async () => {
  const { host, reads, list, settle } = reading('One!\n\nTwo.')
  expect([list(), list()]).toEqual([
    [0, 4, 6, 10],
    [0, 4, 6, 10],
  ])
  await settle()
  expect([list(), list(), host.asked]).toEqual([[1, 2], [1, 2], 1])
  reads(imported, 2)
  expect(list()).toBe(found)
})

test('those of an article that has none are asked for', async () => {
  const { list, settle } = reading(imported, articleOf('doc-1', imported) as never)
  expect(list()).toEqual([0, 4, 5, 9])
  await settle()
  expect(list()).toEqual([1, 2])
})

test('nothing is asked while a correction is pending, and an answer that comes too late is not taken', async () => {
  const { host, reads, list, settle } = reading('One!')
  reads('One?', 1, 'One!')
  expect([list(), host.asked]).toEqual([[0, 4], 0])
  reads('One?', 2)
  host.answers.push(ok({ revision: 1, sentences: [7, 8] }), refuse('internal', 'It failed.'))
  for (const asked of [1, 2, 3]) {
    expect(list()).toEqual([0, 4])
    await settle()
    expect(host.asked).toBe(asked)
  }
  expect(list()).toEqual([1, 2])
})
