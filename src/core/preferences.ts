import { z } from 'zod'

/** What the window remembers between starts. Every field has a default, so that an older file is never refused. */
export const preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Widths of the side panels in CSS pixels. */
  libraryWidth: z.number().min(180).max(600).default(280),
  annotationsWidth: z.number().min(220).max(700).default(340),
  libraryShown: z.boolean().default(true),
  annotationsShown: z.boolean().default(true),
  /** Size of the article's type in CSS pixels. */
  textSize: z.number().min(12).max(32).default(18),
  /** Length of the article's lines in characters. */
  lineLength: z.number().min(45).max(110).default(70),
  /** Height of the inspector under the list of annotations, in CSS pixels. */
  inspectorHeight: z.number().min(120).max(900).default(340),
  /** The keys of commands whose keys are not the default ones, by the command's id. */
  keys: z.record(z.string(), z.array(z.string().min(1).max(40)).max(8)).default({}),
  /** The reasons that are offered with verdicts. */
  reasons: z
    .array(z.string().min(1).max(1000))
    .max(200)
    .default([
      'Too wide',
      'Too narrow',
      'Wrong tag',
      'Not a checkable claim',
      'Opinion, not a claim',
      'Duplicate',
      'Attribution is missing',
      'Not in the guidelines',
    ]),
  sort: z.enum(['changed', 'title', 'length', 'imported']).default('changed'),
  /** The article that was open last. */
  document: z.string().optional(),
  /** Whether the sample articles are still offered. */
  samplesShown: z.boolean().default(true),
})
export type Preferences = z.infer<typeof preferences>

export const defaultPreferences: Preferences = preferences.parse({})
