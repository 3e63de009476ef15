import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../../src/api/wire'
import type { Reply } from '../../src/api/contract'
import type { Undo } from '../../src/base/scope'
import type { DocumentSummary } from '../../src/core/library'
import type { Edit } from '../../src/core/change/change'
import type { Preferences } from '../../src/core/preferences'
import { fold } from './folding'

type Opened = Reply<'workspace.open'>

/** The documents of the workspace as the window knows them. */
export interface LibraryView {
  readonly documents: ReadonlyMap<string, DocumentSummary>
  readonly samples: Opened['samples']
  /** What is typed into the search field. */
  readonly query: string
  /** How many files are being read now. */
  readonly reading: number
  /** What undo would put back, until something else is done. */
  readonly lastRemoved: { readonly id: string; readonly title: string } | undefined
  /** What was tagged in several documents at once, which undo would take back, until something else is done. */
  readonly lastTagged: readonly { readonly id: string; readonly edit: Edit }[] | undefined
}

export interface Library {
  readonly view: StoreApi<LibraryView>
  search(query: string): void
  /** Takes over what a host says of documents, whether announced or answered. */
  learn(documents: readonly DocumentSummary[], removed?: readonly string[]): void
  follow(): Undo
  /** Reads the list anew, for when announcements may have been missed. */
  refresh(): Promise<void>
}

export function createLibrary(client: Client, opened: Pick<Opened, 'documents' | 'samples'>): Library {
  const view = createStore<LibraryView>(() => ({
    documents: new Map(opened.documents.map((document) => [document.id, document])),
    samples: opened.samples,
    query: '',
    reading: 0,
    lastRemoved: undefined,
    lastTagged: undefined,
  }))
  const learn: Library['learn'] = (documents, removed = []) => {
    const next = new Map(view.getState().documents)
    for (const document of documents) next.set(document.id, document)
    for (const id of removed) next.delete(id)
    view.setState({ documents: next })
  }
  return {
    view,
    search: (query) => view.setState({ query }),
    learn,
    follow: () => client.on('library.changed', ({ documents, removed }) => learn(documents, removed)),
    async refresh() {
      const answer = await client.send('workspace.open', {})
      if (!answer.ok) return
      const { documents, samples } = answer.value
      view.setState({ documents: new Map(documents.map((document) => [document.id, document])), samples })
    },
  }
}

/** The samples that are not documents already. */
export function offered({
  samples,
  documents,
}: Pick<LibraryView, 'samples' | 'documents'>): Opened['samples'] {
  if (samples.length === 0) return samples
  const known = new Set<string>()
  for (const { title, length } of documents.values()) known.add(`${length} ${title}`)
  return samples.filter(({ title, length }) => !known.has(`${length} ${title}`))
}

/** Lists documents again and again. It begins from the last order: what is in order is put in order in one walk. */
export class Listing {
  #before: readonly DocumentSummary[] = []

  /** Those whose title holds every word of `query`, in the chosen order. */
  list(
    documents: ReadonlyMap<string, DocumentSummary>,
    query: string,
    sort: Preferences['sort'],
  ): readonly DocumentSummary[] {
    const known = new Set(this.#before.map(({ id }) => id))
    const all = this.#before.flatMap(({ id }) => documents.get(id) ?? [])
    for (const document of documents.values()) if (!known.has(document.id)) all.push(document)
    this.#before = all.toSorted(
      (a, b) => ORDER[sort](a, b) || alphabet.compare(a.title, b.title) || compare(a.id, b.id),
    )
    const matches = titleMatcher(query)
    return this.#before.filter(({ title }) => matches(title))
  }
}

/** Whether a title holds every word of `query`. */
export function titleMatcher(query: string): (title: string) => boolean {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  return (title) => {
    const folded = foldedTitle(title)
    return words.every((word) => folded.includes(word))
  }
}

const alphabet = new Intl.Collator()
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const ORDER: Record<Preferences['sort'], (a: DocumentSummary, b: DocumentSummary) => number> = {
  changed: (a, b) => compare(b.changed, a.changed),
  imported: (a, b) => compare(b.imported, a.imported),
  length: (a, b) => b.length - a.length,
  title: (a, b) => alphabet.compare(a.title, b.title),
}

/** Titles are folded once, not at every key of a search. */
const FOLDED = new Map<string, string>()
const MOST_FOLDED = 50_000

function foldedTitle(title: string): string {
  let folded = FOLDED.get(title)
  if (folded === undefined) {
    if (FOLDED.size >= MOST_FOLDED) FOLDED.clear()
    FOLDED.set(title, (folded = fold(title)))
  }
  return folded
}
