import { z } from 'zod'
import { id } from '../../base/id'
import { DISAGREEMENTS } from './disagreements'
import { UNDEFINED } from './measure'
import { whatIf } from './what-if'

/*
 * What a survey of agreement comes to, as plain data. Lengths are in UTF-16 units. Annotators and pairs of them are
 * in the order of their ids, tags in that of the codebook, documents in that of the library.
 */

const count = z.number().int().min(0)
const moment = z.iso.datetime()
const undefinedFigure = z.object({ undefined: z.enum(UNDEFINED) })

/** What a measure came to, or why there is nothing to say. */
export const figure = z.union([
  z.object({ value: z.number(), observed: z.number().optional(), expected: z.number().optional() }),
  undefinedFigure,
])

/** Where it would lie in 95 of 100 samples of as many documents, or why that cannot be said. */
export const interval = z.union([
  z.object({ low: z.number(), high: z.number(), draws: count, leftOut: count }),
  z.object({ tooFew: count }),
  undefinedFigure,
])

export const cell = z.object({ figure, interval })
export type Cell = z.infer<typeof cell>

/** Two annotators, in the order of their ids. */
const pair = { first: id, second: id }

/** What a measure answers: about place and tag at once, about one of them, in plain shares, or about links. */
export const measureGroup = z.enum(['place-and-tag', 'place', 'tag', 'practical', 'links'])
export type MeasureGroup = z.infer<typeof measureGroup>

export const surveyedMeasure = z.object({
  id: z.string(),
  name: z.string(),
  group: measureGroup,
  /** Whether it is one of those to begin with. */
  recommended: z.boolean(),
  answers: z.string(),
  source: z.string(),
  all: cell,
  /** Empty for a measure that means nothing of one tag by itself. */
  byTag: z.array(z.object({ tag: id, cell })),
  byPair: z.array(z.object({ ...pair, cell })),
  /** Of the documents that two or more have read. */
  byDocument: z.array(z.object({ document: id, figure })),
})
export type SurveyedMeasure = z.infer<typeof surveyedMeasure>

/** How many annotations, links and lacks of them fell to each kind of disagreement, `agreed` among them. */
export const counts = z.object(
  Object.fromEntries(DISAGREEMENTS.map((kind) => [kind, count])) as Record<
    (typeof DISAGREEMENTS)[number],
    typeof count
  >,
)

const tagCounts = z.array(z.object({ tag: id, counts }))

const split = z.object({
  /** Of every two annotators, each case once. */
  all: counts,
  /** A case that involves two tags is in both rows. */
  byTag: tagCounts,
  byPair: z.array(
    z.object({
      ...pair,
      counts,
      byTag: tagCounts,
      /** The documents in which the two differ in anything. */
      byDocument: z.array(z.object({ document: id, counts })),
    }),
  ),
})

/**
 * How often one annotator gave a thing one tag and the other another; null is nothing. Cells without a case are left
 * out. `documents` are those with most of the cases, at most {@link MOST_NAMED}.
 */
const confusionCell = z.object({
  first: id.nullable(),
  second: id.nullable(),
  count,
  documents: z.array(z.object({ document: id, count })),
})

/** So many documents are named at a cell of the confusion at most. */
export const MOST_NAMED = 50

const confusion = z.object({
  /** Of every two annotators. Who said which does not count: `first` is the tag that comes first, nothing the last. */
  all: z.array(confusionCell),
  /** Here `first` is what the first of the pair said. */
  byPair: z.array(z.object({ ...pair, cells: z.array(confusionCell) })),
})

/** Mean distances between the bounds of what was matched with the same tag; absent where nothing was. */
const shift = z.object({ pairs: count, start: z.number().optional(), end: z.number().optional() })

const shifts = z.object({
  all: shift,
  byTag: z.array(z.object({ tag: id, shift })),
  byPair: z.array(z.object({ ...pair, shift })),
})

const overTime = z.object({
  /** Id of the measure. */
  measure: z.string(),
  /** By the month in which its last reader was last at work on a document, or by the order of the documents. */
  by: z.enum(['month', 'order']),
  /** `from` and `to` are months (`2026-01`), the same, or ordinal numbers of documents, from 1. */
  points: z.array(z.object({ from: z.string(), to: z.string(), documents: count, cell })),
})

/** What a survey of agreement came to. */
export const survey = z.object({
  annotators: z.array(
    z.object({
      id,
      name: z.string(),
      /** How many documents they read, and what they marked there. */
      documents: count,
      marks: count,
      links: count,
      /** When they began and when they last changed something. */
      first: moment.optional(),
      last: moment.optional(),
    }),
  ),
  documents: z.array(z.object({ id, title: z.string(), readers: z.array(id), marks: count })),
  pairs: z.array(z.object({ ...pair, documents: count })),
  /** Ids, without those that were merged into others. */
  tags: z.array(id),
  /** In the order in which they are shown. */
  measures: z.array(surveyedMeasure),
  split,
  confusion,
  shifts,
  overTime,
  whatIf,
  seed: z.number().int(),
  draws: count,
  /** How many documents at least two have read. */
  texts: count,
  /** How γ was taken, when it was: its weights, and how many of the texts were aligned approximately. */
  gamma: z
    .object({
      position: z.number(),
      category: z.number(),
      samples: count,
      precision: z.number(),
      mostSamples: count,
      approximated: count,
    })
    .optional(),
})
export type Survey = z.infer<typeof survey>
