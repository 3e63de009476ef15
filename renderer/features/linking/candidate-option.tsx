import { tagById } from '../../../src/core/codebook/codebook'
import { tagProperty } from '../../editor/tones'
import type { Candidate } from '../../state/link-candidates'
import { wordsOfJoining } from '../../state/links'
import { quoteLine } from '../../state/quoting'
import { useCodebook } from '../../state/session-context'
import { Glyph } from '../../ui/tinted'

interface Props {
  readonly id: string
  readonly candidate: Candidate
  readonly aimed: boolean
  readonly onChoose: () => void
}

/** One annotation to choose: its tag and words, how it would be linked, and on which side it stands. */
export function CandidateOption({ id, candidate, aimed, onChoose }: Props) {
  const codebook = useCodebook()
  const { annotation, ways, linked, before } = candidate
  const tag = tagById(codebook, annotation.tag)
  const how = linked ? 'linked already' : ways.map(wordsOfJoining).join(', ')
  return (
    <li
      id={id}
      className="candidate-option"
      role="option"
      aria-selected={aimed}
      aria-disabled={linked || undefined}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Glyph glyph={tag?.glyph ?? '•'} property={tagProperty(annotation.tag)} />
      <span className="unseen">{tag?.name ?? annotation.tag}: </span>
      <span className="candidate-quote">{quoteLine(annotation)}</span>
      <span className="candidate-how">{how}</span>
      <span className="candidate-side" aria-hidden="true">
        {before ? '↑' : '↓'}
      </span>
      <span className="unseen">{before ? ', above' : ', below'}</span>
    </li>
  )
}
