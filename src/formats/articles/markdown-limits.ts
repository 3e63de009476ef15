const MOST_CHARACTERS = 2_000_000
const DEEPEST = 50
/** The parser's time grows with the square of the nesting and of the marks in one paragraph: some ten seconds each. */
const MOST_NESTING = 3_000_000
const MOST_MARKS = 250_000_000

const PREFIX = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*/

/**
 * What would keep the parser busy for minutes, as the end of a sentence; undefined when nothing does. Cheap: looks
 * at each line once and overestimates.
 */
export function excessOf(source: string): string | undefined {
  if (source.length > MOST_CHARACTERS) return 'is too long to be read as Markdown'
  let depth = 0
  let nesting = 0
  let marks = 0
  let work = 0
  for (const line of source.split('\n')) {
    if (!/\S/.test(line)) {
      work += marks * marks
      marks = 0
      continue
    }
    depth = depthOf(line, depth)
    if (depth > DEEPEST) return 'is nested too deeply to be read as Markdown'
    nesting += depth > 9 ? depth * depth : 0
    marks += countMarks(line)
  }
  if (nesting > MOST_NESTING) return 'is nested too deeply to be read as Markdown'
  if (work + marks * marks > MOST_MARKS) return 'has too many marks in one place to be read as Markdown'
  return undefined
}

/** At most how many quotes and lists a line is in: as many as it opens, and as many of the line before as it is indented. */
function depthOf(line: string, before: number): number {
  const prefix = PREFIX.exec(line)![0]
  const opened = prefix.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0
  const indented = /^\s*/.exec(prefix)![0].replaceAll('\t', '    ').length >> 1
  return opened + Math.min(indented, before)
}

function countMarks(line: string): number {
  let marks = 0
  for (let at = 0; at < line.length; at++) if (MARKS.has(line[at]!)) marks++
  return marks
}

const MARKS = new Set('*_[')
