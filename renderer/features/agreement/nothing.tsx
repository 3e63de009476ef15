import { useStore } from 'zustand'
import type { Refusal } from '../../../src/base/outcome'
import type { Agreement } from '../../state/agreement'
import { chooseSets } from '../../state/importing-sets'
import { useSession } from '../../state/session-context'
import { Button } from '../../ui/button'
import { Progress } from './progress'

/** What a host says where there are not two to compare; all else is a failure. */
const ABSENT: ReadonlySet<Refusal['code']> = new Set(['missing', 'invalid', 'conflict'])

/** There is nothing to show: it is being worked out, it cannot be, or there are not two to compare. */
export function Nothing({ agreement }: { readonly agreement: Agreement }) {
  const working = useStore(agreement.view, (view) => view.working)
  const refusal = useStore(agreement.view, (view) => view.refusal)
  const supposed = useStore(agreement.view, ({ whatIf }) => whatIf.leaveOut.length > 0)
  const scope = useStore(agreement.view, (view) => view.scope)
  if (working)
    return (
      <div className="agreement-nothing">
        <h2>Comparing what everybody tagged</h2>
        <Progress agreement={agreement} working={working} />
      </div>
    )
  if (refusal && !ABSENT.has(refusal.code))
    return (
      <div className="agreement-nothing" role="alert">
        <h2>{refusal.code === 'cancelled' ? 'Stopped' : 'Agreement could not be worked out'}</h2>
        <p>{refusal.message}</p>
        <Button primary onClick={() => void agreement.ask()}>
          Work it out again
        </Button>
      </div>
    )
  return (
    <div className="agreement-nothing">
      <h2>There is nothing to compare</h2>
      <p>
        {refusal?.message ??
          `No two annotators have read ${scope === 'open' ? 'this article' : 'the same article'}.`}
      </p>
      <p>
        {supposed
          ? 'Tick an annotator above again, so that there are two.'
          : 'Import what a colleague tagged in the same articles: a bundle of Assay, or a file of another tool.'}
      </p>
      <Actions supposed={supposed} agreement={agreement} />
    </div>
  )
}

function Actions({ supposed, agreement }: { readonly supposed: boolean; readonly agreement: Agreement }) {
  const session = useSession()
  const scope = useStore(agreement.view, (view) => view.scope)
  return (
    <div className="agreement-ways">
      {supposed ? (
        <Button primary onClick={() => void agreement.suppose({ leaveOut: [] })}>
          Leave nobody out
        </Button>
      ) : (
        <Button primary onClick={() => void chooseSets(session)}>
          Import annotations…
        </Button>
      )}
      {scope === 'open' && <Button onClick={() => void agreement.lookAt('all')}>Look at all articles</Button>}
    </div>
  )
}
