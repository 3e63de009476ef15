import { HALF } from './alignment'
import { comparisonOf } from './comparison'
import { f1Measure, type Shared } from './f1'
import type { Mark } from './reading'

/** How many marks have a partner with the same tag and at least one unit in common, one to one. */
const partners = (mine: readonly Mark[], theirs: readonly Mark[]): Shared => ({
  both: comparisonOf(mine, theirs)
    .matched(HALF)
    .filter(({ sameTag }) => sameTag).length,
  mine: mine.length,
  theirs: theirs.length,
})

const source =
  'Hripcsak & Rothschild 2005, Journal of the American Medical Informatics Association 12, pp. 296–298, ' +
  'with one-to-one matching by overlap'

/** Agreement on annotations wherever they begin and end: some overlap, and the same tag. */
export const f1Partial = f1Measure(
  {
    id: 'f1-partial',
    name: 'F1, overlapping',
    answers:
      'Of the annotations two people made, what share has a partner with the same tag that overlaps it, ' +
      'each being the partner of one only?',
    source,
  },
  ({ marks }) => marks,
  partners,
)

/** Agreement on where there is something: some overlap, whatever the tags. */
export const f1Boundary = f1Measure(
  {
    id: 'f1-boundary',
    name: 'F1, overlapping, tags ignored',
    answers:
      'Of the annotations two people made, what share has a partner that overlaps it, whatever the tags, ' +
      'each being the partner of one only?',
    source,
  },
  ({ marks }) => marks.map((mark): Mark => ({ ...mark, tag: '' })),
  partners,
)
