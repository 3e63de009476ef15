import { canonical } from '../../core/document/text'
import type { LineStyle } from '../../core/document/blocks'
import { isCaption } from '../../core/document/title'
import { decode } from './decode'
import type { Reader } from './reader'
import { captionAt, hasTooManyLines, readingOf } from './reading'

/** Plain text: every line is a paragraph, and those that credit a picture are captions. Nothing is changed. */
export const plainText: Reader = {
  id: 'text',
  name: 'Plain text',
  extensions: ['txt', 'text'],
  read(bytes, name) {
    const decoded = decode(bytes, name)
    if (!decoded.ok) return decoded
    const { text, lineEnding } = canonical(decoded.value.raw)
    return readingOf(
      { text, lines: hasTooManyLines(text) ? [] : captionsOf(text), lineEnding },
      decoded.value,
      name,
    )
  },
}

function captionsOf(text: string): LineStyle[] {
  return text.split('\n').flatMap((line, at) => (isCaption(line) ? [captionAt(at)] : []))
}
