import type { Survey } from '../../../src/core/agreement/survey-result'
import { pairKey } from './behind'
import type { Names } from './names'

interface Props {
  readonly survey: Survey
  readonly names: Names
  readonly pair: string | undefined
  readonly onChoose: (pair: string | undefined) => void
}

/** Whose differences are shown: those of every two, or of two. */
export function PairChoice({ survey, names, pair, onChoose }: Props) {
  return (
    <select
      className="pair-choice"
      aria-label="Annotators whose differences are shown"
      value={pair ?? ''}
      onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}
    >
      <option value="">Every two</option>
      {survey.pairs.map(({ first, second }) => (
        <option key={pairKey(first, second)} value={pairKey(first, second)}>
          {names.person(first)} and {names.person(second)}
        </option>
      ))}
    </select>
  )
}
