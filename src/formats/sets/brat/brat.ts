import type { Codebook } from '../../../core/codebook/codebook'
import { Forms } from './brat-forms'
import { NOTES, OURS, jsonLine } from './brat-lines'
import { bratReader } from './brat-reader'
import { type Folder, annFiles, foldersOf } from './brat-writer'
import type { Codec } from '../codec'
import { SafeNames } from '../safe-names'
import { zipOf } from '../zip'

/**
 * brat standoff 1.3 (https://brat.nlplab.org/standoff.html): for each document its text, `<name>.txt`, and its
 * annotations, `<name>.ann`; `annotation.conf` with the codebook and `visual.conf` with names and colours. Places are
 * code points. Several annotators have a folder each; one has none. Written are T, R, A and `#` lines; read are these,
 * M lines and `*` (each member of an equivalence is linked to the next as the same). A span is cut at line ends and
 * tabs, and read as one piece again where nothing but blanks and such an end lies between. Choices are A lines; text and
 * numbers, for which brat has no place, are JSON in notes of a type of ours, and so is what else `NOTES` names. Lost are
 * comments, and annotations of nothing but line ends. Events and normalisations are passed over when read, with a
 * remark.
 */
export const brat: Codec = {
  id: 'brat',
  name: 'brat standoff',
  extension: 'zip',
  mediaType: 'application/zip',
  specification: 'brat standoff 1.3',
  capabilities: {
    pieces: true,
    overlaps: true,
    links: true,
    notes: true,
    comments: false,
    verdicts: false,
    attributes: true,
    annotators: true,
    text: true,
    offsets: 'code-points',
  },
  reader: { ...bratReader, extensions: ['ann', 'conf'], companions: ['txt'] },
  write(exported) {
    const forms = new Forms(exported)
    const folders = foldersOf(exported.documents)
    const titles = new SafeNames()
    const files = new Map<string, string>()
    for (const document of exported.documents) {
      const title = titles.safe(document.article.title, 'document')
      for (const { folder, lines } of annFiles(document, forms, folders)) {
        const path = folder === undefined ? title : `${folder}/${title}`
        files.set(`${path}.txt`, document.article.text)
        files.set(`${path}.ann`, lines.map((line) => `${line}\n`).join(''))
      }
    }
    files.set('annotation.conf', annotationConf(exported.codebook, forms, folders))
    files.set('visual.conf', visualConf(exported.codebook, forms))
    const encoder = new TextEncoder()
    return zipOf(Object.fromEntries([...files].map(([path, content]) => [path, encoder.encode(content)])))
  },
}

function annotationConf(
  { tags, links }: Codebook,
  forms: Forms,
  folders: ReadonlyMap<string, Folder>,
): string {
  const known = new Set(tags.map(({ id }) => id))
  const defined = links.flatMap(({ id, ends }) =>
    ends
      .filter(({ from, to }) => known.has(from) && known.has(to))
      .map(({ from, to }) => `${forms.ofLink(id)}\tArg1:${forms.ofTag(from)}, Arg2:${forms.ofTag(to)}`),
  )
  const ruled = new Set(defined.map((line) => line.slice(0, line.indexOf('\t'))))
  const lines = [
    `${OURS}: text and numbers of attributes are JSON in notes of the type ${NOTES.attributes}.`,
    ...[...folders.values()].map(({ folder, name }) => `# annotator ${folder}: ${jsonLine(name)}`),
    '[entities]',
    ...forms.tags,
    '[relations]',
    ...defined,
    ...forms.links.filter((form) => !ruled.has(form)).map((form) => `${form}\tArg1:<ENTITY>, Arg2:<ENTITY>`),
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '[events]',
    '[attributes]',
    ...[...forms.attributes].map(([form, { tags: on, values }]) =>
      [
        `${form}\tArg:${[...on].join('|')}`,
        ...(values.size > 0 ? [`Value:${[...values].join('|')}`] : []),
      ].join(', '),
    ),
  ]
  return `${lines.join('\n')}\n`
}

function visualConf({ tags }: Codebook, forms: Forms): string {
  const lines = [
    '[labels]',
    ...[...forms.labels].map(([form, name]) => `${form} | ${name.replace(/[|\p{Cc}\u2028\u2029]+/gu, ' ')}`),
    '[drawing]',
    ...tags.map(
      ({ id, colour }) => `${forms.ofTag(id)}\tbgColor:${colour}, fgColor:white, borderColor:darken`,
    ),
  ]
  return `${lines.join('\n')}\n`
}
