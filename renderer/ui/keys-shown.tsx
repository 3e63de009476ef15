import './keys-shown.css'

/** The keys of a command, already as a person reads them. They are no part of names: `aria-keyshortcuts` tells. */
export function KeysShown({ keys }: { readonly keys: string }) {
  return (
    <kbd className="keys-shown" aria-hidden="true">
      {keys}
    </kbd>
  )
}
