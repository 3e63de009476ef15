import { type RefObject, useEffectEvent, useLayoutEffect } from 'react'

/**
 * Holds what is scrolled by another element where it is on the screen, while this one comes above it, changes its
 * height, and goes away.
 */
export function useHoldingStill(
  above: RefObject<HTMLElement | null>,
  findScroller: () => Element | null,
): void {
  const find = useEffectEvent(findScroller)
  useLayoutEffect(() => {
    const element = above.current
    const scroller = find()
    if (!element || !scroller) return undefined
    let held = 0
    const hold = (height: number): void => {
      const before = scroller.scrollTop
      scroller.scrollTop += height - held
      // At the end of the text there may be less to scroll by.
      held += scroller.scrollTop - before
    }
    const observer = new ResizeObserver(() => hold(element.offsetHeight))
    hold(element.offsetHeight)
    observer.observe(element)
    return () => {
      observer.disconnect()
      hold(0)
    }
  }, [above])
}
