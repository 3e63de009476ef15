import model from 'wink-eng-lite-web-model'
import wink from 'wink-nlp'
import type { Interval } from '../../base/intervals'
import { blocksOf } from '../../core/document/blocks'
import { cutAt, missedEnds, roughEnds, settledEnds } from '../../core/document/sentence-ends'
import type { Sentences } from '../../core/document/sentences'

/**
 * The sentences of a canonical text. None crosses a line end, and all that is not blank lies in one. Lines in Latin
 * letters are cut by wink-nlp, whose model knows abbreviations and initials, and then corrected by the rules of
 * `sentence-ends.ts`; lines mostly in other letters by the rules of Unicode (UAX 29).
 */
export function findSentences(text: string): Sentences {
  const pairs: number[] = []
  for (const block of blocksOf(text)) {
    if (block.kind === 'blank') continue
    const isTrained = isLatin(text.slice(block.start, block.end))
    const seen = windowedEnds(text, block, isTrained ? trainedEnds : unicodeEnds)
    const ends = isTrained ? [...seen, ...missedEnds(text, block)].toSorted((a, b) => a - b) : seen
    cutAt(text, block, settledEnds(text, block, ends), pairs)
  }
  return pairs
}

/** Enough of a line to know its script. */
const SAMPLE = 2000

function isLatin(line: string): boolean {
  const letters = line.slice(0, SAMPLE).match(/\p{L}/gu) ?? []
  return letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length * 2 >= letters.length
}

/** Units of a line that are seen at once: in long ones, what both ways of cutting cost grows faster than the text. */
const WINDOW = 8192

/**
 * Where the sentences of a line end. A long line is seen in windows, each from the last end of the one before, so
 * that no end comes from the border of a window. `endsIn` gives the ends in a window, the last of which is its own.
 */
function* windowedEnds(
  text: string,
  { start, end: limit }: Interval,
  endsIn: (window: string) => Iterable<number>,
): Generator<number> {
  for (let from = start; from < limit;) {
    const to = windowEnd(text, from, limit)
    let next = from
    for (const end of endsIn(text.slice(from, to))) {
      if (from + end >= to) break
      next = Math.max(next, from + end)
      yield from + end
    }
    from = to < limit && next > from ? next : to
  }
}

/** The last blank before a window is full; in a line without blanks, where it is. */
function windowEnd(text: string, from: number, limit: number): number {
  if (limit - from <= WINDOW) return limit
  const full = from + WINDOW
  for (let at = full; at > from + WINDOW / 2; at--) if (/\s/.test(text[at]!)) return at
  return full
}

/** One locale for all machines: the same text gives the same sentences. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

function* unicodeEnds(window: string): Generator<number> {
  for (const { index, segment } of segmenter.segment(window)) yield index + segment.trimEnd().length
}

/** Made on first use: it takes 0.2 seconds. */
let nlp: ReturnType<typeof wink> | undefined

/** The ends that the model sees; rough ones where what it saw cannot be found again in the text. */
function trainedEnds(window: string): Iterable<number> {
  nlp ??= wink(model, ['sbd'])
  const { seen, place } = abridged(window)
  const ends = placesOf(nlp.readDoc(seen).sentences().out(), seen)
  return ends ? ends.map(place) : roughEnds(window, { start: 0, end: window.length })
}

/** A word of more units than this is none: an address, a table, noise. */
const LONGEST_WORD = 64
const OVERLONG = new RegExp(`\\S{${LONGEST_WORD + 1},}`, 'g')

/**
 * The text with the middle of each overlong word left out, on which the model would spend minutes, and where a place
 * in it lies in the whole text.
 */
function abridged(text: string): { readonly seen: string; readonly place: (at: number) => number } {
  const cuts: { readonly at: number; readonly left: number }[] = []
  let left = 0
  const seen = text.replace(OVERLONG, (word, index: number) => {
    cuts.push({ at: index - left + LONGEST_WORD / 2, left: word.length - LONGEST_WORD })
    left += word.length - LONGEST_WORD
    return word.slice(0, LONGEST_WORD / 2) + word.slice(-LONGEST_WORD / 2)
  })
  return {
    seen,
    place: (at) => cuts.reduce((sum, cut) => (cut.at < at ? sum + cut.left : sum), at),
  }
}

/**
 * Where each of the sentences ends in the text. The model changes blanks, so that only what is not blank is compared;
 * undefined when that is not the same, and the places would be guesses.
 */
function placesOf(found: readonly string[], text: string): number[] | undefined {
  const ends: number[] = []
  let at = 0
  for (const sentence of found) {
    for (const unit of sentence.replace(/\s+/g, '').split('')) {
      while (at < text.length && /\s/.test(text[at]!)) at++
      if (text[at++] !== unit) return undefined
    }
    ends.push(at)
  }
  return /\S/.test(text.slice(at)) ? undefined : ends
}
