import { z } from 'zod'
import { id } from '../base/id'
import { survey } from '../core/agreement/survey-result'
import { whatIf } from '../core/agreement/what-if'
import { annotation } from '../core/annotation/annotation'
import { comment } from '../core/annotation/comment'
import { link } from '../core/annotation/link'
import { annotationSet, person } from '../core/annotation/set'
import { edit } from '../core/change/change'
import { codebook } from '../core/codebook/codebook'
import { article } from '../core/document/article'
import { lineStyle } from '../core/document/blocks'
import { offset } from '../core/document/text'
import { answer } from '../core/review/answer'
import { verdict } from '../core/review/verdict'
import { documentSummary } from '../core/library'
import { preferences } from '../core/preferences'
import { commandGroups } from './commands'
import { comparedCase } from './compared-case'

const nothing = z.object({})
const count = z.number().int().min(0)
const bytes = z.instanceof(Uint8Array)
/** A file from outside: its name without folders, and what is in it. */
const file = z.object({ name: z.string().min(1).max(1000), bytes })

const tally = z.object({ annotations: count, links: count, comments: count, verdicts: count, answers: count })
/** What of a file could not be taken: where in it, and a sentence. */
const problem = z.object({ place: z.string(), message: z.string() })

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

const call = <P extends z.ZodType, R extends z.ZodType>(params: P, reply: R) => ({ params, reply })

