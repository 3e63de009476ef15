import { type Codebook, type Tag, underline as underlines } from '../../../core/codebook/codebook'

/** A tag as reports show it. */
export interface ReportTag {
  readonly id: string
  readonly name: string
  /** What its annotations are numbered with: `c` in `c3`; of no other tag. */
  readonly letters: string
  /** `#rrggbb` */
  readonly colour: string
  readonly underline: Tag['underline']
  readonly glyph: string
  /** As the codebook has it; absent for a tag that it does not know. */
  readonly known?: Tag
}

/** The tags that are offered or used, in the order of the codebook, then those that it does not know. */
export function reportTags(codebook: Codebook, used: readonly string[]): ReportTag[] {
  const inUse = new Set(used)
  const known = codebook.tags.filter(({ id, retired }) => !retired || inUse.has(id))
  const unknown = [...inUse].filter((id) => !codebook.tags.some((tag) => tag.id === id))
  const taken = new Set<string>()
  return [
    ...known.map((tag) => ({
      id: tag.id,
      name: tag.name,
      letters: lettersFor(tag.key + tag.name, taken),
      colour: /^#[0-9a-f]{6}$/i.test(tag.colour) ? tag.colour.toLowerCase() : GREY,
      underline: underlines.safeParse(tag.underline).data ?? 'solid',
      glyph: tag.glyph,
      known: tag,
    })),
    ...unknown.map((id) => ({
      id,
      name: id,
      letters: lettersFor(id, taken),
      colour: GREY,
      underline: 'dashed' as const,
      glyph: '?',
    })),
  ]
}

const GREY = '#767676'
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'.split('')

/** The first letter of `words` that is not taken, or else the first letters of the alphabet that are not. */
function lettersFor(words: string, taken: Set<string>): string {
  const own = words.toLowerCase().match(/[a-z]/g) ?? []
  const pairs = ALPHABET.flatMap((one) => ALPHABET.map((other) => one + other))
  const letters = [...own, ...ALPHABET, ...pairs].find((candidate) => !taken.has(candidate))!
  taken.add(letters)
  return letters
}
