import { z } from 'zod'
import { id } from '../base/id'
import { survey } from '../core/agreement/survey-result'
import { whatIf } from '../core/agreement/what-if'
import { person } from '../core/annotation/set'
import { call, count, file } from './call'
import { comparedCase } from './compared-case'

/** What is asked of a survey of agreement. */
const asked = z.object({
  /** All that are in the list when there are none. */
  documents: z.array(id),
  /** By names or ids; all but the adjudicated set when absent. */
  annotators: z.array(z.string().min(1).max(200)).max(1000).optional(),
  /** Ids of measures; all but γ when absent, which takes much longer than the others. */
  measures: z.array(z.string().max(100)).max(100).optional(),
  whatIf: whatIf.optional(),
  /** The same seed gives the same intervals; one is always the same when it is absent. */
  seed: z.number().int().min(0).max(0x7fff_ffff).optional(),
  /** How many samples of the documents the intervals are taken from; 1000 when absent. */
  draws: z.number().int().min(100).max(10_000).optional(),
  /** How much place and tag weigh in γ; 1 and 1 when absent. */
  gamma: z
    .object({ position: z.number().min(0.01).max(100), category: z.number().min(0).max(100) })
    .optional(),
  /** Names this survey, for `task.progress` and `task.cancel`. Each document is two steps: read, and compared. */
  task: id.optional(),
})

/** What is asked of several annotators’ sets: how they differ, what is settled, how far they agree. */
export const reviewCalls = {
  /**
   * Compares what these annotators, by ids or names, marked in a document: every case of them in the order of the text,
   * each link after the annotation where it begins. What was settled can be compared, too.
   */
  'review.compare': call(
    z.object({ document: id, annotators: z.array(z.string()).min(2).max(1000) }),
    z.object({ annotators: z.array(person), cases: z.array(comparedCase) }),
  ),
  /**
   * Settles by rules what is open in the given documents, or in all when there are none, with one edit a document. What
   * annotators agree on is always settled. A rehearsal says the same and does nothing.
   */
  'review.settle': call(
    z.object({
      documents: z.array(id),
      /** Whose annotations, by ids or names; everybody's when absent. */
      annotators: z.array(z.string()).min(2).max(1000).optional(),
      rules: z.object({
        /** Whether more than half of those who are compared in a document decide. */
        majority: z.boolean(),
        /** The annotator, by id or name, of whom what they alone marked holds. */
        alone: z.string().optional(),
      }),
      rehearse: z.boolean(),
    }),
    z.object({
      /** How many cases each rule settled, and how many are left to be decided one by one. */
      documents: z.array(
        z.object({
          id,
          settled: z.object({ unanimous: count, majority: count, alone: count }),
          open: count,
        }),
      ),
      /** The documents in which there is nothing to compare, each with a sentence that says why. */
      left: z.array(z.object({ id, why: z.string() })),
      /** Sentences about documents that could not be read or edited. */
      troubles: z.array(z.string()),
    }),
  ),

  /** How far annotators agree, with every figure's interval and the differences behind it. */
  'agreement.survey': call(
    asked,
    z.object({
      survey,
      /** Sentences about documents that could not be read and are left out. */
      troubles: z.array(z.string()),
    }),
  ),
  /** The same as a report of methods, with who decided what; a file by itself. */
  'agreement.report': call(
    asked.extend({ format: z.enum(['html', 'markdown']) }),
    z.object({ file, mediaType: z.string(), troubles: z.array(z.string()) }),
  ),
} as const
