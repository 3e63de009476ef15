import type { Annotation } from '../../../src/core/annotation/annotation'
import type { Link } from '../../../src/core/annotation/link'
import { linkTypeById, tagById } from '../../../src/core/codebook/codebook'
import type { Case } from '../../../src/core/review/cases'
import { type Review, standingVerdict } from '../../../src/core/review/standing'
import { tagProperty } from '../../editor/tones'
import type { Sign } from '../../state/annotator-signs'
import { summaryOf } from '../../state/attributing'
import type { OpenArticle } from '../../state/open-article'
import { shortest } from '../../state/quoting'
import { useCodebook } from '../../state/session-context'
import { exactly } from '../../ui/moment'
import { Glyph } from '../../ui/tinted'
import { stretchesOf } from './stretches'
import { DECIDED, RULES } from './words'

interface Props {
  readonly article: OpenArticle
  readonly one: Case
  readonly annotator: string
  readonly sign: Sign
  readonly review: Review
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** One annotator's version of a case, with what was decided about it. */
export function Side({ article, one, annotator, sign, review, chosen, onChoose }: Props) {
  const member: Annotation | Link = one.members.get(annotator)!
  return (
    <label className="side" data-chosen={chosen}>
      <input type="radio" name="side" checked={chosen} onChange={onChoose} />
      <span className="side-head">
        <span className="sign" aria-hidden="true">
          {sign.sign}
        </span>
        <span className="side-name">{sign.name}</span>
        <Decided member={member} review={review} />
      </span>
      {'span' in member ? (
        <AnnotationVersion article={article} one={one} annotation={member} />
      ) : (
        <LinkVersion article={article} link={member} />
      )}
    </label>
  )
}

function Decided({ member, review }: { readonly member: Annotation | Link; readonly review: Review }) {
  const verdict = standingVerdict(member, review)
  if (!verdict) return null
  const answer = review.answers.get(verdict.id)
  const why = verdict.rule ? RULES[verdict.rule] : verdict.reason
  return (
    <span className="side-verdict" title={`${verdict.by.name}, ${exactly(verdict.created)}`}>
      {DECIDED[verdict.decision]}
      {why !== '' && `: ${why}`}
      {answer?.kind === 'adopt' && ' · adopted'}
      {answer?.kind === 'object' && (
        <b className="side-objection">
          {' '}
          · {answer.by.name} objects: {answer.words}
        </b>
      )}
    </span>
  )
}

interface AnnotationProps {
  readonly article: OpenArticle
  readonly one: Case
  readonly annotation: Annotation
}

function AnnotationVersion({ article, one, annotation }: AnnotationProps) {
  const codebook = useCodebook()
  const tag = tagById(codebook, annotation.tag)
  const summary = summaryOf(tag, annotation)
  const all = [...one.members.values()].flatMap((member) => ('span' in member ? [member] : []))
  return (
    <span className="side-version">
      <span className="side-tag">
        <Glyph glyph={tag?.glyph ?? '•'} property={tagProperty(annotation.tag)} />
        <b>{tag?.name ?? annotation.tag}</b>
        {summary !== '' && <span className="annotation-summary">{summary}</span>}
      </span>
      <span className="side-quote">
        {stretchesOf(article.text, annotation, all).map(({ words, marked, start }) =>
          marked ? <mark key={start}>{words}</mark> : <span key={start}>{words}</span>,
        )}
      </span>
      {annotation.note !== '' && <span className="annotation-note">{annotation.note}</span>}
    </span>
  )
}

function LinkVersion({ article, link }: { readonly article: OpenArticle; readonly link: Link }) {
  const codebook = useCodebook()
  const [from, to] = [link.from, link.to].map((id) => article.state.annotations.get(id))
  return (
    <span className="side-version">
      <span className="side-quote">
        {from && shortest(from)} <b>{linkTypeById(codebook, link.type)?.name ?? link.type}</b>{' '}
        {to && shortest(to)}
      </span>
    </span>
  )
}
