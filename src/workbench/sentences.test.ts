import { describe, expect, test } from 'vitest'
import { expectOk, refuse } from '../base/outcome'
import { memoryStore } from '../store/memory-store'
import { ada, articleOf, countingIds } from '../testing/records'
import { newEntry } from '../store/workspace'
import type { RunTask } from './ports'
import { inProcess, taskFunctions } from './tasks'
import { Annotator, correction, filesOf, hashOf, rehearse } from './testing/rehearsal'

/** A workbench whose tasks are counted by name and can be made to fail. */
function watching() {
  const ran: string[] = []
  const tasks = inProcess(taskFunctions(hashOf, countingIds()))
  const failing = { next: false }
  const runTask: RunTask = (name, params, options) => {
    ran.push(name)
    if (!failing.next) return tasks(name, params, options)
    failing.next = false
    return Promise.resolve(refuse('internal', 'It failed.'))
  }
  return { ran, failing, runTask }
}

async function atWorkOn(text: string) {
  const { ran, failing, runTask } = watching()
  const rehearsal = rehearse({ ports: { runTask } })
  const { added } = expectOk(
    await rehearsal.client.send('library.add', { files: filesOf({ 'a.txt': text }) }),
  )
  const id = added[0]!.id
  ran.length = 0
  const ask = () => rehearsal.client.send('article.sentences', { id })
  return { ...rehearsal, ran, failing, id, ask, annotator: await Annotator.at(rehearsal, id) }
}

describe('sentences', () => {
  test('are found at import and kept with the article', async () => {
    const { client, id, ran, ask } = await atWorkOn('Fares rise.\n\nNobody asked.')
    const { article } = expectOk(await client.send('article.open', { id }))
    expect(article.sentences).toEqual([0, 11, 13, 26])
    expect(expectOk(await ask())).toEqual({ revision: 0, sentences: article.sentences })
    expect(ran).toEqual([])
  })

  test('of a corrected text are found once, until it is corrected again', async () => {
    const { annotator, ran, ask } = await atWorkOn('Fares rise.\n\nNobody asked.')
    await annotator.does(correction('Fares rise[].\n\nNobody asked.', ' again', 'first'))
    const found = { sentences: [0, 17, 19, 32] }
    expect((await Promise.all([ask(), ask()])).map(expectOk)).toEqual([
      { revision: 1, ...found },
      { revision: 1, ...found },
    ])
    await annotator.tags('[Fares] rise again.\n\nNobody asked.')
    expect(expectOk(await ask())).toEqual({ revision: 2, ...found })
    expect(ran).toEqual(['article.sentences'])
    await annotator.does(correction('Fares rise again.\n\nNobody[ asked].', '', 'second'))
    expect(expectOk(await ask()).sentences).toEqual([0, 17, 19, 26])
    expect(ran).toEqual(['article.sentences', 'article.sentences'])
  })

  test('that could not be found are looked for again', async () => {
    const { annotator, failing, ask } = await atWorkOn('Fares rise.')
    await annotator.does(correction('Fares rise[.]', '!'))
    failing.next = true
    expect(await ask()).toMatchObject({ refusal: { code: 'internal' } })
    expect(expectOk(await ask()).sentences).toEqual([0, 11])
  })

  test('of an article that was added before there were any are found when they are asked for', async () => {
    const store = memoryStore(ada)
    const article = articleOf('doc-old', 'Fares rise.')
    expectOk(await store.create(article, { bytes: new Uint8Array(), extension: 'txt' }))
    expectOk(await store.saveWorkspace({ ...store.workspace, documents: [newEntry(article)] }))
    const { client } = rehearse({ store })
    expect(expectOk(await client.send('article.sentences', { id: 'doc-old' })).sentences).toEqual([0, 11])
    expect(await client.send('article.sentences', { id: 'doc-9' })).toMatchObject({
      refusal: { code: 'missing' },
    })
  })
})
