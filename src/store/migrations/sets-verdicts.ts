import type { Migration } from '../migrate'

/** Verdicts on annotations, and answers to them, came with review. */
export const setsVerdicts: Migration = {
  id: '0002-verdicts',
  up: (data) => ({ ...data, verdicts: [], answers: [] }),
}
