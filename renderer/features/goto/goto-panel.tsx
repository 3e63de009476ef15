import { useMemo, useState } from 'react'
import { tagById } from '../../../src/core/codebook/codebook'
import { tagProperty } from '../../editor/tones'
import { findAnnotations } from '../../state/annotation-search'
import { quoteLine } from '../../state/quoting'
import { useCodebook, useSession } from '../../state/session-context'
import { tagNameOf } from '../../state/tagging'
import { Chooser } from '../../ui/chooser'
import { Glyph } from '../../ui/tinted'
import './goto.css'

const MOST = 200 // shown; whoever has more of them types another word

/** Every annotation of the article, found by its words, tag, attributes, note, annotator, or by being unlinked. */
export function GotoPanel() {
  const session = useSession()
  const codebook = useCodebook()
  const [query, setQuery] = useState('')
  // As things stood when it was opened: nothing changes behind it.
  const [view] = useState(() => session.article?.view.getState())
  const all = useMemo(
    () => (view ? findAnnotations(view.order, view.state, codebook, query) : []),
    [view, codebook, query],
  )
  return (
    <Chooser
      name="Go to annotation"
      field="Annotation"
      placeholder="Words, tag, attribute, note, annotator, or “unlinked claim”"
      query={query}
      onQuery={setQuery}
      options={all.slice(0, MOST)}
      keyOf={({ id }) => id}
      labelOf={(annotation) => `${tagNameOf(session, annotation)}: ${quoteLine(annotation)}`}
      renderOption={(annotation) => (
        <>
          <Glyph
            glyph={tagById(codebook, annotation.tag)?.glyph ?? '?'}
            property={tagProperty(annotation.tag)}
          />
          <span className="goto-quote">{quoteLine(annotation)}</span>
        </>
      )}
      onChoose={(annotation) => {
        session.focus.emit('article')
        session.pick(annotation.id, { reveal: true })
        session.status.say(`${tagNameOf(session, annotation)}: ${quoteLine(annotation)}`)
      }}
      onClose={() => session.show(undefined)}
    >
      <p className="goto-count" role="status">
        {counted(all.length, view?.order.length ?? 0)}
      </p>
    </Chooser>
  )
}

function counted(found: number, all: number): string {
  if (found === 0) return 'No annotation of this article has these words.'
  const more = found > MOST ? `, the first ${MOST} are shown` : ''
  return `${found.toLocaleString('en')} of ${all.toLocaleString('en')}${more}`
}
