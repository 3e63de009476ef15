import { z } from 'zod'
import { id } from '../base/id'
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
import { call, count, file, nothing } from './call'
import { commandGroups } from './commands'
import { reviewCalls } from './review-calls'
import { setCalls } from './set-calls'

/**
 * Everything a front end may ask of a host. The only list there is, with those of sets and of review in files of their
 * own; both ends check against it.
 */
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

  ...reviewCalls,

  /** Ends a task early that was begun with this id; what it has done so far stays. */
  'task.cancel': call(z.object({ task: id }), nothing),

  ...setCalls,

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
