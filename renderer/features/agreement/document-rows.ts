import type { Survey, SurveyedMeasure } from '../../../src/core/agreement/survey-result'
import { valueOf } from './figures'

/** A document in the table, with how far its readers agree. */
export interface DocumentLine {
  readonly id: string
  readonly title: string
  readonly readers: readonly string[]
  readonly marks: number
  readonly figure: SurveyedMeasure['all']['figure']
}

export type Column = 'title' | 'readers' | 'marks' | 'figure'

export interface Sort {
  readonly by: Column
  /** Whether the most comes first. */
  readonly down: boolean
}

export function rowsOf({ documents }: Survey, { byDocument }: SurveyedMeasure): DocumentLine[] {
  const figures = new Map(byDocument.map(({ document, figure }) => [document, figure]))
  return documents.flatMap((document) => {
    const figure = figures.get(document.id)
    return figure ? [{ ...document, figure }] : []
  })
}

const alphabet = new Intl.Collator('en', { numeric: true })

/** What has no figure comes last either way. */
export function sortedBy(rows: readonly DocumentLine[], { by, down }: Sort): DocumentLine[] {
  const sign = down ? -1 : 1
  return rows.toSorted((a, b) => {
    const [one, other] = [valueOf(a.figure), valueOf(b.figure)]
    if (by === 'figure' && (one === undefined) !== (other === undefined)) return one === undefined ? 1 : -1
    const order = {
      title: () => alphabet.compare(a.title, b.title),
      readers: () => a.readers.length - b.readers.length,
      marks: () => a.marks - b.marks,
      figure: () => (one ?? 0) - (other ?? 0),
    }[by]()
    return sign * order || alphabet.compare(a.title, b.title)
  })
}
