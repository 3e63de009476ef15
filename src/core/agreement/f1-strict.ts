import { counted, f1Measure, inBoth, markKey } from './f1'

/** Agreement on annotations as they are: the same ranges, piece by piece, and the same tag. */
export const f1Strict = f1Measure(
  {
    id: 'f1-strict',
    name: 'F1, exact',
    answers:
      'Of the annotations two people made, what share did both make with exactly the same boundaries and the same tag?',
    source:
      'Hripcsak & Rothschild 2005, Journal of the American Medical Informatics Association 12, pp. 296–298',
  },
  ({ marks }) => ({ count: marks.length, keys: counted(marks.map(markKey)) }),
  (mine, theirs) => ({ both: inBoth(mine.keys, theirs.keys), mine: mine.count, theirs: theirs.count }),
)
