import { escapeXml } from './escape'

export const attribute = (name: string, value: string): string => ` ${name}="${escapeXml(value)}"`

/** An element that holds nothing but text. */
export const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`

/** A `date`; empty when the moment is none. */
export function dateOf(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime()) || !/^\d{4}-/.test(date.toISOString())) return ''
  const when = date.toISOString()
  return `<date when="${when}">${when.slice(0, 10)}</date>`
}

/**
 * An id as a part of an XML name: other characters than letters, digits and hyphens as their numbers between low lines,
 * so that different ids are different names. With `first` it can begin one.
 */
export const ncName = (id: string, first = false): string =>
  id
    .replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`)
    .replace(first ? /^[^A-Za-z_]/ : /^$/, (character) =>
      character === '' ? '' : `_${character.codePointAt(0)!.toString(16)}_`,
    )

/** The `xml:id` of a tag or link type in the codebook, of which no two have the same. */
export const categoryId = (kind: 'tag' | 'link', ...ids: readonly string[]): string =>
  [kind, ...ids.map((id) => ncName(id))].join('.')