/** Everything a front end may ask of a host. The only list there is; both ends check against it. */
export const calls = {
  /** What a window needs to draw itself. */
  'workspace.open': call(
    nothing,
    z.object({
      host: z.object({ kind: z.enum(['electron', 'browser']), version: z.string(), platform: z.string() }),
      /** The name of the workspace's folder, without the path to it. */
      name: z.string(),
      person,
      codebook,
      /** The codebook before each change, oldest first. */
      earlier: z.array(codebook),
      preferences,
      documents: z.array(documentSummary),
      /** The articles that a first start offers; nothing of them is stored until one is added. */
      samples: z.array(
        z.object({
          name: z.string(),
          title: z.string(),
          length: count,
          /** Of how many annotators it brings the sets; absent when it is an article alone. */
          annotators: count.optional(),
        }),
      ),
      /** What can be opened and what can be exported, for dialogs. */
      readers: z.array(z.object({ id: z.string(), name: z.string(), extensions: z.array(z.string()) })),
      codecs: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          extension: z.string(),
          holds: z.string(),
          /** What the names of files end in that sets are read from, without the dot; none when it is written only. */
          reads: z.array(z.string()),
          choices: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              options: z.array(z.object({ id: z.string(), name: z.string() })).min(1),
            }),
          ),
        }),
      ),
      /** The document that the command line asked for. */
      requested: id.optional(),
    }),
  ),
  'preferences.save': call(z.object({ preferences }), nothing),
  /**
   * Makes `codebook` the current one. Its version must be one more than the one it was made from, so that nobody
   * overwrites what another window changed; tags, attributes, options and link types that there are may be renamed
   * and retired, not left out.
   */
  'codebook.save': call(z.object({ codebook }), z.object({ codebook })),
  'person.rename': call(z.object({ name: person.shape.name }), z.object({ person })),

  /** Adds articles from files. A file whose text is here already is named, not added again. */
  'library.add': call(
    z.object({ files: z.array(file).min(1).max(10_000) }),
    z.object({
      added: z.array(documentSummary),
      already: z.array(z.object({ name: z.string(), id })),
      refused: z.array(z.object({ name: z.string(), message: z.string() })),
    }),
  ),
  'library.addSample': call(z.object({ name: z.string() }), z.object({ document: documentSummary })),
  /** Takes documents out of the list; their files stay, so that `library.restore` can put them back. */
  'library.remove': call(z.object({ ids: z.array(id).min(1) }), nothing),
  'library.restore': call(
    z.object({ ids: z.array(id).min(1) }),
    z.object({ documents: z.array(documentSummary) }),
  ),

  'article.open': call(
    z.object({ id }),
    z.object({
      article,
      sets: z.array(annotationSet),
      annotations: z.array(annotation),
      links: z.array(link),
      comments: z.array(comment),
      verdicts: z.array(verdict),
      answers: z.array(answer),
      /** The text as it reads now, when it has been corrected since the import. */
      corrected: z.object({ text: z.string(), lines: z.array(lineStyle) }).optional(),
      /** How many edits the document has had. */
      revision: count,
      /** Its latest edits in order, for undo; not all of a long history. */
      recent: z.array(edit),
      /** Sentences about what was found amiss and set right on opening. */
      warnings: z.array(z.string()),
    }),
  ),
  /** Answers when the edit is on disk. */
  'article.perform': call(z.object({ id, edit }), z.object({ revision: count })),
  /** Where the sentences of the text lie as it reads at `revision`: start, end, start, end, …. */
  'article.sentences': call(z.object({ id }), z.object({ revision: count, sentences: z.array(offset) })),
  /**
   * Up to `count` edits up to revision `before` and with it, in order; the first of them made revision `first`. For history, and
   * for undo beyond the latest edits.
   */
  'article.history': call(
    z.object({ id, before: count, count: z.number().int().min(1).max(1000) }),
    z.object({ first: count, edits: z.array(edit) }),
  ),

  /**
   * Looks for words in the texts of these documents; a window asks for some at a time, so that it can show how far it
   * has come and stop. Matches are offsets in the text as it reads now.
   */
  'library.find': call(
    z.object({
      documents: z.array(id).min(1).max(100),
      words: z.string().min(1).max(1000),
      matchCase: z.boolean(),
      wholeWords: z.boolean(),
      /** How many places of one document are told at most; all are counted. */
      most: z.number().int().min(1).max(1000),
    }),
    z.object({
      found: z.array(
        z.object({
          id,
          /** How many places there are; of these, only the first are in `places`. */
          count,
          places: z.array(
            z.object({
              start: offset,
              end: offset,
              before: z.string(),
              words: z.string(),
              after: z.string(),
            }),
          ),
        }),
      ),
      /** Sentences about documents that could not be read. */
      troubles: z.array(z.string()),
    }),
  ),
  /** Tags places in several documents, one edit a document, and gives the edits so that they can be undone. */
  'library.tag': call(
    z.object({
      tag: id,
      documents: z
        .array(
          z.object({
            id,
            ranges: z.array(z.object({ start: offset, end: offset, exact: z.string().min(1) })).min(1),
          }),
        )
        .min(1)
        .max(1000),
    }),
    z.object({
      edits: z.array(z.object({ id, edit })),
      troubles: z.array(z.string()),
    }),
  ),

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

  /** Ends a task early that was begun with this id; what it has done so far stays. */
  'task.cancel': call(z.object({ task: id }), nothing),

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

  /** Asks where to save and writes the file; Electron only, a browser saves by itself. */
  'host.saveFile': call(z.object({ file }), z.object({ saved: z.boolean(), path: z.string().optional() })),
  /** All that the native menu is to show, in its order: names, keys, and what cannot be done now. */
  'host.menu': call(
    z.object({
      commands: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          group: z.enum(commandGroups),
          /** As `Command` has them; the first is the one shown. */
          keys: z.array(z.string()),
          enabled: z.boolean(),
        }),
      ),
    }),
    nothing,
  ),
} as const

/** Everything a host may announce. */
export const events = {
  /** An edit is on disk; `revision` counts it. The window that made it hears it too. */
  'article.edited': z.object({ id, revision: count, edit }),
  /** Documents that are new or whose summary changed, and those that are gone. */
  'library.changed': z.object({ documents: z.array(documentSummary), removed: z.array(id) }),
  /** The codebook was changed, here or in another window. */
  'codebook.changed': z.object({ codebook, earlier: z.array(codebook) }),
  /** How far a task has come, by the id it was begun with. */
  'task.progress': z.object({ task: id, done: count, of: count }),
  /** A person chose a command in the native menu. */
  'command.invoked': z.object({ id: z.string() }),
  /** A person asked the operating system to open a file with Assay. */
  'article.requested': z.object({ id }),
  /** Something a person should know: a disk that refuses, a file that is damaged. */
  'host.trouble': z.object({ message: z.string() }),
} as const

export type Call = keyof typeof calls
export type Params<C extends Call> = z.infer<(typeof calls)[C]['params']>
export type Reply<C extends Call> = z.infer<(typeof calls)[C]['reply']>
export type EventName = keyof typeof events
export type Payload<E extends EventName> = z.infer<(typeof events)[E]>
