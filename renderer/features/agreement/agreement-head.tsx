import { useStore } from 'zustand'
import type { Agreement, AgreementScope } from '../../state/agreement'
import { useKeys, useSession, useSessionView } from '../../state/session-context'
import { toggleAgreement } from '../../state/showing-agreement'
import { counted } from '../../ui/amounts'
import { Button, IconButton } from '../../ui/button'
import { CloseIcon } from '../../ui/icons'
import { Progress } from './progress'

const SCOPES: readonly (readonly [AgreementScope, string])[] = [
  ['open', 'This article'],
  ['all', 'All articles'],
]

/** What is compared, the report, and the way back. */
export function AgreementHead({ agreement }: { readonly agreement: Agreement }) {
  const session = useSession()
  const { withKey } = useKeys()
  const scope = useStore(agreement.view, (view) => view.scope)
  const title = useSessionView(({ article }) => article?.article.title)
  const ready = useStore(agreement.view, ({ survey, working }) => survey !== undefined && !working)
  return (
    <header className="agreement-head">
      <h1>Agreement</h1>
      <div className="agreement-scope" role="radiogroup" aria-label="Articles">
        {SCOPES.map(([id, name]) => (
          <label key={id} title={id === 'open' ? title : undefined}>
            <input
              type="radio"
              name="agreement-scope"
              checked={scope === id}
              disabled={id === 'open' && title === undefined}
              onChange={() => void agreement.lookAt(id)}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <Facts agreement={agreement} />
      <Button disabled={!ready} onClick={() => session.show('report')}>
        Report…
      </Button>
      <IconButton
        name="Close agreement"
        hint={withKey('Close agreement', 'agreement.show')}
        onClick={() => toggleAgreement(session)}
      >
        <CloseIcon />
      </IconButton>
    </header>
  )
}

/** What the figures are made of, or how far they are made again: in the same place, so that nothing moves. */
function Facts({ agreement }: { readonly agreement: Agreement }) {
  const { survey, working, outdated } = useStore(agreement.view)
  if (!survey) return <p className="agreement-facts" />
  if (working) return <Progress agreement={agreement} working={working} />
  const { texts, documents, annotators } = survey
  return (
    <p className="agreement-facts">
      <span>
        {counted(annotators.length, 'annotator')}, {counted(texts, 'article')} read by two or more
        {documents.length > texts && ` of ${documents.length.toLocaleString('en')}`}
      </span>
      {outdated && (
        <button type="button" className="link-button" onClick={() => void agreement.ask()}>
          Something was annotated since: work it out again
        </button>
      )}
    </p>
  )
}
