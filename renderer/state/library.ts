import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../../src/api/wire'
import type { Reply } from '../../src/api/contract'
import type { Undo } from '../../src/base/scope'
import type { DocumentSummary } from '../../src/core/library'
import type { Preferences } from '../../src/core/preferences'

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
}

export interface Library {
  readonly view: StoreApi<LibraryView>
  search(query: string): void
  follow(): Undo
}

export function createLibrary(client: Client, opened: Pick<Opened, 'documents' | 'samples'>): Library {
  const view = createStore<LibraryView>(() => ({
    documents: new Map(opened.documents.map((document) => [document.id, document])),
    samples: opened.samples,
    query: '',
    reading: 0,
    lastRemoved: undefined,
  }))
  return {
    view,
    search: (query) => view.setState({ query }),
    follow: () =>
      client.on('library.changed', ({ documents, removed }) => {
        const next = new Map(view.getState().documents)
        for (const document of documents) next.set(document.id, document)
        for (const id of removed) next.delete(id)
        view.setState({ documents: next })
      }),
  }
}

/** The documents to list: those whose title holds every word of `query`, in the chosen order. */
export function listed(
  documents: Iterable<DocumentSummary>,
  query: string,
  sort: Preferences['sort'],
): DocumentSummary[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const matches = (title: string): boolean => words.every((word) => fold(title).includes(word))
  const found = [...documents]
  return (words.length === 0 ? found : found.filter(({ title }) => matches(title))).sort(
    (a, b) => ORDER[sort](a, b) || alphabet.compare(a.title, b.title) || compare(a.id, b.id),
  )
}

const alphabet = new Intl.Collator()
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const ORDER: Record<Preferences['sort'], (a: DocumentSummary, b: DocumentSummary) => number> = {
  changed: (a, b) => compare(b.changed, a.changed),
  imported: (a, b) => compare(b.imported, a.imported),
  length: (a, b) => b.length - a.length,
  title: (a, b) => alphabet.compare(a.title, b.title),
}

/** Without case and accents, so that “elysee” finds “Élysée”. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
