import { z } from 'zod'
import { annotation } from '../core/annotation/annotation'
import { comment } from '../core/annotation/comment'
import { link } from '../core/annotation/link'
import { annotationSet } from '../core/annotation/set'
import { type Article, article } from '../core/document/article'
import { lineStyle } from '../core/document/blocks'
import { answer } from '../core/review/answer'
import { verdict } from '../core/review/verdict'
import { preferences } from '../core/preferences'
import type { Migration } from './migrate'
import { migrations as known } from './migrations/index'
import { workspace } from './workspace'

/** One kind of JSON file of the workspace. */
export interface FileKind<T> {
  readonly schema: z.ZodType<T>
  /** What the file says of itself. */
  readonly tag: string
  readonly migrations: readonly Migration[]
  /** Whether it ends with a checksum: for what is large, never written by hand and can be made again. */
  readonly sealed: boolean
}

const steps = z.array(z.string())

/** `article.json`. */
export const articleFile = z.object({
  schema: z.literal('assay/article'),
  migrations: steps,
  ...article.shape,
})
export type ArticleFile = z.infer<typeof articleFile>

/** What an `article.json` says of the article. */
export const articleIn = (file: ArticleFile): Article => article.parse(file)

/** `preferences.json`. */
export const preferencesFile = z.object({
  schema: z.literal('assay/preferences'),
  migrations: steps,
  ...preferences.shape,
})
export type PreferencesFile = z.infer<typeof preferencesFile>

/** `sets.json`: everybody's annotations after some edit of the journal. */
export const setsFile = z.object({
  schema: z.literal('assay/sets'),
  migrations: steps,
  /** How many edits of the journal are in it. */
  revision: z.number().int().min(0),
  /** Size of the journal in bytes at that revision. */
  journal: z.number().int().min(0),
  /** The journal's chain at that revision. */
  chain: z.string(),
  sets: z.array(annotationSet),
  annotations: z.array(annotation),
  links: z.array(link),
  comments: z.array(comment),
  verdicts: z.array(verdict),
  answers: z.array(answer),
  /** The text as it reads now, when it has been corrected since the import. */
  corrected: z.object({ text: z.string(), lines: z.array(lineStyle) }).optional(),
})
export type SetsFile = z.infer<typeof setsFile>

const idsOf = (list: readonly Migration[]): string[] => list.map(({ id }) => id)

/** Every kind, with how a new file of it begins. */
export const fileKinds = {
  workspace: {
    schema: workspace,
    tag: 'assay/workspace',
    migrations: known.workspace,
    sealed: false,
  },
  article: { schema: articleFile, tag: 'assay/article', migrations: known.article, sealed: false },
  preferences: {
    schema: preferencesFile,
    tag: 'assay/preferences',
    migrations: known.preferences,
    sealed: false,
  },
  sets: { schema: setsFile, tag: 'assay/sets', migrations: known.sets, sealed: true },
} as const

/** The first two fields of a new file. */
export const headOf = <N extends keyof typeof fileKinds>(
  kind: N,
): { schema: (typeof fileKinds)[N]['tag']; migrations: string[] } => ({
  schema: fileKinds[kind].tag,
  migrations: idsOf(fileKinds[kind].migrations),
})
