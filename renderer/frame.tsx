import { type CSSProperties, type ReactNode, useLayoutEffect } from 'react'
import { tagProperty } from './editor/tones'
import { useCodebook, usePreferences, useSession, useSessionView } from './state/session-context'

/** The columns of the window as they are wanted now, and the root's colours and sizes. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const library = usePreferences((preferences) => (preferences.libraryShown ? preferences.libraryWidth : 0))
  const annotations = usePreferences((preferences) =>
    preferences.annotationsShown ? preferences.annotationsWidth : 0,
  )
  const zen = useZen()
  useRootStyle()
  const style = { '--library': `${library}px`, '--annotations': `${annotations}px` } as CSSProperties
  return (
    <div
      className="frame"
      style={style}
      data-library={library > 0 ? 'shown' : 'hidden'}
      data-annotations={annotations > 0 ? 'shown' : 'hidden'}
      data-zen={zen}
    >
      {children}
    </div>
  )
}

/** Whether only the text is shown; what had the focus may be gone then, and the text gets it. */
function useZen(): boolean {
  const session = useSession()
  const zen = useSessionView((view) => view.zen && view.article !== undefined)
  useLayoutEffect(() => {
    if (zen) session.focus.emit('article')
  }, [session, zen])
  return zen
}

function useRootStyle(): void {
  const codebook = useCodebook()
  const theme = usePreferences((preferences) => preferences.theme)
  const textSize = usePreferences((preferences) => preferences.textSize)
  const lineLength = usePreferences((preferences) => preferences.lineLength)
  useLayoutEffect(() => {
    const { style } = document.documentElement
    for (const { id, colour } of codebook.tags) style.setProperty(tagProperty(id), colour)
  }, [codebook])
  useLayoutEffect(() => {
    const { style } = document.documentElement
    style.colorScheme = theme === 'system' ? 'light dark' : theme
    style.setProperty('--text-size', `${textSize}px`)
    style.setProperty('--line-length', String(lineLength))
  }, [theme, textSize, lineLength])
}
