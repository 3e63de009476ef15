import { useId } from 'react'
import type { Reply } from '../../../src/api/contract'
import { counted, exactLength, shortLength } from '../../ui/amounts'
import type { ItemLink, ItemPlace } from './item'

interface Props {
  readonly sample: Reply<'workspace.open'>['samples'][number]
  readonly place: ItemPlace
  readonly link: ItemLink
}

/** An article that is offered to begin with; it becomes a document when it is opened. */
export function SampleItem({ sample, place, link }: Props) {
  const id = useId()
  const title = titleOf(sample)
  return (
    <li {...place} className="document">
      <a
        className="document-link"
        href={`#${encodeURIComponent(sample.name)}`}
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}about`}
        tabIndex={link.tabIndex}
        onFocus={link.onFocus}
        onClick={(event) => {
          event.preventDefault()
          link.onOpen()
        }}
      >
        <span className="document-title" id={`${id}title`} title={title}>
          {title}
        </span>
        <span className="document-about" id={`${id}about`}>
          <span className="badge">Sample</span>
          {sample.annotators !== undefined && <span>tagged by {sample.annotators}</span>}
          <span title={exactLength(sample.length)}>{shortLength(sample.length)}</span>
        </span>
      </a>
    </li>
  )
}

/** Of one that was tagged, it says first what is to be seen in it; as a document it has the title of its article. */
function titleOf({ title, annotators }: Props['sample']): string {
  if (annotators === undefined) return title
  return annotators === 2 ? `Two readings of “${title}”` : `${counted(annotators, 'reading')} of “${title}”`
}
