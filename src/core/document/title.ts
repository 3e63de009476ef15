import type { Block } from './blocks'
import { graphemeAt } from './words'

const LONGEST = 90 // fits the list of documents at its widest without a second line

const NAME = String.raw`\p{Lu}[\p{L}\p{M}\d.’'-]*`
const PARTICLE = '(?:de|del|della|di|da|van|von|der|den|la|le|el|al|bin|of|the|for|and|via|y|und|et|e)'
const NAMES = String.raw`${NAME}(?:(?: ${PARTICLE}){0,3} ${NAME}){0,5}`

/** Where a credit may begin: at the start, after a sentence, or after what sets it apart. */
const CREDIT_WORD =
  /(?:^|[.!?…)”"’'\]] |[([—–|-] ?)(?:AP |AFP |EPA )?(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|credits?)(?= ?[:/©]| by | courtesy )/giu

/** What follows the word when it is a credit: names to the end of the line, and nothing else. */
const CREDITED = new RegExp(
  String.raw`^ ?(?:[:/©]|[Bb][Yy]|courtesy of|[Cc]ourtesy)(?: the)? ?${NAMES}(?: ?[/,|&©] ?${NAMES}|, \d{4}){0,4}[)\]]?\.?$`,
  'u',
)

const AGENCY =
  /[/|] ?(?:AP|AFP|Reuters|EPA|PA|Getty(?: Images)?)(?: (?:via|\/|\|) ?(?:AP|AFP|Reuters|Getty Images))?[)\]]?\.?$/

const BYLINE = new RegExp(
  String.raw`^(?:By|BY|by|Words by|Text by|Von|Par|Por) ${NAME}(?: ${PARTICLE}){0,3}(?: ${NAME}){0,3}` +
    String.raw`(?:(?:,| and| &) ${NAME}(?: ${PARTICLE}){0,3}(?: ${NAME}){0,3}){0,3}` +
    String.raw`(?: (?:in|at) [^.!?]{1,60}|(?:,| ?[|·•–—]) [^.!?:]{1,60})?$`,
  'u',
)
const UNNAMED = /^from (?:our|a) [^.!?]{0,40}correspondent[^.!?]{0,40}$/i

const LONGEST_LINE = 1000 // what is longer is an article in one line; the patterns need not read it

/** Whether a line credits a picture: such lines describe the photograph, not the article. */
export function isCaption(line: string): boolean {
  if (line.length > LONGEST_LINE) return false
  const words = plain(line)
  if (AGENCY.test(words)) return true
  return [...words.matchAll(CREDIT_WORD)].some((word) =>
    CREDITED.test(words.slice(word.index + word[0].length)),
  )
}

const isByline = (line: string): boolean =>
  line.length <= LONGEST_LINE && (BYLINE.test(line) || UNNAMED.test(line))

const plain = (line: string): string => line.replace(/\s+/g, ' ').trim()

/**
 * The title of an article: its first heading, else its first line that is neither blank, a photo caption nor a
 * byline, cut at a word. `fallback` (the file's name) serves when there is no such line.
 */
export function titleOf(text: string, blocks: readonly Block[], fallback: string): string {
  // One more than the longest, so that a line that is cut here is still known for too long.
  const words = ({ start, end }: Block): string =>
    plain(text.slice(start, Math.min(end, start + LONGEST_LINE + 1)))
  const heading = blocks.find(({ kind }) => kind === 'heading')
  if (heading) return cutAtWord(words(heading))
  for (const block of blocks) {
    if (block.kind === 'blank' || block.kind === 'caption') continue
    const line = words(block)
    if (!isCaption(line) && !isByline(line)) return cutAtWord(line)
  }
  return cutAtWord(fallback)
}

function cutAtWord(line: string): string {
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, graphemeAt(line, LONGEST).start)
  const blank = cut.lastIndexOf(' ')
  const kept = blank > LONGEST / 2 ? cut.slice(0, blank) : cut
  return `${kept.replace(/[\s,;:—–-]+$/u, '')}…`
}
