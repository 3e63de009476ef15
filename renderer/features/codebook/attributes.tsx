import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Attribute } from '../../../src/core/codebook/attribute'
import type { Tag } from '../../../src/core/codebook/codebook'
import { type Place, addAttribute, ofKind, setAttribute } from '../../state/codebook-edits'
import { provisionalId } from '../../state/codebook-ids'
import { fieldOf } from '../../state/codebook-problems'
import { Button } from '../../ui/button'
import { useDrafting } from './drafting'
import { LongField, SelectField, TextField } from './fields'
import { Options } from './options'
import { PlaceButtons, moveByKey } from './place-buttons'

/** What may be said of a tag's annotations: one line each, to be unfolded. */
export function Attributes({ tag }: { readonly tag: Tag }) {
  const { draft, change } = useDrafting()
  const section = useRef<HTMLElement>(null)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const unfold = (id: string, open: boolean): void =>
    setUnfolded((before) => new Set(open ? [...before, id] : [...before].filter((one) => one !== id)))

  const add = (): void => {
    const id = provisionalId(draft)
    flushSync(() => {
      change((before) => addAttribute(before, tag.id, id))
      unfold(id, true)
    })
    const names = section.current?.querySelectorAll<HTMLElement>('.codebook-attribute-name input')
    names?.[names.length - 1]?.focus()
  }

  return (
    <section ref={section} className="codebook-attributes" aria-labelledby="codebook-attributes">
      <h4 id="codebook-attributes">Attributes</h4>
      {tag.attributes.length === 0 && (
        <p className="codebook-hint">Nothing is asked of it beside the tag itself.</p>
      )}
      {tag.attributes.map((attribute, k) => (
        <AttributeForm
          key={attribute.id}
          tag={tag}
          attribute={attribute}
          first={k === 0}
          last={k === tag.attributes.length - 1}
          unfolded={unfolded.has(attribute.id)}
          onUnfold={(open) => unfold(attribute.id, open)}
          onRemove={() => section.current?.querySelector<HTMLElement>('.codebook-add')?.focus()}
        />
      ))}
      <Button className="codebook-add" onClick={add}>
        Add attribute
      </Button>
    </section>
  )
}

const KINDS = [
  ['choice', 'Choice'],
  ['text', 'Text'],
  ['number', 'Number'],
] as const

interface Props {
  readonly tag: Tag
  readonly attribute: Attribute
  readonly first: boolean
  readonly last: boolean
  readonly unfolded: boolean
  readonly onUnfold: (open: boolean) => void
  readonly onRemove: () => void
}

function AttributeForm({ tag, attribute, first, last, unfolded, onUnfold, onRemove }: Props) {
  const drafting = useDrafting()
  const { change, isSaved, problemAt } = drafting
  const { id, name, kind, description, retired } = attribute
  const place: Place = { of: 'attribute', tag: tag.id, id }
  const set = (to: Attribute): void => change((draft) => setAttribute(draft, tag.id, id, to))
  const problem = problemAt(fieldOf(place, 'name')) ?? problemAt(fieldOf(place, 'options'))
  return (
    <details
      className={`codebook-attribute${retired ? ' retired' : ''}`}
      open={unfolded || problem !== undefined}
      onToggle={({ currentTarget }) => onUnfold(currentTarget.open)}
      onKeyDown={(event) => moveByKey(drafting, place, event)}
    >
      <summary>
        <span className="codebook-entry-name">{name.trim() || 'Without a name'}</span>
        <span className="codebook-told">{saidOf(attribute, isSaved(place))}</span>
      </summary>
      <div className="codebook-attribute-form">
        <TextField
          label="Name"
          at={fieldOf(place, 'name')}
          className="codebook-attribute-name"
          value={name}
          maxLength={60}
          onChange={(to) => set({ ...attribute, name: to })}
        />
        <SelectField
          label="Kind"
          at={fieldOf(place, 'kind')}
          value={kind}
          options={KINDS}
          disabled={isSaved(place)}
          onChange={(to) => set(ofKind(attribute, to, provisionalId(drafting.draft)))}
        />
        <PlaceButtons
          place={place}
          name={name}
          retired={retired}
          first={first}
          last={last}
          onRemove={onRemove}
        />
        <LongField
          label="Description"
          at={fieldOf(place, 'description')}
          className="codebook-wide"
          value={description}
          onChange={(to) => set({ ...attribute, description: to })}
        />
        {attribute.kind === 'choice' && <Options tag={tag} attribute={attribute} />}
      </div>
    </details>
  )
}

function saidOf(attribute: Attribute, saved: boolean): string {
  const offered =
    attribute.kind === 'choice'
      ? attribute.options.filter(({ retired }) => !retired).map(({ name }) => name)
      : []
  return [
    ...(attribute.retired ? ['retired'] : []),
    ...(saved ? [] : ['new']),
    attribute.kind === 'choice' ? offered.join(', ') || 'choice' : attribute.kind,
  ].join(' · ')
}
