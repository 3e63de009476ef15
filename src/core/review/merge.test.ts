import { describe, expect, test } from 'vitest'
import { ada, ben, linkOf } from '../../testing/records'
import { Replica, START, claim, source, cy } from '../../testing/replica'
import { annotate, editOf, removed, retag, undoEdit, untag } from '../change/edits'
import { tagById } from '../codebook/codebook'

const attributed = linkOf('link-1', 'attributed-to', claim.id, source.id)
/** Ada and Ben with the same claim and source, which Ada tagged. */
function together(wrongBy = 0): [Replica, Replica] {
  const [one, other] = [new Replica(ada), new Replica(ben, wrongBy)]
  one.makes('Tag', ...START)
  other.takes(one.ledger)
  return [one, other]
}

const tally = (annotations = 0, links = 0, comments = 0) => ({
  annotations,
  links,
  comments,
  verdicts: 0,
  answers: 0,
})

/** Ada notes, Ben makes a figure of the same claim, somewhat later. */
function apart(wrongBy = 100): [Replica, Replica] {
  const [one, other] = together(wrongBy)
  one.does(annotate(one.author, claim, 'seasonal'))
  other.does(retag(other.author, claim, tagById(other.author.codebook, 'figure')!))
  return [one, other]
}

function linked(): [Replica, Replica] {
  const [one, other] = together()
  one.does(untag(one.state, one.author, claim, 'Claim'))
  other.makes('Link', { of: 'link', kind: 'add', record: attributed })
  return [one, other]
}

describe('what one has changed', () => {
  test('comes to the other, with nothing to decide', () => {
    const [one, other] = together()
    other.does(annotate(other.author, claim, 'seasonal'))
    const told = one.takes(other.ledger)
    expect([told.conflicts, told.changed, told.same]).toEqual([[], tally(1), tally(1)])
    expect(one.records).toEqual(other.records)
  })

  test('and undone comes as it was before, though the record bears an old time', () => {
    const [one, other] = together()
    const edit = other.does(annotate(other.author, claim, 'seasonal'))!
    one.takes(other.ledger)
    other.does(undoEdit(other.author, edit))
    expect(one.takes(other.ledger).conflicts).toEqual([])
    expect(one.state.annotations.get(claim.id)).toEqual(claim)
  })

  test('and removed is removed, and an older file does not bring it back', () => {
    const [one, other] = together()
    const old = one.ledger
    other.does(untag(other.state, other.author, claim, 'Claim'))
    expect(one.takes(other.ledger).removed).toEqual(tally(1))
    expect(other.takes(old).changes).toEqual([])
    expect([...one.state.annotations.keys()]).toEqual([source.id])
  })

  test('and removed before anybody else had it is known all the same, and shows nowhere', () => {
    const [one, other] = together()
    const third = new Replica(cy)
    const extra = { ...claim, id: 'ann-extra' }
    other.makes('Tag', { of: 'annotation', kind: 'add', record: extra })
    third.takes(other.ledger)
    other.does(editOf(other.author, 'Remove claim', [removed(extra)]))
    const told = one.takes(other.ledger)
    expect([told.unseen, told.added, told.removed]).toEqual([1, tally(), tally()])
    expect(one.takes(third.ledger).changes).toEqual([])
    expect(one.state.annotations.has(extra.id)).toBe(false)
  })

  test('by a clock that is an hour behind still counts, when it was changed after it had come', () => {
    const [one, other] = together(-3600)
    other.does(annotate(other.author, claim, 'seasonal'))
    expect(one.takes(other.ledger).conflicts).toEqual([])
    expect(one.state.annotations.get(claim.id)!.note).toBe('seasonal')
  })
})

describe('a merge', () => {
  test('can be undone, and that is heard of by others', () => {
    const [one, other] = together()
    const before = one.records
    other.does(annotate(other.author, claim, 'seasonal'))
    one.takes(other.ledger)
    one.does(undoEdit(one.author, one.edits.at(-1)!))
    expect(one.records).toEqual(before)
    expect(one.takes(other.ledger).changes).toEqual([])
    expect(other.takes(one.ledger).conflicts).toEqual([])
    expect(other.records).toEqual(before)
  })

  test('into an empty article brings everything', () => {
    const [one] = together()
    one.makes('Link', { of: 'link', kind: 'add', record: attributed })
    const fresh = new Replica(cy)
    expect(fresh.takes(one.ledger).added).toEqual(tally(2, 1))
    expect(fresh.records).toEqual(one.records)
  })
})

