import { memo, useId } from 'react'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { tagById } from '../../../src/core/codebook/codebook'
import { tagProperty } from '../../editor/tones'
import type { Sign } from '../../state/annotator-signs'
import { pickOrChoose } from '../../state/linking'
import { quoteLine } from '../../state/quoting'
import { useCodebook, useSession } from '../../state/session-context'
import { tagNameOf } from '../../state/tagging'
import { tintedBy } from '../../ui/tinted'
import { AnnotationFacts } from './annotation-facts'

interface Props {
  readonly annotation: Annotation
  /** Whose it is, where several people have annotated the article. */
  readonly by: Sign | undefined
  /** How many links and comments it has. */
  readonly links: number
  readonly comments: number
  readonly picked: boolean
  /** Whether the Tab key comes to it. */
  readonly reachable: boolean
  /** Takes the id of what got the focus. */
  readonly onReach: (id: string) => void
}

/** One annotation: its tag and words, what is said of it in a line, and its note. */
export const AnnotationItem = memo(
  ({ annotation, by, links, comments, picked, reachable, onReach }: Props) => {
    const session = useSession()
    const about = useId()
    const codebook = useCodebook()
    const { id, tag, note } = annotation
    const quote = quoteLine(annotation)
    const tagged = tagById(codebook, tag)
    return (
      <div className={`annotation-card tinted${picked ? ' picked' : ''}`} style={tintedBy(tagProperty(tag))}>
        <a
          className="annotation-link"
          href={`#${encodeURIComponent(id)}`}
          aria-label={`${tagNameOf(session, annotation)}: ${quote}`}
          aria-current={picked ? 'true' : undefined}
          aria-describedby={about}
          tabIndex={reachable ? 0 : -1}
          onFocus={() => onReach(id)}
          onClick={(event) => {
            event.preventDefault()
            pickOrChoose(session, id)
          }}
        >
          <span className="glyph" aria-hidden="true" title={tagged?.name}>
            {tagged?.glyph}
          </span>
          <span className="annotation-quote">{quote}</span>
          {by && (
            <span className="sign" aria-hidden="true" title={by.name}>
              {by.sign}
            </span>
          )}
          <span className="annotation-about" id={about}>
            {by && <span className="unseen">{by.name} </span>}
            <AnnotationFacts tag={tagged} annotation={annotation} links={links} comments={comments} />
            {note !== '' && <span className="annotation-note">{note}</span>}
          </span>
        </a>
      </div>
    )
  },
)
