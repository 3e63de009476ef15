import { Button } from './button'
import { KeysShown } from './keys-shown'

interface Props {
  readonly name: string
  /** The key that does the same, as a person reads it. */
  readonly keys: string | undefined
  readonly primary?: boolean
  readonly onClick: () => void
}

/** A button that shows the key for which it stands. */
export const KeyedButton = ({ name, keys, primary = false, onClick }: Props) => (
  <Button primary={primary} {...(keys ? { 'aria-keyshortcuts': keys } : {})} onClick={onClick}>
    {name}
    {keys !== undefined && <KeysShown keys={keys} />}
  </Button>
)