describe('changed on both sides', () => {
  test('the later one stands, and both are told', () => {
    const [one, other] = apart()
    const mine = one.ledger
    const { conflicts } = one.takes(other.ledger)
    expect(conflicts).toMatchObject([
      { id: claim.id, mine: { note: 'seasonal' }, theirs: { tag: 'figure' }, stands: 'theirs', why: 'later' },
    ])
    expect(other.takes(mine).conflicts).toMatchObject([
      { id: claim.id, mine: { tag: 'figure' }, theirs: { note: 'seasonal' }, stands: 'mine', why: 'later' },
    ])
    expect(one.records).toEqual(other.records)
  })

  test('it is told once: who hears of the outcome has nothing to decide', () => {
    const [one, other] = apart()
    const theirs = other.ledger
    one.takes(theirs)
    expect(one.takes(theirs).conflicts).toEqual([])
    expect(other.takes(one.ledger).conflicts).toEqual([])
  })

  test('what gave way, heard of again from an older file, is nothing to decide', () => {
    const [one, other] = apart()
    const mine = one.ledger
    one.takes(other.ledger)
    other.takes(one.ledger)
    expect(other.takes(mine)).toMatchObject({ conflicts: [], changes: [] })
  })

  test('a person can decide otherwise, and so it is everywhere', () => {
    const [one, other] = apart()
    const theirs = other.ledger
    one.takes(theirs, [claim.id])
    expect(one.state.annotations.get(claim.id)).toMatchObject({ note: 'seasonal', tag: 'claim' })
    expect(other.takes(one.ledger).conflicts).toEqual([])
    expect(other.records).toEqual(one.records)
    expect(one.takes(theirs, [claim.id]).changes).toEqual([])
  })

  test('in the same way, there is nothing to decide', () => {
    const [one, other] = together(100)
    one.does(annotate(one.author, claim, 'seasonal'))
    other.does(annotate(other.author, claim, 'seasonal'))
    expect(one.takes(other.ledger).conflicts).toEqual([])
  })

  test('in the same millisecond, both sides agree which stands', () => {
    const [one, other] = together()
    const at = '2026-01-05T10:00:00.000Z'
    for (const [replica, note] of [
      [one, 'seasonal'],
      [other, 'weekly'],
    ] as const)
      replica.does(annotate({ ...replica.author, now: () => at }, claim, note))
    const mine = one.ledger
    expect(one.takes(other.ledger).conflicts).toHaveLength(1)
    expect(other.takes(mine).conflicts).toHaveLength(1)
    expect(one.records).toEqual(other.records)
  })
})

describe('removed here and changed there', () => {
  test.each([
    ['the change, being later', 100, 'theirs', true],
    ['the removal, being later', -3600, 'mine', false],
  ] as const)('%s, stands', (_, wrongBy, stands, there) => {
    const [one, other] = together(wrongBy)
    one.does(untag(one.state, one.author, claim, 'Claim'))
    if (!there) one.does(undoEdit(one.author, one.edits.at(-1)!))
    if (!there) one.does(untag(one.state, one.author, claim, 'Claim'))
    other.does(annotate(other.author, claim, 'weekly'))
    const { conflicts } = one.takes(other.ledger)
    expect(conflicts).toMatchObject([{ mine: undefined, theirs: { note: 'weekly' }, stands, why: 'later' }])
    expect(one.state.annotations.has(claim.id)).toBe(there)
    other.takes(one.ledger)
    expect(other.records).toEqual(one.records)
  })

  test('of two removals, the earlier is known as well, and is nothing to decide when the claim is back', () => {
    const [one, other] = together(100)
    one.does(untag(one.state, one.author, claim, 'Claim'))
    other.does(untag(other.state, other.author, claim, 'Claim'))
    const early = one.ledger
    other.takes(early)
    other.makes('Tag', { of: 'annotation', kind: 'add', record: claim })
    expect(other.takes(early)).toMatchObject({ conflicts: [], changes: [] })
  })

  test('a person can have it back that was removed', () => {
    const [one, other] = together(-3600)
    other.does(annotate(other.author, claim, 'weekly'))
    one.makes('Change note', { of: 'annotation', kind: 'replace', from: claim, to: { ...claim, note: 'x' } })
    one.does(untag(one.state, one.author, one.state.annotations.get(claim.id)!, 'Claim'))
    one.takes(other.ledger, [claim.id])
    expect(one.state.annotations.get(claim.id)!.note).toBe('weekly')
    expect(other.takes(one.ledger).conflicts).toEqual([])
    expect(other.records).toEqual(one.records)
  })
})

describe('removed here and linked there', () => {
  test('the link keeps the claim, and that is told once', () => {
    const [one, other] = linked()
    const [mine, theirs] = [one.ledger, other.ledger]
    expect(one.takes(theirs).conflicts).toMatchObject([
      { id: claim.id, mine: undefined, theirs: claim, stands: 'theirs', why: 'needed' },
    ])
    expect(one.takes(theirs).conflicts).toEqual([])
    expect(other.takes(mine).conflicts).toMatchObject([{ id: claim.id, stands: 'mine', why: 'needed' }])
    expect(other.takes(mine).conflicts).toEqual([])
    expect(one.records).toEqual(other.records)
    expect([...one.state.links.keys()]).toEqual([attributed.id])
  })

  test('a person can have both removed, and so it is everywhere', () => {
    const [one, other] = linked()
    one.takes(other.ledger, [claim.id])
    expect([...one.state.annotations.keys()]).toEqual([source.id])
    expect(other.takes(one.ledger).removed).toEqual(tally(1, 1))
    expect(other.records).toEqual(one.records)
  })

  test('when the link goes where it was made, the claim goes as well: it had been removed', () => {
    const [one, other] = linked()
    one.takes(other.ledger)
    expect(one.state.annotations.has(claim.id)).toBe(true)
    other.makes('Unlink', { of: 'link', kind: 'remove', record: attributed })
    one.takes(other.ledger)
    other.takes(one.ledger)
    expect([...one.state.annotations.keys()]).toEqual([source.id])
    expect(other.records).toEqual(one.records)
  })

  test('when the link goes and the claim is left, it is there as any other', () => {
    const [one, other] = linked()
    one.takes(other.ledger)
    one.makes('Unlink', { of: 'link', kind: 'remove', record: attributed })
    expect(one.takes(other.ledger).changes).toEqual([])
    other.takes(one.ledger)
    expect(other.state.annotations.has(claim.id)).toBe(true)
    expect(other.records).toEqual(one.records)
  })
})

test('of one id, an annotation and a comment are two things', () => {
  const [one, other] = together()
  const record = { id: claim.id, on: source.id, author: ben, words: 'Who?' }
  const at = { created: claim.created, modified: claim.modified }
  other.makes('Comment', { of: 'comment', kind: 'add', record: { ...record, ...at } })
  one.takes(other.ledger)
  expect(one.records).toEqual(other.records)
})
