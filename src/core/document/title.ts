import type { Block } from './blocks'

const LONGEST = 90 // fits the list of documents at its widest without a second line

/** A line that credits a picture: such lines describe the photograph, not the article. */
const CREDIT =
  /(?:^|[\s([—–|-])(?:photo(?:graph)?s?|picture|image|illustration|graphic|credit)s?\s*(?:[:/]|by\b)|(?:\/|\|)\s*(?:AP|AFP|Reuters|Getty Images|EPA)\)?\.?$/i

const BYLINE =
  /^(?:by|from|words|von|par|por)\s+\p{Lu}[\p{L}.’'-]+(?:\s+(?:and\s+)?\p{Lu}[\p{L}.’'-]*)*[^.!?]{0,40}$/iu

export const isCaption = (line: string): boolean => CREDIT.test(line)

/**
 * The title of an article: its first heading, else its first line that is neither blank, a photo caption nor a
 * byline, cut at a word. `fallback` (the file's name) serves when there is no such line.
 */
export function titleOf(text: string, blocks: readonly Block[], fallback: string): string {
  const words = (block: Block): string => text.slice(block.start, block.end).replace(/\s+/g, ' ').trim()
  const heading = blocks.find(({ kind }) => kind === 'heading')
  if (heading) return cutAtWord(words(heading))
  for (const block of blocks) {
    if (block.kind === 'blank' || block.kind === 'caption') continue
    const line = words(block)
    if (!isCaption(line) && !BYLINE.test(line)) return cutAtWord(line)
  }
  return cutAtWord(fallback)
}

function cutAtWord(line: string): string {
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST)
  const blank = cut.lastIndexOf(' ')
  const kept = blank > LONGEST / 2 ? cut.slice(0, blank) : dropHalfPair(cut)
  return `${kept.replace(/[\s,;:—–-]+$/u, '')}…`
}

/** Without a last unit that would be half of a surrogate pair. */
const dropHalfPair = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '')
