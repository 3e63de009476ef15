import { expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { marked } from '../../testing/marked'
import { ada, annotationOf, authorOf, ben, setBy, time } from '../../testing/records'
import { nameOfValue } from '../codebook/attribute'
import { linkTypeById, tagById } from '../codebook/codebook'
import { newsCodebook } from '../codebook/news'
import { applyAll } from './apply'
import type { Edit } from './change'
import { setAttribute } from './edit-attributes'
import { commentOn, removeComment, rewordComment } from './edit-comments'
import { flipLink, hasLink, linkTo, retypeLink, unlink } from './edit-links'
import { undoEdit, untag } from './edits'
import { type DocumentState, stateOf } from './state'

const { text, ranges } = marked('[Fares rise], [he] said, because [costs do]')
const [rise, he, costs] = ranges.map((range, k) =>
  annotationOf(`a${k}`, k === 1 ? 'source' : 'claim', text, [range], { modified: time(0) }),
) as [ReturnType<typeof annotationOf>, ReturnType<typeof annotationOf>, ReturnType<typeof annotationOf>]
const state = stateOf(text, {
  sets: [setBy(ada)],
  annotations: [rise, he, costs],
  links: [],
  comments: [],
  verdicts: [],
  answers: [],
})
const type = (id: string) => linkTypeById(newsCodebook, id)!

/** Does it, takes it back, and gives the state in between. */
function perform(before: DocumentState, edit: Edit): DocumentState {
  const after = expectOk(applyAll(before, edit.changes))
  expect(expectOk(applyAll(after, undoEdit(authorOf(ada), edit).changes))).toEqual(before)
  return after
}

test('a link is its author’s, and begins their set', () => {
  const mine = linkTo(state, authorOf(ada), type('attributed-to'), rise, he)
  expect(mine.edit.name).toBe('Link: attributed to')
  expect(mine.link).toMatchObject({ set: setBy(ada).id, from: 'a0', to: 'a1', type: 'attributed-to' })
  expect(mine.edit.changes.map(({ of }) => of)).toEqual(['link'])

  const hers = linkTo(state, authorOf(ben), type('attributed-to'), rise, he)
  expect(hers.edit.changes.map(({ of }) => of)).toEqual(['set', 'link'])
  const after = perform(state, hers.edit)
  expect(after.sets.get(after.links.get(hers.link.id)!.set)?.annotator).toEqual(ben)
})

test('a link is known from both its ends only when it reads the same from both', () => {
  const supported = perform(state, linkTo(state, authorOf(ada), type('supports'), costs, rise).edit)
  expect(hasLink(supported, type('supports'), costs, rise)).toBe(true)
  expect(hasLink(supported, type('supports'), rise, costs)).toBe(false)
  expect(hasLink(supported, type('contradicts'), costs, rise)).toBe(false)
  const contradicted = perform(state, linkTo(state, authorOf(ada), type('contradicts'), costs, rise).edit)
  expect(hasLink(contradicted, type('contradicts'), rise, costs)).toBe(true)
})

test('a link is turned round, retyped, and removed with what was remarked on it', () => {
  const author = authorOf(ada)
  const { edit, link } = linkTo(state, author, type('supports'), costs, rise)
  const linked = perform(state, edit)
  const flip = flipLink(author, link)
  expect(flip.name).toBe('Turn the link round')
  expect(perform(linked, flip).links.get(link.id)).toMatchObject({ from: 'a0', to: 'a2', type: 'supports' })

  const retyped = retypeLink(author, link, type('contradicts'), false)
  expect(retyped.name).toBe('Change the link to contradicts')
  expect(perform(linked, retyped).links.get(link.id)).toMatchObject({
    from: 'a2',
    to: 'a0',
    type: 'contradicts',
  })
  const turned = retypeLink(author, link, type('contradicts'), true)
  expect(perform(linked, turned).links.get(link.id)).toMatchObject({
    from: 'a0',
    to: 'a2',
    type: 'contradicts',
  })

  const remarked = perform(linked, commentOn(author, link.id, 'Why?').edit)
  const without = unlink(remarked, author, link, 'supports')
  expect(without.name).toBe('Remove link: supports')
  const after = perform(remarked, without)
  expect([after.links.size, after.comments.size]).toEqual([0, 0])
})

test('a comment is made, reworded and removed, whoever tagged what it is on', () => {
  const author = authorOf(ben)
  const { edit, comment } = commentOn(author, 'a0', 'Says who?')
  expect([edit.name, comment.author]).toEqual(['Comment', ben])
  const commented = perform(state, edit)
  const reworded = rewordComment(author, comment, 'Who says?')
  expect(reworded.name).toBe('Change comment')
  const after = perform(commented, reworded).comments.get(comment.id)!
  expect(after).toEqual({ ...comment, words: 'Who says?', modified: after.modified })
  expect(after.modified).not.toBe(comment.modified)
  const gone = removeComment(author, comment)
  expect(gone.name).toBe('Remove comment')
  expect(perform(commented, gone).comments.size).toBe(0)
})

test('an annotation goes with the comments on it and on its links', () => {
  const author = authorOf(ada)
  const { edit, link } = linkTo(state, author, type('attributed-to'), rise, he)
  let full = perform(state, edit)
  for (const on of ['a0', link.id, 'a1']) full = perform(full, commentOn(author, on, 'Why?').edit)
  const after = perform(full, untag(full, author, rise, 'Claim'))
  expect([...after.comments.values()].map(({ on }) => on)).toEqual(['a1'])
  expect(after.links.size).toBe(0)
})

test('an attribute is set by the name of its option, and cleared', () => {
  const [kind] = tagById(newsCodebook, 'claim')!.attributes
  const author = authorOf(ada)
  author.now() // The next look at the clock is later than the annotation.
  const set = setAttribute(author, rise, kind!, 'forecast')
  expect(set.name).toBe(`Set kind to ${nameOfValue(kind, 'forecast')}`)
  const said = perform(state, set).annotations.get('a0')!
  expect(said).toMatchObject({ attributes: { kind: 'forecast' }, codebook: newsCodebook.version })
  expect(said.modified).not.toBe(rise.modified)
  const other = setAttribute(
    author,
    { ...said, attributes: { ...said.attributes, status: 'disputed' } },
    kind!,
    undefined,
  )
  expect(other.name).toBe('Clear kind')
  expect(other.changes).toMatchObject([{ to: { attributes: { status: 'disputed' } } }])
  expect(Object.keys((other.changes[0] as { to: typeof said }).to.attributes)).toEqual(['status'])
})

test('the name of an edit stays short however long a value is, and in one line', () => {
  const role = tagById(newsCodebook, 'source')!.attributes.find(({ id }) => id === 'role')!
  const { name } = setAttribute(authorOf(ada), he, role, `one\ntwo ${'📉'.repeat(5000)}`)
  expect(name.startsWith('Set role to one two 📉')).toBe(true)
  expect(name.length).toBeLessThan(100)
  expect(name.isWellFormed()).toBe(true)
})
