/** What the up and down arrows come to in the inspector; `data-stop` says what it is. */
export type Stop = 'attribute' | 'link' | 'note' | 'comment'

/** The elements to focus, one a stop, in order. */
export function stopsIn(inspector: Element | null, kind?: Stop): HTMLElement[] {
  const marked =
    inspector?.querySelectorAll<HTMLElement>(kind ? `[data-stop="${kind}"]` : '[data-stop]') ?? []
  return [...marked].flatMap((element) =>
    element.matches('button, input, textarea')
      ? element
      : (element.querySelector<HTMLElement>('[tabindex="0"]') ?? []),
  )
}

/** The stop after or before the one that has the focus; undefined at the ends. */
export function neighbourStop(inspector: Element | null, step: 1 | -1): HTMLElement | undefined {
  const stops = stopsIn(inspector)
  const focused = document.activeElement
  const here = focused?.closest('[data-stop]')
  const at = stops.findIndex((stop) => stop === focused || stop.closest('[data-stop]') === here)
  return at < 0 ? undefined : stops[at + step]
}

export const kindOfStop = (element: Element): Stop =>
  (element.closest<HTMLElement>('[data-stop]')?.dataset['stop'] as Stop | undefined) ?? 'attribute'
