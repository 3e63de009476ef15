import { describe, expect, test } from 'vitest'
import type { Reply } from '../../api/contract'
import { expectOk } from '../../base/outcome'
import { assayJson } from '../../formats/sets/assay/assay-json'
import type { Codec } from '../../formats/sets/codec'
import { codecs } from '../../formats/sets/index'
import { exportedOf, toy } from '../../testing/toy'
import { type Rehearsal, hashOf, rehearse } from '../testing/rehearsal'

const read = codecs.filter(({ reader }) => reader !== undefined)
const sent = { ...toy, article: { ...toy.article, hash: hashOf(toy.article.text) } }

async function take({ client }: Rehearsal, name: string, bytes: Uint8Array): Promise<Reply<'sets.import'>> {
  const files = [{ name, bytes: bytes.slice() }]
  return expectOk(await client.send('sets.import', { files, rehearse: false, take: [], labels: [] }))
}

/** A workspace that has the article, and a file of its annotations in this format. */
async function withArticle(codec: Codec) {
  const rehearsal = rehearse()
  const empty = {
    ...sent,
    records: { sets: [], annotations: [], links: [], comments: [], verdicts: [], answers: [] },
  }
  await take(rehearsal, 'article.json', assayJson.write(exportedOf(empty)))
  return { rehearsal, bytes: codec.write(exportedOf(sent)) }
}

const choices = (codec: Codec): Readonly<Record<string, string>>[] => [
  {},
  ...(codec.choices ?? []).flatMap(({ id, options }) => options.map((option) => ({ [id]: option.id }))),
]

describe.each(read.map((codec) => [codec.id, codec] as const))('%s', (_, codec) => {
  test('comes into a workspace that has the article, and is all here the second time', async () => {
    const { rehearsal, bytes } = await withArticle(codec)
    const told = await take(rehearsal, `a.${codec.extension}`, bytes)
    expect([told.format, told.problems]).toEqual([codec.id, []])
    const [document] = told.documents
    expect(told.documents).toHaveLength(1)
    expect(['hash', 'id', 'name']).toContain(document!.how)
    expect([document!.doubtful.count, document!.refused.count]).toEqual([0, 0])
    const { annotations } = expectOk(await rehearsal.client.send('article.open', { id: document!.id! }))
    const quotes = annotations.map(({ tag, span }) => `${tag}: ${span.map(({ exact }) => exact).join(' … ')}`)
    expect(quotes).toContain('source: police')
    expect(quotes).toContain('figure: 12%')
    const again = (await take(rehearsal, `a.${codec.extension}`, bytes)).documents[0]!
    const nothing = { annotations: 0, links: 0, comments: 0, verdicts: 0, answers: 0 }
    expect({ added: again.added, changed: again.changed }).toEqual({ added: nothing, changed: nothing })
    expect(again.same.annotations).toBe(document!.added.annotations)
  })

  test.each(choices(codec))('as %o is known for what it is, and by nobody else', async (chosen) => {
    const rehearsal = rehearse()
    const told = await take(rehearsal, `a.${codec.extension}`, codec.write(exportedOf(sent), chosen)).catch(
      (error: unknown) => error as Error,
    )
    // Without a text of its own, it can only say which article is missing.
    if (told instanceof Error) throw told
    expect(told.format).toBe(codec.id)
    if (codec.capabilities.text) expect(told.documents.map(({ how }) => how)).toEqual(['new'])
    else expect(told.problems[0]!.message).toContain('is not here')
  })
})
