import { writable } from '../xml'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * A text as it can stand in XML and HTML, between tags and in quoted attributes. Line ends become `\n`; a character
 * that XML forbids becomes U+FFFD.
 */
export const escapeXml = (text: string): string =>
  writable(text.replace(/\r\n?/g, '\n')).replace(/[&<>"']/g, (character) => ENTITIES[character]!)

// `<` and `&` would begin tags and references, a bar a cell of a table, dollars mathematics, the others emphasis, links …
const SPECIAL = /[\\`*_[\]<>|~&#$]/g
// What makes the beginning of a line a list or a rule.
const OPENING = /^(\s*)([+-](?=[\s+-]|$)|\d+(?=[.)](?:\s|$)))/
// Where GitHub makes a link of an address that nobody marked up.
const ADDRESS = /(?<=[a-z]):(?=\/\/)|(?<=www)\.|@/gi

/**
 * A part of one line of Markdown that says just this: no mark-up, no HTML, no cell of a table comes of it, wherever it
 * stands. Runs of blanks are one blank, of line ends a mark (`⏎`).
 */
export const escapeMarkdown = (text: string): string =>
  writable(text.replace(/[\t\n\v\f\r ]+/g, (blanks) => (/[\n\r]/.test(blanks) ? ' ⏎ ' : ' ')))
    .replace(SPECIAL, String.raw`\$&`)
    .replace(ADDRESS, String.raw`\$&`)
    .replace(OPENING, (_, blanks: string, opening: string) =>
      /\d/.test(opening) ? `${blanks}${opening}\\` : `${blanks}\\${opening}`,
    )
