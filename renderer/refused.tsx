import { Button } from './ui/button'
import './refused.css'

/** Instead of the window, when there is nothing that it could show: why, and what to do. */
export function Refused({ message }: { readonly message: string }) {
  return (
    <main className="refused">
      <h1>Assay cannot open the workspace</h1>
      <p>{message}</p>
      <Button primary onClick={() => location.reload()}>
        Try again
      </Button>
    </main>
  )
}
