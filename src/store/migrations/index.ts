import type { Migration } from '../migrate'

/** What each kind of file has to go through since the first version, in order. Steps are added, never changed. */
export const migrations = {
  workspace: [],
  preferences: [],
  article: [],
  sets: [],
} as const satisfies Record<string, readonly Migration[]>
