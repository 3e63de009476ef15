import { useMemo } from 'react'
import type { Survey } from '../../../src/core/agreement/survey-result'
import { tagById } from '../../../src/core/codebook/codebook'
import { tagProperty } from '../../editor/tones'
import { type Sign, signsOf } from '../../state/annotator-signs'
import { useCodebook } from '../../state/session-context'

export interface NamedTag {
  readonly id: string
  readonly name: string
  readonly glyph: string
  /** The custom property that holds its colour. */
  readonly property: string
}

/** What the people, tags and documents of a survey are called, by their ids. */
export interface Names {
  readonly person: (id: string) => string
  readonly sign: (id: string) => string
  readonly tag: (id: string) => NamedTag
  readonly document: (id: string) => string
}

export function useNames(survey: Survey): Names {
  const codebook = useCodebook()
  return useMemo(() => {
    const people: ReadonlyMap<string, Sign> = signsOf(survey.annotators)
    const titles = new Map(survey.documents.map(({ id, title }) => [id, title]))
    return {
      person: (id) => people.get(id)?.name ?? id,
      sign: (id) => people.get(id)?.sign ?? '?',
      tag: (id) => {
        const tag = tagById(codebook, id)
        return { id, name: tag?.name ?? id, glyph: tag?.glyph ?? '•', property: tagProperty(id) }
      },
      document: (id) => titles.get(id) ?? id,
    }
  }, [survey, codebook])
}
