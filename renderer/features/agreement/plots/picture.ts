import { type ReactElement, createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { StandingAlone } from './plot'

/** What of a computed style makes an SVG look as it does on the page; the rest is where it stands. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const

const COLOURS: ReadonlySet<string> = new Set(['fill', 'stroke'])

/**
 * A plot as an SVG that hangs on nothing: its styles are attributes, its colours plain sRGB, those of the light theme,
 * since pictures go on paper and into documents. `note` says under its title what it is of.
 */
export function svgOf(plot: ReactElement, note: string): string {
  const place = document.createElement('div')
  place.style.cssText = 'position: fixed; inset: 0 auto auto -9999px; color-scheme: light'
  place.setAttribute('aria-hidden', 'true')
  document.body.append(place)
  const root = createRoot(place)
  try {
    flushSync(() => root.render(createElement(StandingAlone, { value: note }, plot)))
    const svg = place.querySelector('svg')
    if (!svg) throw new Error('a plot draws an SVG')
    resolveStyles([svg, ...svg.querySelectorAll<SVGElement>('*')])
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`
  } finally {
    root.unmount()
    place.remove()
  }
}

type Style = Readonly<Record<string, string>>

/** Makes attributes of the styles of elements, the outer before the inner, and takes their classes from them. */
function resolveStyles(elements: readonly SVGElement[]): void {
  const styles = new Map<Element | null, Style>()
  // To compute a style takes long, and elements are of a few kinds: what has none of its own has its parent's.
  const known = new Map<string, Style>()
  for (const element of elements) {
    const own = ['class', 'style', 'fill', 'fill-opacity'].map((name) => element.getAttribute(name))
    const kind = own.join()
    const bare = own.every((value) => value === null)
    const style = (bare ? styles.get(element.parentElement) : known.get(kind)) ?? styleOf(element)
    if (!bare) known.set(kind, style)
    styles.set(element, style)
  }
  for (const element of elements) {
    if (/^(title|desc)$/.test(element.tagName)) continue
    const inherited = styles.get(element.parentElement)
    for (const [name, value] of Object.entries(styles.get(element)!))
      // What is inherited anyway need not be said again.
      if (value !== inherited?.[name]) element.setAttribute(name, value)
    element.removeAttribute('class')
    element.removeAttribute('style')
  }
}

function styleOf(element: Element): Style {
  const computed = getComputedStyle(element)
  return Object.fromEntries(
    KEPT.map((name) => {
      const value = computed.getPropertyValue(name)
      return [name, COLOURS.has(name) ? plainColour(value) : value]
    }),
  )
}

/** A colour as every program knows it, whatever the space in which the style sheet mixed it. */
function plainColour(colour: string): string {
  if (colour === 'none') return colour
  const canvas = new OffscreenCanvas(1, 1)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** So many pixels of a picture to a CSS pixel, for print and sharp screens. */
const SCALE = 3

/** The same as a picture of pixels. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image()
  // As data: what is loaded from elsewhere would be refused.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = new OffscreenCanvas(image.width * SCALE, image.height * SCALE)
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}
