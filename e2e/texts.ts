/** An article as a file that somebody has. */
export interface Text {
  readonly name: string
  readonly content: string | Uint8Array
  /** Words of its beginning, by which one sees that it is open. */
  readonly firstWords: string
}

/** A short article with a claim, a source and figures in its first sentence, for most specs. */
export const ferries: Text = {
  name: 'ferries.txt',
  firstWords: 'Ferry fares to rise',
  content: [
    'Ferry fares to rise again, operator says',
    'Fares will go up by 6.5 percent in April, the operator said on Monday. Passenger groups called it unfair.',
    '“We carried 1.2 million people last year,” said Ines Falk, who runs the line. “Fuel cost 40 percent more.”',
    'The regional council, which pays 18 million euros a year, will vote on Thursday.',
  ].join('\n\n'),
}

/** Another article, to be told from the first in lists. */
export const bridge: Text = {
  name: 'bridge.txt',
  firstWords: 'Bridge at Tolland',
  content: [
    'Bridge at Tolland stays closed',
    'Engineers found 14 cracks, the road office said. It will stay closed until June.',
  ].join('\n\n'),
}

const sentence = (k: number): string =>
  `Report ${k} says that ${(k * 37) % 997} of the ${k + 1000} boats left port ${k % 60} minutes late.`

const sentences = (from: number, count: number): string =>
  Array.from({ length: count }, (_, k) => sentence(from + k)).join(' ')

/** About a megabyte: 2,000 paragraphs, each of which can be named, and in the middle one of 100 KB. */
export function longText(): Text {
  const paragraphs = Array.from({ length: 2000 }, (_, k) => `Paragraph ${k}. ${sentences(k * 6, 6)}`)
  paragraphs.splice(1000, 0, `The long one begins. ${sentences(50_000, 1420)} The long one ends.`)
  return {
    name: 'long.txt',
    firstWords: 'A very long report',
    content: ['A very long report', ...paragraphs].join('\n\n'),
  }
}

/** An article of some pages, so that lists and text must be scrolled. */
export const pages: Text = {
  name: 'pages.txt',
  firstWords: 'A report of some pages',
  content: [
    'A report of some pages',
    ...Array.from({ length: 120 }, (_, k) => `Paragraph ${k}. ${sentences(k * 6, 3)}`),
  ].join('\n\n'),
}
