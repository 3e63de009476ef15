import type { CSSProperties } from 'react'
import type { Tag } from '../../../src/core/codebook/codebook'
import { contrastsOf } from '../../editor/contrast'
import { toneProperties } from '../../editor/tones'

const TONES = Object.fromEntries(toneProperties()) as CSSProperties
const THEMES = [
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const
const ENOUGH = { text: 4.5, line: 3 } as const

/** How a span of the tag looks in both themes, with the contrasts that it comes to. */
export function Preview({ tag }: { readonly tag: Tag }) {
  const valid = /^#[0-9a-f]{6}$/.test(tag.colour)
  const colour = valid ? tag.colour : '#767676'
  return (
    <div className="codebook-preview" role="group" aria-label="How it will look">
      {THEMES.map(([theme, name]) => {
        const { text, line } = contrastsOf(colour, theme)
        return (
          <figure key={theme}>
            <p className="article" style={{ ...TONES, colorScheme: theme }} aria-hidden="true">
              <span className="glyph tinted" style={{ '--colour': colour } as CSSProperties}>
                {tag.glyph}
              </span>{' '}
              It is{' '}
              <mark
                className="segment"
                data-depth="1"
                data-line-1={tag.underline}
                style={{ '--tag-colour': colour, '--colour-1': colour } as CSSProperties}
              >
                tagged like this
              </mark>
              .
            </p>
            <figcaption>
              {name}: text {ratio(text, ENOUGH.text)}, line {ratio(line, ENOUGH.line)}
            </figcaption>
          </figure>
        )
      })}
    </div>
  )
}

/** A contrast as a person reads it, with a warning when it is not enough. */
const ratio = (contrast: number, enough: number): string =>
  `${contrast.toFixed(1)} : 1${contrast < enough ? ', too little' : ''}`
