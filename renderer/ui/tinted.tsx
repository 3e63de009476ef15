import type { CSSProperties } from 'react'

/** The style of an element with the class `tinted`, whose colour comes from a custom property of the root. */
export const tintedBy = (property: string): CSSProperties =>
  ({ '--colour': `var(${property})` }) as CSSProperties

/** The character that marks a tag, in the tag's colour. The tag's name must be there in words as well. */
export function Glyph({ glyph, property }: { readonly glyph: string; readonly property: string }) {
  return (
    <span className="glyph tinted" style={tintedBy(property)} aria-hidden="true">
      {glyph}
    </span>
  )
}
