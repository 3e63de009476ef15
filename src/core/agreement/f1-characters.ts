import { normalised } from '../annotation/ranges'
import { f1Measure } from './f1'
import { sharedUnits } from './matching'
import type { Interval } from '../../base/intervals'
import type { Mark } from './reading'

/** What was marked with each tag, each UTF-16 unit once, however many marks and pieces cover it. */
function coverage(marks: readonly Mark[]): ReadonlyMap<string, readonly Interval[]> {
  const ranges = new Map<string, Interval[]>()
  for (const mark of marks) {
    const held = ranges.get(mark.tag)
    if (held) held.push(...mark.ranges)
    else ranges.set(mark.tag, [...mark.ranges])
  }
  return new Map([...ranges].map(([tag, of]) => [tag, normalised(of)]))
}

/** Agreement on what was marked as what, unit by unit: Dice on the sets of (position, tag). */
export const f1Characters = f1Measure(
  {
    id: 'f1-characters',
    name: 'F1, by characters',
    answers:
      'Of the text that two people marked, character by character, what share did both mark with the same tag?',
    source: 'Dice 1945, Ecology 26, pp. 297–302, on sets of positions and tags',
  },
  ({ marks }) => {
    const covered = coverage(marks)
    return {
      covered,
      size: [...covered.values()].flat().reduce((sum, { start, end }) => sum + end - start, 0),
    }
  },
  (mine, theirs) => ({
    both: [...mine.covered].reduce(
      (sum, [tag, ranges]) => sum + sharedUnits(ranges, theirs.covered.get(tag) ?? []),
      0,
    ),
    mine: mine.size,
    theirs: theirs.size,
  }),
)
