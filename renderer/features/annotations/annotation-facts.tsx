import type { Annotation } from '../../../src/core/annotation/annotation'
import type { Tag } from '../../../src/core/codebook/codebook'
import { summaryOf } from '../../state/attributing'
import { counted } from '../../ui/amounts'

interface Props {
  readonly tag: Tag | undefined
  readonly annotation: Annotation
  readonly links: number
  readonly comments: number
}

/** What is said of an annotation in one quiet line: its attributes, and how many links and comments it has. */
export function AnnotationFacts({ tag, annotation, links, comments }: Props) {
  const summary = summaryOf(tag, annotation)
  if (summary === '' && links === 0 && comments === 0) return null
  return (
    <span className="annotation-facts">
      {summary !== '' && <span className="annotation-summary">{summary}</span>}
      {links > 0 && <Count mark="→" count={links} noun="link" />}
      {comments > 0 && <Count mark="✎" count={comments} noun="comment" />}
    </span>
  )
}

function Count({
  mark,
  count,
  noun,
}: {
  readonly mark: string
  readonly count: number
  readonly noun: string
}) {
  return (
    <span className="annotation-count" title={counted(count, noun)}>
      <span aria-hidden="true">
        {mark}
        {count}
      </span>
      <span className="unseen"> {counted(count, noun)} </span>
    </span>
  )
}
