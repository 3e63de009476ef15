import { expect, test } from 'vitest'
import { noRecords, stateOf } from '../../src/core/change/state'
import { newsCodebook } from '../../src/core/codebook/news'
import { marked } from '../../src/testing/marked'
import { ada, annotationOf, ben, linkOf, setBy, time } from '../../src/testing/records'
import { findAnnotations } from './annotation-search'

const { text, ranges } = marked(
  '[Fares rise], said [the operator]. [They fell], [Élise Béraud] said. [12 percent]',
)
const at = (k: number) => [ranges[k]!]
const list = [
  annotationOf('rise', 'claim', text, at(0), { attributes: { kind: 'forecast' }, note: 'check in May' }),
  annotationOf('operator', 'source', text, at(1), { attributes: { kind: 'institution' } }),
  annotationOf('fell', 'claim', text, at(2), { set: setBy(ben).id }),
  annotationOf('elise', 'source', text, at(3)),
  annotationOf('share', 'figure', text, at(4), { attributes: { value: 12 } }),
]
const state = stateOf(text, {
  ...noRecords,
  sets: [setBy(ada), setBy(ben)],
  annotations: list,
  links: [linkOf('link', 'attributed-to', 'rise', 'operator')],
  comments: [
    { id: 'c', on: 'fell', author: ada, words: 'Who counted?', created: time(1), modified: time(1) },
  ],
})
const found = (query: string) => findAnnotations(list, state, newsCodebook, query).map(({ id }) => id)

test.each([
  ['', ['rise', 'operator', 'fell', 'elise', 'share']],
  ['operator', ['operator']], // by its words
  ['claim', ['rise', 'fell']], // by its tag
  ['forecast', ['rise']], // by an attribute’s value
  ['worth checking', []], // an attribute that was not given
  ['source institution', ['operator']], // by every word
  ['may', ['rise']], // by its note
  ['counted', ['fell']], // by a comment
  ['ben', ['fell']], // by its annotator
  ['elise beraud', ['elise']], // without accents
  ['unlinked claim', ['fell']], // nobody is named for it
  ['unlinked', ['fell', 'elise', 'share']],
  ['value 12', ['share']],
  ['nothing of the kind', []],
])('%j finds %j', (query, ids) => expect(found(query)).toEqual(ids))
