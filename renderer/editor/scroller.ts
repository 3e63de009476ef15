/** What scrolls `element`: its nearest ancestor that can, or undefined when that is the page. */
export function scrollerOf(element: HTMLElement): HTMLElement | undefined {
  for (let ancestor = element.parentElement; ancestor; ancestor = ancestor.parentElement) {
    if (/auto|scroll|overlay/.test(getComputedStyle(ancestor).overflowY)) return ancestor
  }
  return undefined
}

/** The part of the window that shows what scrolls, in client coordinates. */
export function windowOf(scroller: HTMLElement | undefined): {
  readonly top: number
  readonly bottom: number
} {
  if (!scroller) return { top: 0, bottom: window.innerHeight }
  const { top } = scroller.getBoundingClientRect()
  return { top, bottom: top + scroller.clientHeight }
}

export function scrollBy(scroller: HTMLElement | undefined, distance: number): void {
  const top = Math.round(distance)
  if (scroller) scroller.scrollBy({ top, behavior: 'instant' })
  else window.scrollBy({ top, behavior: 'instant' })
}
