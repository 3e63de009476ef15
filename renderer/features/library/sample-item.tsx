import { useId } from 'react'
import type { Reply } from '../../../src/api/contract'
import { exactLength, shortLength } from '../../ui/amounts'
import type { ItemLink, ItemPlace } from './item'

interface Props {
  readonly sample: Reply<'workspace.open'>['samples'][number]
  readonly place: ItemPlace
  readonly link: ItemLink
}

/** An article that is offered to begin with; it becomes a document when it is opened. */
export function SampleItem({ sample, place, link }: Props) {
  const id = useId()
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
        <span className="document-title" id={`${id}title`} title={sample.title}>
          {sample.title}
        </span>
        <span className="document-about" id={`${id}about`}>
          <span className="badge">Sample</span>
          <span title={exactLength(sample.length)}>{shortLength(sample.length)}</span>
        </span>
      </a>
    </li>
  )
}
