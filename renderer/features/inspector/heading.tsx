import type { Annotation } from '../../../src/core/annotation/annotation'
import { tagById } from '../../../src/core/codebook/codebook'
import { tagProperty } from '../../editor/tones'
import { quoteLine } from '../../state/quoting'
import { useCodebook, useKeys, useSession } from '../../state/session-context'
import { removePicked } from '../../state/tagging'
import { IconButton } from '../../ui/button'
import { RemoveIcon } from '../../ui/icons'
import { Glyph } from '../../ui/tinted'

/** Of what all below it speaks: the tag and the words. */
export function Heading({ annotation }: { readonly annotation: Annotation }) {
  const session = useSession()
  const codebook = useCodebook()
  const { withKey } = useKeys()
  const tag = tagById(codebook, annotation.tag)
  return (
    <header className="inspector-head">
      <h3>
        <Glyph glyph={tag?.glyph ?? '•'} property={tagProperty(annotation.tag)} />
        <span className="inspector-tag">{tag?.name ?? annotation.tag}</span>
        <span className="inspector-quote">{quoteLine(annotation)}</span>
      </h3>
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
    </header>
  )
}
