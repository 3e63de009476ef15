import { expectOk } from '../../base/outcome'
import { tagSpan } from '../../core/change/edits'
import { applyAll } from '../../core/change/apply'
import type { Change, Edit } from '../../core/change/change'
import { invertAll } from '../../core/change/invert'
import { type DocumentState, emptyState } from '../../core/change/state'
import { newsCodebook } from '../../core/codebook/news'
import type { Article } from '../../core/document/article'
import { marked } from '../../testing/marked'
import { ada, articleOf, authorOf, time } from '../../testing/records'

/** An article whose text is corrected between tagging and commenting, and the state after each of the six edits. */
export interface Corrections {
  readonly article: Article
  readonly edits: readonly Edit[]
  readonly after: (count: number) => DocumentState
}

export function corrections(id: string): Corrections {
  const { text, ranges } = marked('Fares [rize] 📉\n[the operator] said')
  const article: Article = { ...articleOf(id, text), lines: [{ line: 0, kind: 'heading', level: 1 }] }
  const tagged = tagSpan(emptyState(text), authorOf(ada), newsCodebook.tags[1]!, [ranges[1]!])
  const spelled = textChange(ranges[0]!.start, 'rize', 'rise')
  const broken: Change = {
    of: 'text',
    kind: 'replace',
    start: ranges[0]!.end,
    from: { words: ' ', styles: [] },
    to: { words: '\n– ', styles: [{ line: 1, kind: 'item' }] },
  }
  /** The text reads as it came, and only a line is another. */
  const restyled: Change = {
    of: 'text',
    kind: 'replace',
    start: text.indexOf('\n'),
    from: { words: '\n', styles: [] },
    to: { words: '\n', styles: [{ line: 1, kind: 'quote' }] },
  }
  const comment: Change = {
    of: 'comment',
    kind: 'add',
    record: {
      id: 'comment-1',
      on: tagged.annotation.id,
      author: ada,
      words: 'Which operator?',
      created: time(7),
      modified: time(7),
    },
  }
  const edits = [
    tagged.edit,
    editOf('edit-spell', [spelled]),
    editOf('edit-break', [broken]),
    editOf('edit-comment', [comment]),
    { ...editOf('edit-undo', invertAll([broken, spelled])), undoes: 'edit-spell' },
    editOf('edit-restyle', [restyled]),
  ]
  const after = (count: number): DocumentState =>
    expectOk(
      applyAll(
        emptyState(text, article.lines),
        edits.slice(0, count).flatMap(({ changes }) => changes),
      ),
    )
  return { article, edits, after }
}

const textChange = (start: number, from: string, to: string): Change => ({
  of: 'text',
  kind: 'replace',
  start,
  from: { words: from, styles: [] },
  to: { words: to, styles: [] },
})

const editOf = (id: string, changes: Change[]): Edit => ({
  id,
  name: 'Correct the text',
  author: ada.id,
  at: time(30),
  changes,
})
