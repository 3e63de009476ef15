import { type Codebook, type Tag, codebook as codebookSchema } from '../../../core/codebook/codebook'
import { freeId, slugOf } from '../../../core/codebook/slug'
import { descriptionOf, guidIn } from './qdpx-parts'
import { type XmlElement, childCalled, childrenCalled } from './qdpx-xml'

/** A code of a project, wherever in the hierarchy it stands. */
export interface ProjectCode {
  readonly guid: string
  readonly name: string
  readonly colour: string | undefined
  readonly description: string
  readonly nested: boolean
}

/** All codes, those above before those below; codes without a GUID cannot be referred to and are left out. */
export function codesIn(project: XmlElement): ProjectCode[] {
  const codes: ProjectCode[] = []
  const top = childrenCalled(childCalled(childCalled(project, 'CodeBook'), 'Codes'), 'Code')
  const waiting = top.toReversed().map((element) => ({ element, nested: false }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { element, nested } = next
    const guid = guidIn(element, 'guid')
    if (guid !== undefined)
      codes.push({
        guid,
        name: element.attributes.get('name')?.trim() || guid,
        colour: colourOf(element.attributes.get('color')),
        description: descriptionOf(element).trim(),
        nested,
      })
    for (const child of childrenCalled(element, 'Code').toReversed())
      waiting.push({ element: child, nested: true })
  }
  return codes
}

function colourOf(value = ''): string | undefined {
  const plain = value.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(plain)) return plain
  return /^#[0-9a-f]{3}$/.test(plain)
    ? `#${Array.from(plain.slice(1), (digit) => digit + digit).join('')}`
    : undefined
}

/** What a person should know of codes that do not become tags one to one. */
export function remarksOnCodes(codes: readonly ProjectCode[]): string[] {
  const names = new Set<string>()
  const twice = new Set<string>()
  for (const { name } of codes) (names.has(name) ? twice : names).add(name)
  return [
    ...(codes.some(({ nested }) => nested)
      ? [
          'Codes are nested in this project; an annotation is tagged with its own code, not with those above it.',
        ]
      : []),
    ...[...twice].slice(0, 10).map((name) => `Several codes are called “${name}”; they are read as one tag.`),
  ]
}

/** The codes as a codebook, for their colours and descriptions; undefined when there are more than one can have. */
export function codebookOf(project: XmlElement, codes: readonly ProjectCode[]): Codebook | undefined {
  const tags = new Map<string, Tag>()
  const ids = new Set<string>()
  for (const { name, colour, description } of codes) {
    if (tags.has(name)) continue
    const id = freeId(slugOf(name).slice(0, 60) || 'tag', ids)
    ids.add(id)
    tags.set(name, {
      id,
      name: name.slice(0, 60).toWellFormed(),
      key: '·',
      colour: colour ?? '#777777',
      underline: 'solid',
      glyph: '•',
      description: description.slice(0, 2000).toWellFormed(),
      takes: 'word',
      attributes: [],
      retired: false,
    })
  }
  const name = (project.attributes.get('name')?.trim() || 'Project').slice(0, 200).toWellFormed()
  const made = codebookSchema.safeParse({ id: 'qdpx', name, version: 1, tags: [...tags.values()], links: [] })
  return made.success ? made.data : undefined
}
