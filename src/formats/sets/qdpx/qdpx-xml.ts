import { type Outcome, ok, refuse } from '../../../base/outcome'
import { walkXml, writable } from '../xml'

/** An element of a project file: its name without prefix, its attributes, its child elements, and its own text. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
  /** Where it ends its opening tag: `line 12, column 40`; no two elements have the same. */
  readonly place: string
}

interface GrowingElement extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

const DEEPEST = 200 // codes nest in codes; nobody has a hierarchy as deep

/** The root of well-formed XML. Refuses a DOCTYPE, in which entities could grow without end, and endless nesting. */
export function parseXml(xml: string, what: string): Outcome<XmlElement> {
  const open: GrowingElement[] = []
  let root: XmlElement | undefined
  const trouble = walkXml(
    xml,
    {
      open({ local, attributes }, { line, column }) {
        const element: GrowingElement = {
          name: local,
          attributes: new Map(Object.entries(attributes).map(([key, { value }]) => [key, value])),
          children: [],
          text: '',
          place: `line ${line}, column ${column}`,
        }
        open.at(-1)?.children.push(element)
        open.push(element)
        root ??= element
      },
      text(words) {
        const current = open.at(-1)
        if (current) current.text += words
      },
      close() {
        open.pop()
      },
    },
    DEEPEST,
  )
  if (trouble !== undefined) return refuse('unreadable', `${what} was not read as XML: ${trouble}.`)
  return root ? ok(root) : refuse('unreadable', `${what} was not read as XML: there is no element in it.`)
}

export const childrenCalled = (parent: XmlElement | undefined, name: string): readonly XmlElement[] =>
  parent?.children.filter((child) => child.name === name) ?? []

export const childCalled = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent?.children.find((child) => child.name === name)

/** Everything of this name within an element, at whatever depth, in the order of the file. */
export function descendantsCalled(parent: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const waiting = parent.children.toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === name) found.push(next)
    for (let k = next.children.length - 1; k >= 0; k--) waiting.push(next.children[k]!)
  }
  return found
}

/** An element to be written; an attribute that is undefined is left out. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number | undefined>>
  readonly content: string | readonly XmlNode[]
}

export const node = (
  name: string,
  attributes: XmlNode['attributes'],
  content: XmlNode['content'] = [],
): XmlNode => ({ name, attributes, content })

/** A document with one element a line; text keeps its blanks and line ends. */
export const xmlOf = (root: XmlNode): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${linesOf(root, '').join('\n')}\n`

function linesOf({ name, attributes, content }: XmlNode, indent: string): string[] {
  const tag = [name, ...Object.entries(attributes).flatMap(([key, value]) => written(key, value))].join(' ')
  if (content.length === 0) return [`${indent}<${tag}/>`]
  if (typeof content === 'string') return [`${indent}<${tag}>${escapeText(content)}</${name}>`]
  return [
    `${indent}<${tag}>`,
    ...content.flatMap((child) => linesOf(child, `${indent}  `)),
    `${indent}</${name}>`,
  ]
}

const written = (key: string, value: string | number | undefined): string[] =>
  value === undefined ? [] : [`${key}="${escapeAttribute(String(value))}"`]

export const withoutUnwritable = (text: string): string => writable(text, () => '')

/** A value as JSON that XML can hold, whatever characters are in it. */
export const writableJson = (value: unknown): string =>
  writable(
    JSON.stringify(value),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

// A bare CR would be read as LF; in an attribute tabs and line ends as blanks.
const escapeText = (text: string): string =>
  writable(text).replace(/[&<>\r]/g, (character) => ESCAPES[character]!)

const escapeAttribute = (text: string): string =>
  writable(text).replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]!)
