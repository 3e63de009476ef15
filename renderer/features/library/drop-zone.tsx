import { useEffect, useState } from 'react'
import { takeDropped } from '../../state/importing-sets'
import { useSession } from '../../state/session-context'
import { ArticlesIcon } from '../../ui/icons'
import './drop-zone.css'

/** Takes files that are dropped anywhere in the window, and shows that it will while they are held above it. */
export function DropZone() {
  const session = useSession()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setHeld(true)
    }
    // Leaving one element for another tells which; leaving the window tells none.
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setHeld(false)
    }
    const drop = (event: DragEvent): void => {
      setHeld(false)
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      void session.platform.readDropped(event.dataTransfer).then((files) => takeDropped(session, files))
    }
    document.addEventListener('dragenter', hold)
    document.addEventListener('dragover', hold)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragenter', hold)
      document.removeEventListener('dragover', hold)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [session])
  if (!held) return null
  return (
    <div className="drop-zone" aria-hidden="true">
      <p>
        <ArticlesIcon />
        Drop articles or annotation sets
      </p>
    </div>
  )
}
