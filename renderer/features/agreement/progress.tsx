import type { Agreement, AgreementView } from '../../state/agreement'
import { Button } from '../../ui/button'

interface Props {
  readonly agreement: Agreement
  readonly working: NonNullable<AgreementView['working']>
}

/** How far it has come, and a way to stop it. */
export function Progress({ agreement, working: { done, of, gamma } }: Props) {
  const known = of > 0
  const name = gamma ? 'Working out γ' : 'Working it out'
  return (
    <div className="agreement-progress">
      <progress aria-label={name} {...(known ? { value: done, max: of } : {})} />
      <span>
        {name}
        {known ? `: ${Math.floor((done / of) * 100)} %` : ' …'}
      </span>
      <Button onClick={() => agreement.stop()}>Stop</Button>
    </div>
  )
}
