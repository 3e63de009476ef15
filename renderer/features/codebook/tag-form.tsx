import { type Tag, type Codebook, taking, underline } from '../../../src/core/codebook/codebook'
import { setTag } from '../../state/codebook-edits'
import { fieldOf } from '../../state/codebook-problems'
import { Attributes } from './attributes'
import { useDrafting } from './drafting'
import { Field, LongField, SelectField, TextField } from './fields'
import { Preview } from './preview'

const UNDERLINES = underline.options.map((line) => [line, line[0]!.toUpperCase() + line.slice(1)] as const)
const TAKES: Readonly<Record<Tag['takes'], string>> = {
  sentence: 'The sentence',
  name: 'The name or noun phrase',
  figure: 'The number with its unit',
  word: 'The word',
}

/** Everything that is said of one tag. */
export function TagForm({ tag }: { readonly tag: Tag }) {
  const { change, free } = useDrafting()
  const at = (field: keyof Tag): string => fieldOf({ of: 'tag', id: tag.id }, field)
  const set = (to: Partial<Tag>): void => change((draft: Codebook) => setTag(draft, tag.id, to))
  return (
    <>
      <div className="codebook-grid">
        <TextField
          label="Name"
          at={at('name')}
          className="codebook-name"
          value={tag.name}
          maxLength={60}
          onChange={(name) => set({ name })}
        />
        <TextField
          label="Key"
          at={at('key')}
          hint={`Free: ${free.join(' ')}`}
          className="codebook-key"
          value={tag.key.toUpperCase()}
          maxLength={1}
          onChange={(key) => set({ key: key.toLowerCase() })}
        />
        <TextField
          label="Sign"
          at={at('glyph')}
          hint="In lists"
          className="codebook-short"
          value={tag.glyph}
          maxLength={2}
          onChange={(glyph) => set({ glyph: glyph.trim() })}
        />
        <Field label="Colour" at={at('colour')} className="codebook-colour">
          {(described) => (
            <span className="codebook-colours">
              <input
                type="color"
                aria-label="Pick the colour"
                value={/^#[0-9a-f]{6}$/.test(tag.colour) ? tag.colour : '#767676'}
                onChange={({ target }) => set({ colour: target.value })}
              />
              <input
                {...described}
                type="text"
                value={tag.colour}
                maxLength={7}
                autoComplete="off"
                spellCheck={false}
                onChange={({ target }) => set({ colour: target.value.toLowerCase() })}
              />
            </span>
          )}
        </Field>
        <SelectField
          label="Underline"
          at={at('underline')}
          value={tag.underline}
          options={UNDERLINES}
          onChange={(line) => set({ underline: line })}
        />
        <SelectField
          label="Without a selection it takes"
          at={at('takes')}
          value={tag.takes}
          options={taking.options.map((kind) => [kind, TAKES[kind]] as const)}
          onChange={(takes) => set({ takes })}
        />
        <LongField
          label="Description"
          at={at('description')}
          className="codebook-wide"
          value={tag.description}
          onChange={(description) => set({ description })}
        />
      </div>
      <Preview tag={tag} />
      <Attributes tag={tag} />
    </>
  )
}
