import type { Change, Edit } from '../../core/change/change'
import { type DocumentState, type Records, stateOf } from '../../core/change/state'
import type { Article } from '../../core/document/article'
import { ada, annotationOf, articleOf, setBy, time } from '../../testing/records'

// Characters of one to four bytes, so that a cut anywhere also cuts characters.
const text = 'Crime fell 12 %, said the café’s owner. 📉 “Nearly”, she added.'

/** An article and how somebody tags it word by word: edits that follow each other, and what is there after each. */
export interface Taggings {
  readonly article: Article
  readonly edits: readonly Edit[]
  /** What is there after that many of the edits. */
  readonly after: (count: number) => Records
}

export function taggings(id: string, count: number): Taggings {
  const annotations = Array.from({ length: count }, (_, k) => {
    const start = k % 30
    return annotationOf(`ann-${k + 1}`, 'claim', text, [{ start, end: start + 12 }], { note: `café 📉 ${k}` })
  })
  return {
    article: articleOf(id, text),
    edits: annotations.map((record, k) => editOf(k, { of: 'annotation', kind: 'add', record })),
    after: (done) => ({
      sets: done > 0 ? [setBy(ada)] : [],
      annotations: annotations.slice(0, done),
      links: [],
      comments: [],
      verdicts: [],
      answers: [],
    }),
  }
}

const editOf = (k: number, change: Change): Edit => ({
  id: `edit-${k + 1}`,
  name: 'Tag as claim',
  author: ada.id,
  at: time(k),
  changes: k === 0 ? [{ of: 'set', kind: 'add', record: setBy(ada) }, change] : [change],
})

/** The document of `taggings` with these records, as a snapshot is made of it. */
export const stateWith = (records: Records): DocumentState => stateOf(text, records)

export const original = { bytes: new TextEncoder().encode(text), extension: 'txt' }
