import { z } from 'zod'
import { id } from '../base/id'
import { person } from '../core/annotation/set'
import { call, count, file } from './call'

const tally = z.object({ annotations: count, links: count, comments: count, verdicts: count, answers: count })
/** What of a file could not be taken: where in it, and a sentence. */
const problem = z.object({ place: z.string(), message: z.string() })

/** How annotation sets go out and come in. */
export const setCalls = {
  /** Writes annotation sets of the given documents, or of all when there are none, in a format. */
  'sets.export': call(
    z.object({
      documents: z.array(id),
      format: z.string(),
      /** What was chosen where the format leaves a choice, by ids; what is absent is the first option. */
      chosen: z.record(z.string(), z.string()).optional(),
      /** Names this export, for `task.progress` and `task.cancel`. */
      task: id.optional(),
      /** Whose annotations, by the names of annotators; everybody's when absent. */
      annotators: z.array(z.string()).optional(),
    }),
    z.object({
      file,
      mediaType: z.string(),
      /** What the format does not hold, as sentences. */
      losses: z.array(z.string()),
      /** What was not there when the file was read again; none for a format that is not read. */
      differences: z.array(z.string()),
    }),
  ),
  /** What each format would lose of the given documents, or of all when there are none. */
  'sets.losses': call(
    z.object({
      documents: z.array(id),
      /** As in `sets.export`, for the formats that have such choices. */
      chosen: z.record(z.string(), z.string()).optional(),
    }),
    z.object({ formats: z.array(z.object({ id: z.string(), losses: z.array(z.string()) })) }),
  ),

  /**
   * Takes annotation sets in from files that belong together. A rehearsal says the same of the same files and does
   * nothing. Importing a file again changes nothing.
   */
  'sets.import': call(
    z.object({
      files: z.array(file).min(1).max(10_000),
      /** Id of the format; found out when absent. */
      format: z.string().optional(),
      /** The document that the file speaks of, when that is known. */
      document: id.optional(),
      /** Names this import, for `task.progress` and `task.cancel`. */
      task: id.optional(),
      /** Who made the annotations of which the file does not say. */
      annotator: person.shape.name.optional(),
      rehearse: z.boolean(),
      /** The doubtful annotations that are to be taken, by their places in the file. */
      take: z.array(z.string()).max(100_000),
      /** The conflicts that are decided otherwise than they stand, by the ids of the records. */
      keep: z.array(id).max(100_000).optional(),
      /** Which tags labels of the file mean, by the ids of tags; null leaves out what has the label. */
      labels: z.array(z.object({ label: z.string(), tag: id.nullable() })).max(10_000),
    }),
    z.object({
      format: z.string(),
      documents: z.array(
        z.object({
          /** Absent when a rehearsal finds that it would be a new one. */
          id: id.optional(),
          title: z.string(),
          /** How it was recognised: by its text, by our id, by its name, as it was said; or that the file brings it. */
          how: z.enum(['hash', 'id', 'name', 'said', 'new']),
          added: tally,
          changed: tally,
          /** What somebody removed who had it; only where a file can be merged with what is here. */
          removed: tally,
          /** What was here already, just so or newer. */
          same: tally,
          /** Of how many records something is noted that does not show, such as that they were removed elsewhere. */
          unseen: count,
          /** What was made differently here and there, neither side knowing of the other. */
          conflicts: z.object({
            count,
            first: z.array(
              z.object({
                id,
                /** What and whose it is: “Claim by Ada”. */
                what: z.string(),
                words: z.string(),
                /** How it is here and how there, where they differ. */
                mine: z.string(),
                theirs: z.string(),
                /** Which one holds unless its id is in `keep`. */
                stands: z.enum(['mine', 'theirs']),
                why: z.string(),
              }),
            ),
          }),
          doubtful: z.object({
            count,
            first: z.array(
              z.object({
                place: z.string(),
                tag: z.string(),
                words: z.string(),
                before: z.string(),
                after: z.string(),
                why: z.string(),
              }),
            ),
          }),
          refused: z.object({ count, first: z.array(problem) }),
          remarks: z.array(z.string()),
        }),
      ),
      /** What the codebook is given beside what it has, as sentences. */
      codebook: z.array(z.string()),
      /** The labels of the file with how many annotations have them, the most frequent first. */
      labels: z.array(
        z.object({
          label: z.string(),
          count,
          /** The id of the tag that it was taken for; absent when the codebook has none for it. */
          tag: id.optional(),
        }),
      ),
      /** How many annotations and links say nothing of who made them. */
      nameless: count,
      problems: z.array(problem),
      remarks: z.array(z.string()),
    }),
  ),
} as const
