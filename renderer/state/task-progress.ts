import { useEffect, useState } from 'react'
import { useSession } from './session-context'

/** How far a task has come that was begun with this id. */
export function useProgress(task: string) {
  const session = useSession()
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number }>()
  useEffect(
    () => session.client.on('task.progress', (told) => told.task === task && setProgress(told)),
    [session, task],
  )
  return progress
}
