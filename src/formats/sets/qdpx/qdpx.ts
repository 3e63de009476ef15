import { type Outcome, ok, refuse } from '../../../base/outcome'
import type { Codebook } from '../../../core/codebook/codebook'
import type { Codec } from '../codec'
import type { IncomingDocument, IncomingSets } from '../incoming'
import { Problems } from '../problems'
import { type ProjectFiles, readProject } from './qdpx-reader'
import { projectFile } from './qdpx-writer'
import type { SetFile } from '../set-file'
import { nameTwice, namesInZip } from '../zip-names'
import { filesInZip } from '../zip'

/**
 * REFI-QDA Project Exchange 1.5 (https://www.qdasoftware.org), schema `urn:QDA-XML:project:1.0` of 18 March 2019: an
 * archive with `project.qde` and the texts in `sources/`. A tag is a code, an annotation a coded selection, an annotator
 * a user, a link a Link between selections; positions are code points, ends exclusive. A note is a Note, and so is a
 * comment, a list of attributes, and what a link says, for programs that drop links. A span in several pieces is one
 * selection a piece, which share a Note and, in their Descriptions, the id of the annotation.
 *
 * Read are text sources with what is coded in them, in the dialects that there are: positions in UTF-16, line ends of
 * one or two characters, ends that are the last character. A code's own name is the tag, wherever in the hierarchy it
 * is. Passed over with a remark or a problem: other media, codings of whole sources, cases, variables, sets, graphs,
 * notes on anything but annotations and links. Nothing outside of the archive is followed.
 */
export const qdpx: Codec = {
  id: 'qdpx',
  name: 'REFI-QDA project (QDPX)',
  extension: 'qdpx',
  mediaType: 'application/zip',
  specification: 'REFI-QDA Project 1.5, 2019',
  capabilities: {
    pieces: false,
    overlaps: true,
    links: true,
    notes: true,
    comments: true,
    verdicts: false,
    attributes: false,
    annotators: true,
    text: true,
    offsets: 'code-points',
  },
  conventions: {
    pieces:
      'written as several selections that share a note, which other programs may take for several annotations',
    attributes: 'written as words in notes, which other programs do not count by',
  },
  reader: { extensions: ['qdpx', 'qde'], recognises, read },
  write: projectFile,
}

const PROJECT = /(^|\/)project\.qde$/i
const SOURCE = /(?:^|\/)sources\/([^/]+)$/i

function recognises(file: SetFile): boolean {
  if (file.isZip) return file.extension === 'qdpx' || namesInZip(file).some((name) => PROJECT.test(name))
  if (file.extension === 'qde') return file.head.includes('urn:QDA-XML:project:')
  // The texts of a project that somebody has unpacked are named by GUIDs.
  return /(^|\/)sources\/\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?\.\w+$/i.test(file.name)
}

function read(files: readonly SetFile[]): Outcome<IncomingSets> {
  const problems = new Problems()
  const remarks: string[] = []
  const documents: IncomingDocument[] = []
  const codebooks: Codebook[] = []
  const loose = files.filter((file) => !file.isZip)
  const projects = [
    ...files.filter((file) => file.isZip).map((file) => ({ name: file.name, found: projectIn(file) })),
    ...loose
      .filter((file) => file.extension === 'qde')
      .map((file) => ({ name: file.name, found: ok(projectOf(file, loose)) })),
  ]
  if (projects.length === 0)
    return refuse('invalid', 'There is no project.qde among the files: it says what is in the sources.')
  for (const { name, found } of projects) {
    const project = found.ok
      ? readProject(named(found.value, name, projects.length), problems, remarks)
      : found
    if (!project.ok && projects.length === 1) return project
    if (!project.ok) problems.add(name, project.refusal.message)
    else {
      documents.push(...project.value.documents)
      if (project.value.codebook) codebooks.push(project.value.codebook)
    }
  }
  const [codebook] = codebooks
  return ok({ documents, ...(codebook ? { codebook } : {}), problems: problems.list, remarks })
}

/** Places name the archive only where there are several. */
const named = (project: ProjectFiles, archive: string, count: number): ProjectFiles =>
  count > 1 && project.name !== archive ? { ...project, name: `${archive}: ${project.name}` } : project

function projectIn(archive: SetFile): Outcome<ProjectFiles> {
  const twice = nameTwice(namesInZip(archive))
  if (twice !== undefined)
    return refuse('invalid', `“${archive.name}” was not opened: it holds ${JSON.stringify(twice)} twice.`)
  const inside = filesInZip(archive)
  if (!inside.ok) return inside
  const [project, second] = inside.value.filter(({ name }) => PROJECT.test(name))
  if (!project) return refuse('invalid', `“${archive.name}” is no REFI-QDA project: it holds no project.qde.`)
  if (second)
    return refuse(
      'invalid',
      `“${archive.name}” was not opened: it holds several projects. Export each by itself.`,
    )
  return ok(projectOf(project, inside.value))
}

const projectOf = (project: SetFile, files: readonly SetFile[]): ProjectFiles => ({
  name: project.name,
  project,
  sources: new Map(
    files.flatMap((file) => {
      const name = SOURCE.exec(file.name)?.[1]
      return name === undefined ? [] : [[name.toLowerCase(), file] as const]
    }),
  ),
})
