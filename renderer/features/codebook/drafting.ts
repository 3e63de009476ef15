import { createContext, useContext } from 'react'
import type { Codebook } from '../../../src/core/codebook/codebook'
import type { Place } from '../../state/codebook-edits'

/** What the parts of the form share. */
export interface Drafting {
  readonly draft: Codebook
  readonly change: (edit: (draft: Codebook) => Codebook) => void
  /** Whether it was saved once: then it can be retired, but stays. */
  readonly isSaved: (place: Place) => boolean
  /** What is wrong with the field at `fieldOf(…)`. */
  readonly problemAt: (at: string) => string | undefined
  /** Letters that a tag could have as its key. */
  readonly free: readonly string[]
}

const context = createContext<Drafting | undefined>(undefined)

export const DraftingProvider = context.Provider

export function useDrafting(): Drafting {
  const drafting = useContext(context)
  if (!drafting) throw new Error('there is no draft around this component')
  return drafting
}
