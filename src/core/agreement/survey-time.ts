import { LEAST_DOCUMENTS } from './bootstrap'
import type { Cell, Survey } from './survey-result'
import type { TalliedDocument } from './survey-tallies'

type OverTime = Survey['overTime']

const MOST_POINTS = 10

/**
 * How a measure went: by months, or, when all was done in one month or nobody knows when, by lots of documents in the
 * order of the list. Documents that fewer than two have read are left out.
 */
export function overTime(
  documents: readonly TalliedDocument[],
  measure: string,
  cell: (documents: readonly number[]) => Cell,
): OverTime {
  const read = [...documents.keys()].filter((k) => documents[k]!.readers.length >= 2)
  const months = read.map((k) => monthOf(documents[k]!))
  const known = [...new Set(months)].filter((month) => month !== undefined).toSorted()
  if (known.length > 1 && !months.includes(undefined))
    return {
      measure,
      by: 'month',
      points: known.map((month) => {
        const those = read.filter((_, k) => months[k] === month)
        return { from: month, to: month, documents: those.length, cell: cell(those) }
      }),
    }
  return {
    measure,
    by: 'order',
    points: lotsOf(read).map((lot) => ({
      from: String(lot[0]! + 1),
      to: String(lot.at(-1)! + 1),
      documents: lot.length,
      cell: cell(lot),
    })),
  }
}

/** The month in which the last of its readers was last at work on it, in UTC. */
function monthOf({ readers }: TalliedDocument): string | undefined {
  const last = readers
    .flatMap(({ last: at }) => at ?? [])
    .toSorted()
    .at(-1)
  return last?.slice(0, 7)
}

/** Lots of about the same size, large enough for an interval where there are enough; else each document by itself. */
function lotsOf(documents: readonly number[]): number[][] {
  const { length } = documents
  const lots =
    length < 2 * LEAST_DOCUMENTS ? length : Math.min(MOST_POINTS, Math.floor(length / LEAST_DOCUMENTS))
  return Array.from({ length: lots }, (_, k) =>
    documents.slice(Math.floor((k * length) / lots), Math.floor(((k + 1) * length) / lots)),
  )
}
