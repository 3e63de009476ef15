import type { AnnotationSet, Person } from '../annotation/set'

/**
 * Whose the adjudicated set is: nobody's, since it is what several people settled on. Its ids are the same in every
 * workspace, so that what two reviewers settle comes together in one set. Who decided what is in the verdicts.
 */
export const adjudicator: Person = { id: 'adjudicated', name: 'Adjudicated' }

const ADJUDICATED_SET = 'set-adjudicated'

export const isAdjudicated = ({ annotator }: Pick<AnnotationSet, 'annotator'>): boolean =>
  annotator.id === adjudicator.id

/** The adjudicated set as it begins. */
export const newAdjudicatedSet = (codebook: string, created: string): AnnotationSet => ({
  id: ADJUDICATED_SET,
  annotator: adjudicator,
  codebook,
  created,
})
