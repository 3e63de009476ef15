import { type ReactNode, useId } from 'react'
import { useDrafting } from './drafting'

interface Shared {
  readonly label: string
  /** Where its problem is told; see `fieldOf`. */
  readonly at: string
  readonly hint?: string | undefined
  readonly className?: string
}

interface Described {
  readonly id: string
  readonly 'aria-invalid'?: true
  readonly 'aria-describedby'?: string
}

/** A label, what is labelled, and below it what is wrong or else what helps. */
export function Field({
  label,
  at,
  hint,
  className = '',
  children,
}: Shared & { readonly children: (described: Described) => ReactNode }) {
  const id = useId()
  const problem = useDrafting().problemAt(at)
  const about = problem ?? hint
  return (
    <div className={`codebook-field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(problem === undefined ? {} : { 'aria-invalid': true }),
        ...(about === undefined ? {} : { 'aria-describedby': `${id}about` }),
      })}
      {about !== undefined && (
        <p id={`${id}about`} className={problem === undefined ? 'codebook-hint' : 'codebook-problem'}>
          {about}
        </p>
      )}
    </div>
  )
}

export function TextField({
  value,
  maxLength,
  onChange,
  ...shared
}: Shared & {
  readonly value: string
  readonly maxLength: number
  readonly onChange: (value: string) => void
}) {
  return (
    <Field {...shared}>
      {(described) => (
        <input
          {...described}
          type="text"
          value={value}
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

export function LongField({
  value,
  onChange,
  ...shared
}: Shared & { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <Field {...shared}>
      {(described) => (
        <textarea
          {...described}
          rows={2}
          value={value}
          maxLength={2000}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

export function SelectField<T extends string>({
  value,
  options,
  disabled = false,
  onChange,
  ...shared
}: Shared & {
  readonly value: T
  readonly options: readonly (readonly [value: T, name: string])[]
  readonly disabled?: boolean
  readonly onChange: (value: T) => void
}) {
  return (
    <Field {...shared}>
      {(described) => (
        <select
          {...described}
          value={value}
          disabled={disabled}
          onChange={({ target }) => {
            const chosen = options.find(([known]) => known === target.value)
            if (chosen) onChange(chosen[0])
          }}
        >
          {options.map(([known, name]) => (
            <option key={known} value={known}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
