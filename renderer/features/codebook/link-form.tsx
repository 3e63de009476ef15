import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { type LinkType, tagById } from '../../../src/core/codebook/codebook'
import { setLinkType } from '../../state/codebook-edits'
import { fieldOf } from '../../state/codebook-problems'
import { Button, IconButton } from '../../ui/button'
import { RemoveIcon } from '../../ui/icons'
import { useDrafting } from './drafting'
import { TextField } from './fields'

/** Everything that is said of one link type. */
export function LinkForm({ type }: { readonly type: LinkType }) {
  const { change } = useDrafting()
  const at = (field: string): string => fieldOf({ of: 'link', id: type.id }, field)
  const set = (to: Partial<LinkType>): void => change((draft) => setLinkType(draft, type.id, to))
  return (
    <>
      <div className="codebook-grid">
        <TextField
          label="Name"
          at={at('name')}
          hint="As it reads from its first end: attributed to"
          className="codebook-name"
          value={type.name}
          maxLength={60}
          onChange={(name) => set({ name })}
        />
        <TextField
          label="Name from the other end"
          at={at('inverse')}
          hint="Empty when it reads the same from both: source of"
          className="codebook-inverse"
          value={type.inverse}
          maxLength={60}
          onChange={(inverse) => set({ inverse })}
        />
      </div>
      <Ends type={type} onChange={(ends) => set({ ends })} />
    </>
  )
}

function Ends({
  type,
  onChange,
}: {
  readonly type: LinkType
  readonly onChange: (ends: LinkType['ends']) => void
}) {
  const { draft, problemAt } = useDrafting()
  const section = useRef<HTMLElement>(null)
  const problem = problemAt(fieldOf({ of: 'link', id: type.id }, 'ends'))
  const name = (id: string): string => tagById(draft, id)?.name || 'without a name'
  const { ends } = type
  const end = (k: number, side: 'from' | 'to') => (
    <select
      aria-label={`Pair ${k + 1}: ${side === 'from' ? 'first' : 'second'} end`}
      value={ends[k]![side]}
      onChange={({ target }) =>
        onChange(ends.map((pair, at) => (at === k ? { ...pair, [side]: target.value } : pair)))
      }
    >
      {draft.tags
        .filter(({ id, retired }) => !retired || id === ends[k]![side])
        .map(({ id }) => (
          <option key={id} value={id}>
            {name(id)}
          </option>
        ))}
    </select>
  )
  const add = (): void => {
    const pairs = draft.tags.flatMap((from) => draft.tags.map((to) => ({ from: from.id, to: to.id })))
    const next =
      pairs.find(({ from, to }) => !ends.some((pair) => pair.from === from && pair.to === to)) ?? pairs[0]
    if (!next) return
    flushSync(() => onChange([...ends, next]))
    section.current
      ?.querySelectorAll('select')
      .item(ends.length * 2)
      ?.focus()
  }
  return (
    <section ref={section} className="codebook-attributes" aria-labelledby="codebook-ends">
      <h4 id="codebook-ends">Tags that it may join</h4>
      <ul className="codebook-ends">
        {ends.map((_, k) => (
          // Pairs have no identity but their place.
          <li key={k}>
            {end(k, 'from')}
            <span>{type.name.trim() || '…'}</span>
            {end(k, 'to')}
            <IconButton
              name={`Take pair ${k + 1} out`}
              onClick={() => {
                flushSync(() => onChange(ends.filter((_pair, at) => at !== k)))
                section.current?.querySelector<HTMLElement>('.codebook-add')?.focus()
              }}
            >
              <RemoveIcon />
            </IconButton>
          </li>
        ))}
      </ul>
      {problem !== undefined && <p className="codebook-problem">{problem}</p>}
      <Button className="codebook-add" onClick={add}>
        Add pair
      </Button>
    </section>
  )
}
