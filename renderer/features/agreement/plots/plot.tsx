import { type ReactNode, createContext, useContext, useId } from 'react'
import './plot.css'

interface Props {
  /** What is plotted, as a heading says it. */
  readonly title: string
  /** What is to be seen, in words and figures, for whoever does not see it. */
  readonly description: string
  readonly width: number
  readonly height: number
  readonly children: ReactNode
}

/**
 * What a plot says under its title where it is a file of its own; undefined on the page, where all that is said around
 * it.
 */
export const StandingAlone = createContext<string | undefined>(undefined)

const EDGE = 16 // around a picture that stands alone, in user units
const TITLE = 26
const LINE = 16

/** A plot: plain SVG whose user units are CSS pixels at its full width. Its colours are the window's. */
export function Plot({ title, description, width, height, children }: Props) {
  const id = useId()
  const note = useContext(StandingAlone)
  const lines = note === undefined ? [] : linesOf(note, width)
  const head = EDGE + TITLE + lines.length * LINE + 6
  const [whole, tall] =
    note === undefined ? [width, height] : [Math.max(width, 420) + 2 * EDGE, head + height + EDGE]
  return (
    <svg
      className="plot"
      role="img"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}description`}
      viewBox={`0 0 ${whole} ${tall}`}
      width={whole}
      height={tall}
    >
      <title id={`${id}title`}>{title}</title>
      <desc id={`${id}description`}>{description}</desc>
      {note === undefined ? (
        children
      ) : (
        <>
          <rect className="plot-paper" width={whole} height={tall} />
          <text className="plot-title" x={EDGE} y={EDGE + 14}>
            {title}
          </text>
          {lines.map((line, k) => (
            <text key={line} className="plot-soft" x={EDGE} y={EDGE + TITLE + (k + 0.5) * LINE}>
              {line}
            </text>
          ))}
          <g transform={`translate(${EDGE} ${head})`}>{children}</g>
        </>
      )}
    </svg>
  )
}

const LETTER = 6.4 // user units that a letter takes at the size of labels

/** Words that fit in so many user units, at the size of labels. */
export function fitting(words: string, room: number): string {
  const most = Math.max(3, Math.floor(room / LETTER))
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`.toWellFormed()
}

/** Words in lines of so many user units. */
function linesOf(words: string, room: number): string[] {
  const most = Math.max(40, Math.floor(room / LETTER))
  const lines: string[] = []
  for (const word of words.split(' ').filter(Boolean)) {
    const line = `${lines.at(-1) ?? ''} ${word}`.trimStart()
    if (lines.length > 0 && line.length <= most) lines[lines.length - 1] = line
    else lines.push(word)
  }
  return lines
}
