import { memo, useId } from 'react'
import type { DocumentSummary } from '../../../src/core/library'
import { tagProperty } from '../../editor/tones'
import { useCodebook } from '../../state/session-context'
import { counted, exactLength, shortLength } from '../../ui/amounts'
import { TroubleIcon } from '../../ui/icons'
import { ago, exactly } from '../../ui/moment'
import { Glyph } from '../../ui/tinted'
import type { ItemLink, ItemPlace } from './item'

interface Props {
  readonly document: DocumentSummary
  readonly open: boolean
  /** Whether it has been asked for and is on its way. */
  readonly opening: boolean
  /** The time, for how long ago it was changed. */
  readonly now: number
  readonly place: ItemPlace
  readonly link: ItemLink
}

/** One document of the list: its title, when it was worked on, how long it is, and how much is tagged. */
export function DocumentItem({ document, open, opening, now, place, link }: Props) {
  const id = useId()
  const { title, length, counts, changed, trouble } = document
  return (
    <li {...place} className="document">
      <a
        className="document-link"
        data-opening={opening}
        href={`#${encodeURIComponent(document.id)}`}
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}about`}
        aria-current={open ? 'page' : undefined}
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
          {trouble ? (
            <span className="document-trouble" title={trouble}>
              <TroubleIcon />
              <span aria-hidden="true">Does not open</span>
              <span className="unseen">{trouble}</span>
            </span>
          ) : (
            <>
              <time dateTime={changed} title={`Last worked on ${exactly(changed)}`}>
                {ago(changed, now)}
              </time>
              <span title={exactLength(length)}>{shortLength(length)}</span>
              <Counts counts={counts} />
            </>
          )}
        </span>
      </a>
    </li>
  )
}

const Counts = memo(({ counts }: { readonly counts: DocumentSummary['counts'] }) => {
  const { tags } = useCodebook()
  return (
    <span className="document-counts">
      {tags.map(({ id, name, glyph }) => {
        const count = counts[id] ?? 0
        if (count === 0) return null
        const words = counted(count, name.toLowerCase())
        return (
          <span key={id} title={words}>
            <Glyph glyph={glyph} property={tagProperty(id)} />
            <span aria-hidden="true">{count}</span>
            <span className="unseen">{words}</span>
          </span>
        )
      })}
    </span>
  )
})
