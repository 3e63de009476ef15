import { z } from 'zod'

const whole = z.number().int()

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const smallest = { width: 900, height: 600 } as const
const usual = { width: 1360, height: 880 } as const

/** Where a window was and how large; in device-independent pixels of the desktop. */
const placement = z.object({ x: whole, y: whole, width: whole, height: whole, maximised: z.boolean() })
export type Placement = z.infer<typeof placement>

/** Where a window opens; without a place it is centred. */
export interface Opening {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly maximised: boolean
}

/** Undefined for a text that no placement was written as. */
export function readPlacement(text: string): Placement | undefined {
  try {
    return placement.safeParse(JSON.parse(text)).data
  } catch {
    return undefined // Not even JSON. A window's place is not worth a word to anybody.
  }
}

export const writePlacement = (value: Placement): string => `${JSON.stringify(value, null, 2)}\n`

/** Where to open: where it was if a screen shows most of it still, and never larger than a screen. */
export function openingAt(last: Placement | undefined, screens: readonly Rectangle[]): Opening {
  const screen = last
    ? screens.find((candidate) => sharedArea(last, candidate) > 0.5 * areaOf(last))
    : undefined
  const { width, height } = last ?? usual
  const room = screen ?? screens[0]
  const size = {
    width: Math.max(smallest.width, Math.min(width, room?.width ?? width)),
    height: Math.max(smallest.height, Math.min(height, room?.height ?? height)),
    maximised: last?.maximised ?? false,
  }
  return last && screen ? { x: last.x, y: last.y, ...size } : size
}

const areaOf = ({ width, height }: Rectangle): number => width * height

function sharedArea(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}
