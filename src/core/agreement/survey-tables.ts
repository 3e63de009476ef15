import { type Shifts, NO_SHIFT, addShifts, meanShift } from './boundary-shift'
import { NO_SPLIT, addSplits, type Counts, type Split } from './disagreements'
import { type Confused, type ComparedPair, Confusion } from './survey-differences'
import type { Plan } from './survey-plan'
import { MOST_NAMED, type Survey } from './survey-result'

/** The split of the disagreements, the confusion of tags and the shifts of boundaries, of all and of every pair. */
export function tablesOf(
  { pairs: schemes, tags }: Pick<Plan, 'pairs' | 'tags'>,
  compared: readonly ComparedPair[],
): Pick<Survey, 'split' | 'confusion' | 'shifts'> {
  const pairs = compared.map((one, k) => ({ ...namesOf(schemes[k]!.annotators), one }))
  const whole = compared.map(({ split }) => split).reduce(addSplits, NO_SPLIT)
  const shifts = pairs.map(({ one }) => one.shifts)
  return {
    split: {
      all: { ...whole.all },
      byTag: rows(whole, tags),
      byPair: pairs.map(({ first, second, one: { split, byDocument } }) => ({
        first,
        second,
        counts: { ...split.all },
        byTag: rows(split, tags),
        byDocument: byDocument.map(({ document, counts }) => ({ document, counts: { ...counts } })),
      })),
    },
    confusion: {
      all: cells(folded(compared, tags), tags),
      byPair: pairs.map(({ first, second, one }) => ({ first, second, cells: cells(one.confused, tags) })),
    },
    shifts: {
      all: told(sumOf(shifts.flatMap((byTag) => [...byTag.values()]))),
      byTag: tags.map((tag) => ({
        tag,
        shift: told(sumOf(shifts.flatMap((byTag) => byTag.get(tag) ?? []))),
      })),
      byPair: pairs.map(({ first, second, one }) => ({
        first,
        second,
        shift: told(sumOf([...one.shifts.values()])),
      })),
    },
  }
}

const namesOf = ([first, second]: readonly string[]) => ({ first: first!, second: second! })

const rows = ({ byTag }: Split, tags: readonly string[]) =>
  tags.map((tag) => ({ tag, counts: { ...(byTag.get(tag) ?? NO_SPLIT.all) } satisfies Counts }))

const sumOf = (shifts: readonly Shifts[]): Shifts => shifts.reduce(addShifts, NO_SHIFT)

const told = (shifts: Shifts) => ({ pairs: shifts.pairs, ...meanShift(shifts) })

/** Nothing comes after all tags. */
const placeIn = (tags: readonly string[], tag: string | null): number =>
  tag === null ? tags.length : tags.indexOf(tag)

/** Of every two annotators, whoever said which. */
function folded(compared: readonly ComparedPair[], tags: readonly string[]): Confused[] {
  const confusion = new Confusion()
  for (const { confused } of compared) {
    confusion.join(
      confused.map((cell) =>
        placeIn(tags, cell.first) <= placeIn(tags, cell.second)
          ? cell
          : { ...cell, first: cell.second, second: cell.first },
      ),
    )
  }
  return confusion.cells()
}

/** In the order of the tags; at each the documents with most cases first. */
const cells = (confused: readonly Confused[], tags: readonly string[]) =>
  confused
    .toSorted(
      (a, b) =>
        placeIn(tags, a.first) - placeIn(tags, b.first) || placeIn(tags, a.second) - placeIn(tags, b.second),
    )
    .map(({ documents, ...cell }) => ({
      ...cell,
      documents: documents
        .toSorted((a, b) => b.count - a.count)
        .slice(0, MOST_NAMED)
        .map((one) => ({ ...one })),
    }))
