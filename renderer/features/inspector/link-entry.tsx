import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { tagById } from '../../../src/core/codebook/codebook'
import { tagProperty } from '../../editor/tones'
import { type SeenLink, changeLink, turnLink, waysToJoin, wordsOfJoining } from '../../state/links'
import { quoteLine } from '../../state/quoting'
import { useCodebook, useSession } from '../../state/session-context'
import { IconButton } from '../../ui/button'
import { Choices } from '../../ui/choices'
import { CloseIcon, RewriteIcon, TurnIcon } from '../../ui/icons'
import { Glyph } from '../../ui/tinted'

interface Props {
  readonly seen: SeenLink
  readonly onRemove: () => void
}

/** One link: how it reads from here and where it leads. Enter goes there; it can be turned, changed and removed. */
export function LinkEntry({ seen, onRemove }: Props) {
  const session = useSession()
  const codebook = useCodebook()
  const [changing, setChanging] = useState(false)
  const entry = useRef<HTMLButtonElement>(null)
  const { link, words, other, before } = seen
  const tag = tagById(codebook, other.tag)
  const quote = quoteLine(other)

  const change = (): void => {
    if (waysToJoin(session, link).every(({ type }) => type.id === link.type))
      session.status.hint('The codebook has no other link between these two')
    else setChanging(true)
  }
  const byKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const key = event.key.toLowerCase()
    if (key === 'x') turnLink(session, link)
    else if (key === 't') change()
    else if (key === 'delete' || key === 'backspace') onRemove()
    else return
    event.preventDefault()
  }
  const changed = (): void => {
    setChanging(false)
    entry.current?.focus()
  }

  return (
    <>
      <button
        ref={entry}
        type="button"
        data-stop="link"
        className="link-target"
        aria-label={`${words} ${tag?.name ?? other.tag}: ${quote}, ${before ? 'above' : 'below'}`}
        aria-keyshortcuts="X T Delete"
        title="Enter goes there, X turns it round, T changes it, Delete removes it"
        onClick={() => session.pick(other.id, { reveal: true })}
        onKeyDown={byKey}
      >
        <span className="link-words">{words}</span>
        <Glyph glyph={tag?.glyph ?? '•'} property={tagProperty(other.tag)} />
        <span className="link-quote">{quote}</span>
        <span aria-hidden="true">{before ? '↑' : '↓'}</span>
      </button>
      <span className="link-tools">
        <IconButton
          name="Turn round"
          hint="Turn round (X)"
          tabIndex={-1}
          onClick={() => turnLink(session, link)}
        >
          <TurnIcon />
        </IconButton>
        <IconButton name="Change the link" hint="Change the link (T)" tabIndex={-1} onClick={change}>
          <RewriteIcon />
        </IconButton>
        <IconButton name="Remove the link" hint="Remove the link (Delete)" tabIndex={-1} onClick={onRemove}>
          <CloseIcon />
        </IconButton>
      </span>
      {changing && <Ways seen={seen} onDone={changed} />}
    </>
  )
}

/** The types that a link may have instead, below it. */
function Ways({ seen: { link, other }, onDone }: { readonly seen: SeenLink; readonly onDone: () => void }) {
  const session = useSession()
  const ways = waysToJoin(session, link).map((way) => ({
    ...way,
    // As it reads from the annotation that is looked at.
    name: wordsOfJoining(other.id === link.from ? { ...way, turned: !way.turned } : way),
  }))
  const row = useRef<HTMLDivElement>(null)
  // Before the next key is heard.
  useLayoutEffect(() => row.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(), [])
  const byKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onDone()
  }
  return (
    <div ref={row} className="link-ways" onKeyDown={byKey}>
      <Choices
        name="Link"
        choices={ways.map(({ type, name }) => ({ id: type.id, name }))}
        chosen={link.type}
        onChoose={(id) => {
          const way = ways.find(({ type }) => type.id === id)
          if (way) changeLink(session, link, way)
          onDone()
        }}
      />
    </div>
  )
}
