import { ok, refuse } from '../../../base/outcome'
import type { Person } from '../../../core/annotation/set'
import { type Ann, readAnn } from './brat-ann'
import { OURS } from './brat-lines'
import { UNITS } from './brat-pieces'
import type { SetReader } from '../codec'
import type { IncomingAnnotation, IncomingDocument, IncomingLink } from '../incoming'
import { Problems } from '../problems'
import { type SetFile, numberedLines, parseJson } from '../set-file'
import { sound } from '../sound'

/**
 * Reads .ann files, each with the .txt of the same folder and name when it is there. What is in folders named in an
 * `annotation.conf` of ours, or in folders that hold the same texts, is put together as that of several annotators.
 */
export const bratReader: SetReader = {
  recognises({ name, extension, head }) {
    if (extension === 'ann') return /^\uFEFF?\s*(?:$|[TREAMN#]\S{0,20}\t|\*\t)/.test(head)
    return /(?:^|\/)(?:annotation|visual)\.conf$/.test(name) && /^\[(?:entities|labels)\]/m.test(head)
  },
  read(files) {
    const problems = new Problems()
    const conf = confOf(files, problems)
    const texts = new Map(
      files.filter(({ extension }) => extension === 'txt').map((file) => [file.stem, file]),
    )
    const read = files.flatMap((file) => {
      if (file.extension !== 'ann') return []
      const beside = texts.get(file.stem)
      texts.delete(file.stem)
      return readFile(file, beside, conf, problems) ?? []
    })
    for (const { name, extension } of files)
      if (!['ann', 'txt', 'conf'].includes(extension)) problems.add(name, 'It is no file of brat’s.')
    for (const { name } of texts.values()) problems.add(name, 'It is a text without an .ann file beside it.')
    if (read.length === 0)
      return refuse(
        'unreadable',
        problems.list[0]?.message ?? 'There is no .ann file with annotations of brat.',
      )
    const folders = annotatorsOf(read, conf)
    const documents = grouped(read, folders).map((group) => documentOf(group, folders, conf))
    return ok({
      documents: documents.map((document) => sound(document, problems)),
      problems: problems.list,
      remarks: remarksOn(read, folders, conf),
    })
  },
}

/** What `annotation.conf` and `visual.conf` of ours say; of others’, nothing is needed. */
interface Conf {
  /** Absent when there is no `annotation.conf`. */
  readonly ours?: boolean
  readonly annotators: ReadonlyMap<string, string>
  readonly labels: ReadonlyMap<string, string>
}

function confOf(files: readonly SetFile[], problems: Problems): Conf {
  const linesOf = (name: string): readonly string[] | undefined => {
    const file = files.find((one) => one.name === name || one.name.endsWith(`/${name}`))
    if (!file) return undefined
    if (file.text.ok) return numberedLines(file.text.value).map(({ line }) => line)
    problems.add(file.name, file.text.refusal.message)
    return []
  }
  const lines = linesOf('annotation.conf')
  const ours = lines?.some((line) => line.startsWith(OURS)) ?? false
  if (!lines || !ours) return { ...(lines ? { ours } : {}), annotators: new Map(), labels: new Map() }
  const annotators = lines.flatMap((line): [string, string][] => {
    const [, folder, quoted] = /^# annotator ([^:]+): (".*)$/.exec(line) ?? []
    const name = quoted === undefined ? undefined : parseJson(quoted, 'name')
    if (folder === undefined || !name?.ok) return []
    return typeof name.value === 'string' && name.value !== '' ? [[folder, name.value.slice(0, 200)]] : []
  })
  const labels = (linesOf('visual.conf') ?? []).flatMap((line): [string, string][] => {
    const [form = '', name = ''] = line.split('|').map((part) => part.trim())
    return form !== '' && name !== '' ? [[form, name]] : []
  })
  return { ours, annotators: new Map(annotators), labels: new Map(labels) }
}

interface ReadFile extends Ann {
  readonly name: string
  readonly folder: string
  readonly base: string
  readonly text?: string
}

function readFile(
  file: SetFile,
  beside: SetFile | undefined,
  { ours, labels }: Conf,
  problems: Problems,
): ReadFile | undefined {
  const content = file.text
  if (!content.ok) {
    problems.add(file.name, content.refusal.message)
    return undefined
  }
  const text = beside?.text
  if (beside && text && !text.ok) problems.add(beside.name, text.refusal.message)
  const slash = file.stem.lastIndexOf('/')
  const words = text?.ok ? text.value : undefined
  return {
    ...readAnn(
      file.name,
      content.value,
      words,
      { label: (type) => labels.get(type) ?? type, escaped: ours !== false },
      problems,
    ),
    name: file.name,
    folder: slash < 0 ? '' : file.stem.slice(0, slash),
    base: file.stem.slice(slash + 1),
    ...(words === undefined ? {} : { text: words }),
  }
}

const lastOf = (folder: string): string => folder.slice(folder.lastIndexOf('/') + 1)

/** The annotator whose each folder is; folders that are nobody's are not in it. */
function annotatorsOf(read: readonly ReadFile[], { annotators, ours }: Conf): ReadonlyMap<string, Person> {
  const folders = [...new Set(read.map(({ folder }) => folder))].filter((folder) => folder !== '')
  const person = (folder: string): readonly [string, Person] => {
    const name = lastOf(folder)
      .replace(/\p{Cc}/gu, ' ')
      .slice(0, 200)
    return [folder, { id: name, name: annotators.get(name) ?? name }]
  }
  if (ours) return new Map(folders.filter((folder) => annotators.has(lastOf(folder))).map(person))
  const sharing = new Map<string, Set<string>>()
  for (const { base, text, folder } of read) {
    if (text === undefined) continue
    const key = keyOf(base, text)
    sharing.set(key, (sharing.get(key) ?? new Set()).add(folder))
  }
  const shared = new Set([...sharing.values()].filter(({ size }) => size > 1).flatMap((set) => [...set]))
  return new Map(folders.filter((folder) => shared.has(folder) && lastOf(folder) !== '').map(person))
}

const keyOf = (base: string, text: string | undefined): string =>
  `${base}\n${text === undefined ? '' : `=${text}`}`

/** Files that are of one document. */
function grouped(read: readonly ReadFile[], folders: ReadonlyMap<string, Person>): ReadFile[][] {
  const groups = new Map<string, ReadFile[]>()
  for (const file of read) {
    const key = folders.has(file.folder) ? keyOf(file.base, file.text) : `${file.name}\0`
    const group = groups.get(key)
    if (group) group.push(file)
    else groups.set(key, [file])
  }
  return [...groups.values()]
}

function documentOf(
  group: readonly ReadFile[],
  folders: ReadonlyMap<string, Person>,
  { annotators: names }: Conf,
): IncomingDocument {
  const annotations: IncomingAnnotation[] = []
  const links: IncomingLink[] = []
  const people = new Map<string, Person>()
  const taken = new Set<string>()
  for (const file of group) {
    const person = folders.get(file.folder)
    if (person) people.set(person.id, person)
    const own = file.annotations.filter(({ id }) => !file.copies.has(id))
    // T1 of another file is another annotation than T1 of this one.
    const clash = [...own, ...file.links].some(({ id }) => taken.has(id))
    const named = (id: string): string =>
      clash && !file.copies.has(id) ? `${lastOf(file.folder)}/${id}` : id
    const signed = <R extends { readonly id: string }>(record: R) => ({
      ...record,
      id: named(record.id),
      ...(person ? { annotator: person.id } : {}),
    })
    annotations.push(...own.map(signed))
    links.push(
      ...file.links.map(signed).map((link) => ({ ...link, from: named(link.from), to: named(link.to) })),
    )
    for (const { id } of [...own, ...file.links]) taken.add(named(id))
  }
  for (const file of group)
    for (const annotation of file.annotations) {
      const folder = file.copies.get(annotation.id)
      if (folder === undefined || taken.has(annotation.id)) continue
      taken.add(annotation.id)
      const person = { id: folder, name: names.get(folder) ?? folder }
      if (!people.has(folder)) people.set(folder, person)
      annotations.push({ ...annotation, annotator: folder })
    }
  const { name, base, text } = group[0]!
  return {
    place: name,
    name: base,
    ...(text === undefined ? {} : { text }),
    units: UNITS,
    ids: 'kept',
    annotators: [...people.values()],
    annotations,
    links,
    comments: [],
  }
}

function remarksOn(
  read: readonly ReadFile[],
  folders: ReadonlyMap<string, Person>,
  { ours }: Conf,
): string[] {
  const remarks: string[] = []
  const passedOver = (kind: 'E' | 'N', one: string, many: string, also: string) => {
    const passed = read.flatMap((file) => file.passedOver.get(kind) ?? [])
    const count = passed.reduce((sum, file) => sum + file.count, 0)
    if (count === 0) return
    const what = `${count} ${count === 1 ? `${one} has` : `${many} have`}`
    remarks.push(
      `${what} no place here and ${count === 1 ? 'was' : 'were'} passed over${also}, first at ${passed[0]!.place}.`,
    )
  }
  passedOver('E', 'event', 'events', ' (their triggers were read)')
  passedOver('N', 'normalisation', 'normalisations', '')
  const people = [...folders.values()].map(({ name }) => `“${name}”`)
  if (!ours && people.length > 0)
    remarks.push(
      `The folders ${people.join(', ')} hold the same texts, and were taken for those of annotators.`,
    )
  const without = read.filter(({ text }) => text === undefined)
  if (without.length > 0)
    remarks.push(
      `“${without[0]!.name}”${without.length > 1 ? ` and ${without.length - 1} more` : ''} came without the text beside it, so that places are found by their words.`,
    )
  return remarks
}
