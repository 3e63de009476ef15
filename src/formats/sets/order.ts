import { compareAnnotations } from '../../core/annotation/annotation'
import { compareComments } from '../../core/annotation/comment'
import type { Records } from '../../core/change/state'
import { compareVerdicts } from '../../core/review/verdict'

/** The records in the order of exports, which depends on nothing but them, so that two exports can be compared. */
export const inOrder = ({ sets, annotations, links, comments, verdicts, answers }: Records): Records => ({
  sets: sets.toSorted(byAge),
  annotations: annotations.toSorted(compareAnnotations),
  links: links.toSorted(byAge),
  comments: comments.toSorted(compareComments),
  verdicts: verdicts.toSorted(compareVerdicts),
  answers: answers.toSorted(byAge),
})

interface Dated {
  readonly created: string
  readonly id: string
}

const byAge = (a: Dated, b: Dated): number => compareText(a.created, b.created) || compareText(a.id, b.id)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
