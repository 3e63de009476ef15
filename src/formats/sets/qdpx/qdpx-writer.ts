import type { Person } from '../../../core/annotation/set'
import type { Codebook } from '../../../core/codebook/codebook'
import type { Exported } from '../codec'
import { inOrder } from '../order'
import { WrittenDocument, codeGuid, fileOf, userGuid } from './qdpx-written'
import { type XmlNode, node, xmlOf } from './qdpx-xml'
import { zipOf } from '../zip'

/** The archive: `project.qde`, and every text as a file of its own, named by the GUID of its source. */
export function projectFile({ documents, codebook, at, version }: Exported): Uint8Array<ArrayBuffer> {
  const written = documents.map(
    ({ article, records }) => new WrittenDocument(article, inOrder(records), codebook),
  )
  const project = node(
    'Project',
    {
      xmlns: 'urn:QDA-XML:project:1.0',
      name: codebook.name,
      origin: `Assay ${version}`,
      creationDateTime: at,
    },
    [
      ...listed('Users', usersOf(written)),
      node('CodeBook', {}, [node('Codes', {}, codesOf(written, codebook))]),
      ...listed(
        'Sources',
        written.map((one) => one.source()),
      ),
      ...listed(
        'Notes',
        written.flatMap((one) => one.notes()),
      ),
      ...listed(
        'Links',
        written.flatMap((one) => one.links()),
      ),
    ],
  )
  const encoder = new TextEncoder()
  return zipOf({
    'project.qde': encoder.encode(xmlOf(project)),
    ...Object.fromEntries(
      written.map(({ article }) => [`sources/${fileOf(article)}`, encoder.encode(article.text)]),
    ),
  })
}

/** The schema has no empty lists. */
const listed = (name: string, items: readonly XmlNode[]): XmlNode[] =>
  items.length > 0 ? [node(name, {}, items)] : []

function usersOf(documents: readonly WrittenDocument[]): XmlNode[] {
  const people = new Map<string, Person>()
  for (const { records } of documents) {
    for (const { annotator } of records.sets) people.set(annotator.id, people.get(annotator.id) ?? annotator)
    for (const { author } of records.comments) people.set(author.id, people.get(author.id) ?? author)
  }
  return [...people.values()].map(({ id, name }) => node('User', { guid: userGuid(id), name, id }))
}

/** The tags in their order, and then what annotations have that the codebook does not know. */
function codesOf(documents: readonly WrittenDocument[], codebook: Codebook): XmlNode[] {
  const known = new Set(codebook.tags.map(({ id }) => id))
  const used = documents.flatMap(({ records }) => records.annotations.map(({ tag }) => tag))
  const unknown = [...new Set(used)].filter((tag) => !known.has(tag))
  const code = (id: string, name: string, color?: string, description = ''): XmlNode =>
    node(
      'Code',
      { guid: codeGuid(codebook, id), name, isCodable: 'true', color },
      description === '' ? [] : [node('Description', {}, description)],
    )
  return [
    ...codebook.tags.map(({ id, name, colour, description }) => code(id, name, colour, description)),
    ...unknown.map((id) => code(id, id)),
  ]
}
