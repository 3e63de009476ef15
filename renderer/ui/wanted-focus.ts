import { useEffect, useReducer, useRef } from 'react'

/**
 * Gives the focus to an element that may not be there yet, because a list has still to draw it: it is looked for
 * now and after each drawing, until it is found.
 */
export function useWantedFocus(): (find: () => HTMLElement | null | undefined) => void {
  const wanted = useRef<(() => HTMLElement | null | undefined) | undefined>(undefined)
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const found = wanted.current?.()
    if (!found) return
    wanted.current = undefined
    found.focus()
  })
  return (find) => {
    wanted.current = find
    draw()
  }
}
