import type { Params, Reply } from '../api/contract'
import { type Outcome, ok } from '../base/outcome'
import { type Search, findAll } from '../core/document/search'
import { surroundingsOf } from '../core/document/surroundings'
import type { Catalogue } from './catalogue'
import type { Documents } from './documents'
import { sideBySide } from './side-by-side'

/** So much is shown of what stands around a place, in UTF-16 units on each side. */
const AROUND = 40

type Found = Reply<'library.find'>['found'][number]

/**
 * Looks for words in the texts of documents as they read now. Documents without them are left out, and those that
 * cannot be read are told of. No document is kept in memory for it.
 */
export async function findInLibrary(
  catalogue: Catalogue,
  documents: Documents,
  { documents: ids, words, most, ...search }: Params<'library.find'>,
): Promise<Outcome<Reply<'library.find'>>> {
  const reply: Reply<'library.find'> = { found: [], troubles: [] }
  const looked = await sideBySide([...new Set(ids)], 4, async (id) => {
    const document = await documents.look(id)
    return {
      id,
      found: document.ok ? ok(placesIn(id, document.value.state.text, words, most, search)) : document,
    }
  })
  for (const { id, found } of looked) {
    if (!found.ok) reply.troubles.push(troubleOf(catalogue.get(id)?.title, found.refusal.message))
    else if (found.value.count > 0) reply.found.push(found.value)
  }
  return ok(reply)
}

function placesIn(id: string, text: string, words: string, most: number, search: Search): Found {
  const all = findAll(text, words, search)
  const places = all.slice(0, most).map(({ start, end }) => ({
    start,
    end,
    words: text.slice(start, end),
    ...surroundingsOf(text, { start, end }, AROUND),
  }))
  return { id, count: all.length, places }
}

const troubleOf = (title: string | undefined, message: string): string =>
  title === undefined ? message : `“${title}” was not searched: ${message}`
