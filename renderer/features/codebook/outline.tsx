import type { CSSProperties, KeyboardEvent } from 'react'
import { type Codebook, linkTypeById, tagById } from '../../../src/core/codebook/codebook'
import { moveByKey } from './place-buttons'
import { useDrafting } from './drafting'

/** A tag or a link type: what the form shows. */
export interface Part {
  readonly of: 'tag' | 'link'
  readonly id: string
}

/** All tags and link types: one stop for the Tab key, and the arrows go through both lists. */
export function Outline({
  chosen,
  troubled,
  onChoose,
}: {
  readonly chosen: Part
  /** Whether something is to be put right in it. */
  readonly troubled: (part: Part) => boolean
  readonly onChoose: (part: Part) => void
}) {
  const drafting = useDrafting()
  const { draft } = drafting
  const parts = partsOf(draft)
  const at = parts.findIndex((part) => same(part, chosen))

  const byKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (moveByKey(drafting, chosen, event)) return
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const moved: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: parts.length - 1,
    }
    const next = parts[moved[event.key] ?? -1]
    if (!next) return
    event.preventDefault()
    onChoose(next)
    const buttons = event.currentTarget.querySelectorAll<HTMLElement>('button')
    buttons[parts.indexOf(next)]?.focus()
  }

  const list = (of: Part['of'], name: string) => (
    <section>
      <h3 id={`codebook-${of}`}>{name}</h3>
      <ul aria-labelledby={`codebook-${of}`}>
        {parts
          .filter((part) => part.of === of)
          .map((part) => (
            <li key={part.id}>
              <Entry part={part} chosen={same(part, chosen)} troubled={troubled(part)} onChoose={onChoose} />
            </li>
          ))}
      </ul>
    </section>
  )
  return (
    <nav className="codebook-outline" aria-label="Tags and link types" onKeyDown={byKey}>
      {list('tag', 'Tags')}
      {list('link', 'Link types')}
    </nav>
  )
}

function Entry({
  part,
  chosen,
  troubled,
  onChoose,
}: {
  readonly part: Part
  readonly chosen: boolean
  readonly troubled: boolean
  readonly onChoose: (part: Part) => void
}) {
  const { draft, isSaved } = useDrafting()
  const tag = part.of === 'tag' ? tagById(draft, part.id) : undefined
  const item = tag ?? linkTypeById(draft, part.id)
  const told = [
    ...(isSaved(part) ? [] : ['new']),
    ...(item?.retired ? ['retired'] : []),
    ...(troubled ? ['incomplete'] : []),
  ]
  return (
    <button
      type="button"
      className={`codebook-entry${item?.retired ? ' retired' : ''}`}
      aria-current={chosen ? 'true' : undefined}
      tabIndex={chosen ? 0 : -1}
      {...(chosen ? { 'data-first': true } : {})}
      onClick={() => onChoose(part)}
    >
      <span
        className="glyph tinted"
        aria-hidden="true"
        style={(tag ? { '--colour': tag.colour } : {}) as CSSProperties}
      >
        {tag ? tag.glyph : '→'}
      </span>
      <span className="codebook-entry-name">{item?.name.trim() || 'Without a name'}</span>
      {told.length > 0 && (
        <span className={`codebook-told${troubled ? ' troubled' : ''}`}>{told.join(', ')}</span>
      )}
    </button>
  )
}

export const partsOf = ({ tags, links }: Codebook): Part[] => [
  ...tags.map(({ id }): Part => ({ of: 'tag', id })),
  ...links.map(({ id }): Part => ({ of: 'link', id })),
]

const same = (one: Part, other: Part): boolean => one.of === other.of && one.id === other.id
