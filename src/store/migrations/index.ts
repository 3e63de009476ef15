import type { Migration } from '../migrate'
import { setsComments } from './sets-comments'
import { setsVerdicts } from './sets-verdicts'
import { workspaceCodebook } from './workspace-codebook'

/** What each kind of file has to go through since the first version, in order. Steps are added, never changed. */
export const migrations = {
  workspace: [workspaceCodebook],
  preferences: [],
  article: [],
  sets: [setsComments, setsVerdicts],
} as const satisfies Record<string, readonly Migration[]>
