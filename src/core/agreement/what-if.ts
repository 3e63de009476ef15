import { z } from 'zod'
import { id } from '../../base/id'
import type { Interval } from '../../base/intervals'
import { alignAll } from './alignment'
import { markKey } from './f1'
import { ascending, byPlace } from './matching'
import type { Mark, MarkedLink, ReadText, Reading } from './reading'

/** What agreement would be if … Nothing of it is written anywhere. */
export const whatIf = z.object({
  /** Ids of annotators who are left out. */
  leaveOut: z.array(id).max(1000),
  /** Tags, by their ids, that count as others. */
  merge: z.array(z.object({ tag: id, into: id })).max(100),
  /** Boundaries that differ by so many UTF-16 units count as the same; 0 is none. */
  ignoreShift: z.number().int().min(0).max(100_000),
})
export type WhatIf = z.infer<typeof whatIf>

export const asItIs: WhatIf = { leaveOut: [], merge: [], ignoreShift: 0 }

/**
 * A text as it would have been read. What it gives is new, but for marks that stay as they are.
 *
 * - Annotators who are left out have no reading.
 * - A mark whose tag is merged has the other one. Two marks of one annotator that are the same then are one, which has
 *   the links of both.
 * - Of marks that {@link alignAll} groups as marks of the same thing, those with the same tag and as many pieces whose
 *   bounds are all at most `ignoreShift` apart take the ranges of the first in the order of the annotators' ids.
 *   Nearness goes on from mark to mark: whoever is near to somebody who is near to the first takes its ranges, too.
 */
export function supposed(text: ReadText, { leaveOut, merge, ignoreShift }: WhatIf): ReadText {
  const left = text.readings.filter(({ annotator }) => !leaveOut.includes(annotator))
  const called = mergedTags(merge)
  const merged = called.size === 0 ? left : left.map((reading) => withTags(reading, called))
  return { ...text, readings: ignoreShift === 0 ? merged : withoutShifts(merged, ignoreShift) }
}

/** What each tag that is merged is called in the end; one that is merged into one that is merged goes along. */
export function mergedTags(merge: WhatIf['merge']): ReadonlyMap<string, string> {
  const called = new Map<string, string>()
  const nameOf = (tag: string): string => called.get(tag) ?? tag
  for (const { tag, into } of merge) {
    const [from, to] = [nameOf(tag), nameOf(into)]
    if (from === to) continue
    for (const [one, name] of called) if (name === from) called.set(one, to)
    called.set(from, to)
  }
  for (const [tag, name] of called) if (tag === name) called.delete(tag)
  return called
}

function withTags({ annotator, marks, links }: Reading, called: ReadonlyMap<string, string>): Reading {
  const kept = new Map<string, { readonly mark: Mark; readonly was: string }>()
  const insteadOf = new Map<string, string>()
  const left: Mark[] = []
  for (const mark of marks.toSorted(byPlace)) {
    const now = { ...mark, tag: called.get(mark.tag) ?? mark.tag }
    const same = kept.get(markKey(now))
    // Twins that somebody made with one tag are two before and after.
    if (same && same.was !== mark.tag) insteadOf.set(mark.id, same.mark.id)
    else {
      left.push(now)
      if (!same) kept.set(markKey(now), { mark: now, was: mark.tag })
    }
  }
  return { annotator, marks: left, links: relinked(links, insteadOf) }
}

/** Links of marks that are gone go to those that are there instead; of links that are the same then, one stays. */
function relinked(
  links: readonly MarkedLink[],
  insteadOf: ReadonlyMap<string, string>,
): readonly MarkedLink[] {
  if (insteadOf.size === 0) return links
  const known = new Set<string>()
  return links
    .map((link) => ({
      ...link,
      from: insteadOf.get(link.from) ?? link.from,
      to: insteadOf.get(link.to) ?? link.to,
    }))
    .filter((link, k) => {
      const moved = link.from !== links[k]!.from || link.to !== links[k]!.to
      const key = JSON.stringify([link.type, link.from, link.to])
      const there = known.has(key)
      known.add(key)
      return link.from !== link.to && !(moved && there)
    })
}

function withoutShifts(readings: readonly Reading[], most: number): Reading[] {
  const taken = new Map<Mark, readonly Interval[]>()
  for (const { marks } of alignAll(readings)) {
    const inOrder = [...marks].toSorted(([a], [b]) => ascending(a, b)).map(([, mark]) => mark)
    for (const group of near(inOrder, most))
      for (const mark of group.slice(1)) taken.set(mark, group[0]!.ranges)
  }
  return readings.map((reading) => ({
    ...reading,
    marks: reading.marks.map((mark) => {
      const ranges = taken.get(mark)
      return ranges ? { ...mark, ranges } : mark
    }),
  }))
}

/** Marks that are near to each other, or to one that is, in their order. */
function near(marks: readonly Mark[], most: number): Mark[][] {
  const groups: Mark[][] = []
  for (const mark of marks) {
    const met = groups.filter((group) => group.some((other) => isNear(mark, other, most)))
    if (met.length === 0) groups.push([mark])
    else {
      met[0]!.push(...met.slice(1).flat(), mark)
      for (const group of met.slice(1)) groups.splice(groups.indexOf(group), 1)
    }
  }
  return groups.map((group) => marks.filter((mark) => group.includes(mark)))
}

const isNear = (one: Mark, other: Mark, most: number): boolean =>
  one.tag === other.tag &&
  one.ranges.length === other.ranges.length &&
  one.ranges.every(
    ({ start, end }, k) =>
      Math.abs(start - other.ranges[k]!.start) <= most && Math.abs(end - other.ranges[k]!.end) <= most,
  )
