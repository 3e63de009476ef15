import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Survey } from '../../../src/core/agreement/survey-result'
import type { Agreement } from '../../state/agreement'
import { counted } from '../../ui/amounts'
import type { Names } from './names'
import type { About } from './plots/saving'

const FEW = 4 // annotators that are named

/** Whom and what the figures are of, and what is supposed, as a file that is kept of them says it. */
export function useAbout({ view }: Agreement, survey: Survey, names: Names): About {
  const people = useStore(view, (shown) => shown.people)
  return useMemo(() => {
    const { annotators, texts, whatIf } = survey
    const whose =
      annotators.length > FEW
        ? counted(annotators.length, 'annotator')
        : annotators.map(({ name }) => name).join(', ')
    const left = whatIf.leaveOut.flatMap((id) => people.find((person) => person.id === id)?.name ?? [])
    const supposed = [
      ...(left.length > 0 ? [`${left.join(', ')} left out`] : []),
      ...whatIf.merge.map(({ tag, into }) => `${names.tag(tag).name} counts as ${names.tag(into).name}`),
      ...(whatIf.ignoreShift > 0
        ? [`boundary shifts up to ${counted(whatIf.ignoreShift, 'character')} ignored`]
        : []),
    ]
    return {
      facts: `${whose}; ${counted(texts, 'article')}.`,
      supposed: supposed.length > 0 ? `What if: ${supposed.join('; ')}.` : '',
    }
  }, [survey, names, people])
}
