import { useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Attribute } from '../../../src/core/codebook/attribute'
import type { Tag } from '../../../src/core/codebook/codebook'
import { addOption, setOption } from '../../state/codebook-edits'
import { provisionalId } from '../../state/codebook-ids'
import { fieldOf } from '../../state/codebook-problems'
import { Button } from '../../ui/button'
import { useDrafting } from './drafting'
import { TextField } from './fields'
import { PlaceButtons, moveByKey } from './place-buttons'

/** What can be chosen. Enter in the last one adds another. */
export function Options({
  tag,
  attribute,
}: {
  readonly tag: Tag
  readonly attribute: Extract<Attribute, { kind: 'choice' }>
}) {
  const drafting = useDrafting()
  const group = useRef<HTMLDivElement>(null)
  const { options } = attribute
  const problem = drafting.problemAt(fieldOf({ of: 'attribute', tag: tag.id, id: attribute.id }, 'options'))

  const add = (): void => {
    const id = provisionalId(drafting.draft)
    flushSync(() => drafting.change((draft) => addOption(draft, tag.id, attribute.id, id)))
    const fields = group.current?.querySelectorAll('input')
    fields?.[fields.length - 1]?.focus()
  }

  return (
    <div
      ref={group}
      className="codebook-options codebook-wide"
      role="group"
      aria-label={`Options of ${attribute.name}`}
    >
      {options.map((option, k) => {
        const place = { of: 'option', tag: tag.id, attribute: attribute.id, id: option.id } as const
        return (
          <div
            key={option.id}
            className={`codebook-option${option.retired ? ' retired' : ''}`}
            onKeyDown={(event) => {
              if (moveByKey(drafting, place, event)) return
              if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
              event.preventDefault()
              if (k === options.length - 1) add()
            }}
          >
            <TextField
              label={`Option ${k + 1}`}
              at={fieldOf(place, 'name')}
              hint={option.retired ? 'Retired' : undefined}
              value={option.name}
              maxLength={60}
              onChange={(name) => drafting.change((draft) => setOption(draft, place, { name }))}
            />
            <PlaceButtons
              place={place}
              name={option.name}
              retired={option.retired}
              first={k === 0}
              last={k === options.length - 1}
              onRemove={() => group.current?.querySelector<HTMLElement>('.codebook-add')?.focus()}
            />
          </div>
        )
      })}
      {problem !== undefined && <p className="codebook-problem">{problem}</p>}
      <Button className="codebook-add" onClick={add}>
        Add option
      </Button>
    </div>
  )
}
