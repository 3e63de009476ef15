import { memo, useId } from 'react'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { tagProperty } from '../../editor/tones'
import { quoteLine } from '../../state/quoting'
import { useCodebook, useKeys, useSession } from '../../state/session-context'
import { removePicked, tagNameOf } from '../../state/tagging'
import { IconButton } from '../../ui/button'
import { RemoveIcon } from '../../ui/icons'
import { tintedBy } from '../../ui/tinted'
import { AttributeFields } from './attribute-fields'
import { NoteField } from './note-field'

interface Props {
  readonly annotation: Annotation
  readonly picked: boolean
  /** Whether the Tab key comes to it. */
  readonly reachable: boolean
  /** Takes the id of what got the focus. */
  readonly onReach: (id: string) => void
}

/** One annotation: its tag and words, and its note, which can be written while it is picked. */
export const AnnotationItem = memo(({ annotation, picked, reachable, onReach }: Props) => {
  const session = useSession()
  const noteId = useId()
  const { tags } = useCodebook()
  const { withKey } = useKeys()
  const { id, tag, note } = annotation
  const quote = quoteLine(annotation)
  const tagged = tags.find((known) => known.id === tag)
  return (
    <div className={`annotation-card tinted${picked ? ' picked' : ''}`} style={tintedBy(tagProperty(tag))}>
      <a
        className="annotation-link"
        href={`#${encodeURIComponent(id)}`}
        aria-label={`${tagNameOf(session, annotation)}: ${quote}`}
        aria-current={picked ? 'true' : undefined}
        aria-describedby={note !== '' && !picked ? noteId : undefined}
        tabIndex={reachable ? 0 : -1}
        onFocus={() => onReach(id)}
        onClick={(event) => {
          event.preventDefault()
          session.pick(id, { reveal: true })
        }}
      >
        <span className="glyph" aria-hidden="true" title={tagged?.name}>
          {tagged?.glyph}
        </span>
        <span className="annotation-quote">{quote}</span>
        {note !== '' && !picked && (
          <span className="annotation-note" id={noteId}>
            {note}
          </span>
        )}
      </a>
      {picked && (
        <>
          <AttributeFields annotation={annotation} />
          <div className="annotation-more">
            <NoteField key={id} annotation={annotation} />
            <IconButton
              name="Remove annotation"
              hint={withKey('Remove annotation', 'annotation.remove')}
              onClick={() => {
                removePicked(session)
                session.focus.emit('article')
              }}
            >
              <RemoveIcon />
            </IconButton>
          </div>
        </>
      )}
    </div>
  )
})
