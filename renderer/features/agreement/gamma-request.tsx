import { useStore } from 'zustand'
import type { Agreement } from '../../state/agreement'
import { Button } from '../../ui/button'
import { Progress } from './progress'

/** γ is worked out only when somebody asks for it. */
export function GammaRequest({ agreement }: { readonly agreement: Agreement }) {
  const working = useStore(agreement.view, (view) => view.working)
  return (
    <section className="plot-section gamma-request" aria-label="Work out γ">
      <p>
        γ lays the annotations of all side by side as well as can be, and does so again and again with
        annotations by chance. All other measures together take seconds; it takes minutes where there are many
        articles.
      </p>
      {working?.gamma ? (
        <Progress agreement={agreement} working={working} />
      ) : (
        <Button primary disabled={working !== undefined} onClick={() => void agreement.askGamma()}>
          Work out γ; this takes a while
        </Button>
      )}
    </section>
  )
}
