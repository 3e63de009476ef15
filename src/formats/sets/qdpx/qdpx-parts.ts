import { type Outcome, ok, refuse } from '../../../base/outcome'
import type { Person } from '../../../core/annotation/set'
import type { Problems } from '../problems'
import { type XmlElement, childCalled, childrenCalled } from './qdpx-xml'
import type { SetFile } from '../set-file'
import { momentOf } from '../untrusted'

/** What the reading of a project's parts shares: who and what is named in it, its files, and what is said of it. */
export interface ProjectParts {
  /** By GUID. */
  readonly people: ReadonlyMap<string, Person>
  /** The names of codes, by GUID. */
  readonly codes: ReadonlyMap<string, string>
  /** By GUID. */
  readonly notes: ReadonlyMap<string, ProjectNote>
  /** The files in `sources/`, by their names in lower case. */
  readonly files: ReadonlyMap<string, SetFile>
  readonly problems: Problems
  readonly remarks: string[]
  /** The place of an element for a problem. */
  readonly at: (element: XmlElement) => string
}

/** A Note, which is on something when an element refers to it. */
export interface ProjectNote {
  readonly element: XmlElement
  readonly place: string
  /** GUID of its author. */
  readonly author: string | undefined
  readonly description: string
  /** Set when something that is read refers to it. */
  used: boolean
}

/** GUIDs are written with and without braces, in either case. */
export const guidIn = (element: XmlElement | undefined, attribute: string): string | undefined =>
  element?.attributes
    .get(attribute)
    ?.trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase() || undefined

export const descriptionOf = (element: XmlElement): string => childCalled(element, 'Description')?.text ?? ''

export const noteRefsIn = (element: XmlElement): string[] =>
  childrenCalled(element, 'NoteRef').flatMap((ref) => guidIn(ref, 'targetGUID') ?? [])

export const momentIn = (element: XmlElement, attribute: string): string | undefined =>
  momentOf(element.attributes.get(attribute))

/** What is not undefined, as optional fields want it. */
export const present = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

/** The text of a source or a note, as it came. Nothing outside of the archive's own sources is looked at. */
export function plainTextOf(element: XmlElement, files: ProjectParts['files']): Outcome<string> {
  const content = childCalled(element, 'PlainTextContent')
  const path = element.attributes.get('plainTextPath')?.trim() ?? ''
  // The schema wants one of the two; an empty one beside the other says nothing.
  if (content && (content.text !== '' || path === '')) return ok(content.text)
  if (path === '')
    return refuse('missing', 'It has no plain text. Convert it to plain text and export the project again.')
  const name = /^internal:\/\/(.+)$/is.exec(path)?.[1]
  if (name === undefined)
    return refuse(
      'invalid',
      `Its text is at ${JSON.stringify(path)}, which is outside of the project and is not followed. Export the project with its sources.`,
    )
  if (/[/\\]|\.\./.test(name))
    return refuse(
      'invalid',
      `Its text is at ${JSON.stringify(path)}, which is no place in the sources of the project.`,
    )
  const file = files.get(name.toLowerCase())
  return file
    ? file.text
    : refuse('missing', `Its text ${JSON.stringify(name)} is missing from the sources of the project.`)
}
