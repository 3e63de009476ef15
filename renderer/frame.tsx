import { type CSSProperties, type ReactNode, useLayoutEffect } from 'react'
import { tagProperty } from './editor/tones'
import { useCodebook, usePreferences } from './state/session-context'

/** The columns of the window as they are wanted now, and the root's colours and sizes. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const library = usePreferences((preferences) => (preferences.libraryShown ? preferences.libraryWidth : 0))
  const annotations = usePreferences((preferences) =>
    preferences.annotationsShown ? preferences.annotationsWidth : 0,
  )
  useRootStyle()
  const style = { '--library': `${library}px`, '--annotations': `${annotations}px` } as CSSProperties
  return (
    <div
      className="frame"
      style={style}
      data-library={library > 0 ? 'shown' : 'hidden'}
      data-annotations={annotations > 0 ? 'shown' : 'hidden'}
    >
      {children}
    </div>
  )
}

function useRootStyle(): void {
  const codebook = useCodebook()
  const theme = usePreferences((preferences) => preferences.theme)
  const textSize = usePreferences((preferences) => preferences.textSize)
  useLayoutEffect(() => {
    const { style } = document.documentElement
    for (const { id, colour } of codebook.tags) style.setProperty(tagProperty(id), colour)
  }, [codebook])
  useLayoutEffect(() => {
    const { style } = document.documentElement
    style.colorScheme = theme === 'system' ? 'light dark' : theme
    style.setProperty('--text-size', `${textSize}px`)
  }, [theme, textSize])
}
