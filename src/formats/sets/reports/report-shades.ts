type Triple = readonly [red: number, green: number, blue: number]

/** What a tag's colour comes to on light and on dark paper. */
export interface Shades {
  /** Of the lines under the text and the numbers, which can be read on the paper and on the ground; `#rrggbb`. */
  readonly light: string
  readonly dark: string
  /** Red, green and blue from 0 to 255 with commas, for a ground of little opacity. */
  readonly ground: string
}

export const PAPER = { light: '#fdfcfa', dark: '#17181b' }

/** How opaque the ground of one annotation is; those of several lie on each other. */
export const OPACITY = { light: 0.12, dark: 0.2 }

// WCAG 2.2 asks for 4.5, level AA, for text; the rest is for grounds of other colours that lie under it as well.
const ENOUGH = 6

/** The shades of a colour, `#rrggbb`: the colour itself where it can be read, else mixed with black or white. */
export function shadesOf(colour: string): Shades {
  const own = tripleOf(colour)
  const shade = (theme: 'light' | 'dark'): string => {
    const paper = tripleOf(PAPER[theme])
    const grounds = [paper, mixed(paper, own, OPACITY[theme])]
    const far = theme === 'light' ? ([0, 0, 0] as const) : ([255, 255, 255] as const)
    for (let part = 0; part < 1; part += 0.04) {
      const tried = mixed(own, far, part)
      if (grounds.every((ground) => contrast(tried, ground) >= ENOUGH)) return hexOf(tried)
    }
    return hexOf(far)
  }
  return { light: shade('light'), dark: shade('dark'), ground: own.join(', ') }
}

const tripleOf = (hex: string): Triple => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
]

const hexOf = (triple: Triple): string => `#${triple.map((n) => n.toString(16).padStart(2, '0')).join('')}`

const mixed = (one: Triple, other: Triple, part: number): Triple => [
  Math.round(one[0] * (1 - part) + other[0] * part),
  Math.round(one[1] * (1 - part) + other[1] * part),
  Math.round(one[2] * (1 - part) + other[2] * part),
]

/** As WCAG 2.2 defines it. */
export function contrast(one: Triple, other: Triple): number {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter! + 0.05) / (darker! + 0.05)
}

function luminance(triple: Triple): number {
  const [r, g, b] = triple.map((n) => {
    const value = n / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
