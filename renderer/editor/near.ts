import type { Undo } from '../../src/base/scope'

/** How far outside the view sections are painted already, so that scrolling seldom meets bare text. */
const MARGIN = 1200 // CSS pixels

export type NearListener = (entered: readonly number[], left: readonly number[]) => void

/** Tells which sections come near the view and which leave it. */
export interface NearWatch {
  /** To be called after the view was drawn: follows sections whose elements were made anew. */
  refresh(): void
  readonly stop: Undo
}

/** `initial` are the sections taken for near before the browser has told. */
export function watchNear(
  sections: HTMLElement,
  scroller: HTMLElement | undefined,
  initial: readonly number[],
  listener: NearListener,
): NearWatch {
  const near = new Set(initial)
  const watched = new Map<Element, number>()
  const observer = new IntersectionObserver(hear, { root: scroller ?? null, rootMargin: `${MARGIN}px 0px` })

  function hear(entries: readonly IntersectionObserverEntry[]): void {
    const entered = new Set<number>()
    const left = new Set<number>()
    for (const { target, isIntersecting } of entries) {
      const section = watched.get(target)
      if (section === undefined) continue
      ;(isIntersecting ? left : entered).delete(section)
      if (isIntersecting !== near.has(section)) (isIntersecting ? entered : left).add(section)
    }
    for (const section of entered) near.add(section)
    for (const section of left) near.delete(section)
    if (entered.size > 0 || left.size > 0) listener([...entered], [...left])
  }

  function refresh(): void {
    const { children } = sections
    for (let index = 0; index < children.length; index++) {
      const before = watched.get(children[index]!)
      if (before === index) continue
      // One that has another place now is to be told of anew.
      if (before !== undefined) observer.unobserve(children[index]!)
      watched.set(children[index]!, index)
      observer.observe(children[index]!)
    }
    for (const element of watched.keys()) {
      if (element.parentElement === sections) continue
      observer.unobserve(element)
      watched.delete(element)
    }
  }

  refresh()
  return { refresh, stop: () => observer.disconnect() }
}
