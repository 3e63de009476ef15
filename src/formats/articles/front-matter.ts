/** A Markdown source without its YAML front matter, of which only the title is kept. */
export interface Opened {
  readonly body: string
  readonly title?: string
}

const FENCED = /^---[ \t]*\n((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)/
const LONGEST = 20_000 // a closing fence further down is a line across the article, not the end of metadata

/** Takes off what stands between two `---` lines at the top, when it has the form of metadata: `key: value`. */
export function openFrontMatter(source: string): Opened {
  const found = FENCED.exec(source.slice(0, LONGEST))
  if (!found || !/^[\w-]+[ \t]*:/m.test(found[1]!)) return { body: source }
  const title = titleIn(found[1]!)
  return { body: source.slice(found[0].length), ...(title ? { title } : {}) }
}

function titleIn(metadata: string): string | undefined {
  const value = /^title[ \t]*:[ \t]*(.*)$/im.exec(metadata)?.[1]?.trim() ?? ''
  const plain = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
  // `>` and `|` announce a text on the next lines, which is beyond what a title needs.
  return /^[>|]?[+-]?$/.test(plain) ? undefined : plain
}
