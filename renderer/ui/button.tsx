import type { ComponentPropsWithRef, ReactNode } from 'react'
import './button.css'

type Props = Omit<ComponentPropsWithRef<'button'>, 'type'>

/** An ordinary button; `primary` is the one that a panel is there for. */
export function Button({
  primary = false,
  className = '',
  ...props
}: Props & { readonly primary?: boolean }) {
  return (
    <button {...props} type="button" className={`button${primary ? ' primary' : ''} ${className}`.trim()} />
  )
}

/** A button that shows an icon only; its name is heard, and seen when the pointer rests on it. */
export function IconButton({
  name,
  hint,
  children,
  ...props
}: Props & { readonly name: string; readonly hint?: string | undefined; readonly children: ReactNode }) {
  return (
    <button {...props} type="button" className="icon-button" aria-label={name} title={hint ?? name}>
      {children}
    </button>
  )
}
