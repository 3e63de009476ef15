import type { Annotation } from '../core/annotation/annotation'
import type { Link } from '../core/annotation/link'
import type { Person } from '../core/annotation/set'
import { newsCodebook } from '../core/codebook/news'
import type { Answer } from '../core/review/answer'
import { newAdjudicatedSet } from '../core/review/adjudicated'
import type { Verdict } from '../core/review/verdict'
import { marked } from './marked'
import { ada, annotationOf, articleOf, ben, linkOf, setBy, time } from './records'
import type { AnnotatedDocument } from '../formats/sets/codec'

export const cleo: Person = { id: 'person-cleo', name: 'Cleo' }

const gold = newAdjudicatedSet(newsCodebook.id, time(9))

const tagged = (id: string, tag: string, source: string, more: Partial<Annotation> = {}): Annotation => {
  const { text, ranges } = marked(source)
  return annotationOf(id, tag, text, ranges, more)
}
const bens = { set: setBy(ben).id }

const adasClaim = tagged('a-1', 'claim', '[Fares rise] by 5%, says Jo.', {
  attributes: { status: 'supported' },
})
const bensClaim = tagged('b-1', 'claim', '[Fares rise by 5%], says Jo.', bens)
const adasSource = tagged('a-2', 'source', 'Fares rise by 5%, says [Jo].', { note: 'who?' })
/** It is not there any more. */
const bensFigure = tagged('b-2', 'figure', 'Fares rise by [5%], says Jo.', {
  ...bens,
  attributes: { value: 5 },
})
const settled = tagged('g-1', 'claim', '[Fares rise by 5%], says Jo.', {
  set: gold.id,
  attributes: { status: 'refuted' },
})
const adasLink = linkOf('l-1', 'attributed-to', 'a-1', 'a-2')

const verdictOn = (judged: Annotation | Link, more: Partial<Verdict>): Verdict => ({
  id: `v-${judged.id}`,
  judged,
  by: cleo,
  decision: 'reject',
  reason: '',
  created: time(60),
  modified: time(60),
  ...more,
})

export const objection: Answer = {
  id: 'answer-1',
  on: 'v-a-1',
  by: ada,
  kind: 'object',
  words: 'No figure was meant.',
  created: time(120),
  modified: time(120),
}

/** Ada and Ben read it, and Cleo settled what they differ in; Ada has changed her source since. */
export const judged: AnnotatedDocument = {
  article: articleOf('doc-fares', marked('[Fares] rise by 5%, says Jo.').text, 'Fares'),
  records: {
    sets: [setBy(ada), setBy(ben), gold],
    annotations: [adasClaim, bensClaim, { ...adasSource, note: '', modified: time(70) }, settled],
    links: [adasLink],
    comments: [],
    verdicts: [
      verdictOn(adasClaim, { decision: 'fix', reason: 'the number belongs to it', result: 'g-1' }),
      verdictOn(bensClaim, { decision: 'accept', rule: 'majority', result: 'g-1' }),
      verdictOn(adasSource, {}),
      verdictOn(bensFigure, { decision: 'discuss', reason: 'a figure?', result: 'g-gone' }),
      verdictOn(adasLink, { by: ben }),
    ],
    answers: [objection],
  },
}
