import type { Attribute } from '../../../core/codebook/attribute'
import type { LinkType } from '../../../core/codebook/codebook'
import type { Exported } from '../codec'
import { escapeXml } from './escape'
import type { ReportFacts } from './report-facts'
import type { ReportTag } from './report-tags'
import { attribute, categoryId, element } from './tei-elements'

/** The program and the codebook, as the header of a file declares them. */
export function encodingOf({ codebook, version, documents }: Exported, { tags }: ReportFacts): string {
  const used = documents.flatMap(({ records }) => records.links.map(({ type }) => type))
  const unknown = [...new Set(used)].filter((type) => !codebook.links.some(({ id }) => id === type))
  const links = [...codebook.links, ...unknown.map((id) => ({ id, name: id, inverse: '' }))]
  const name = `${codebook.name}, version ${codebook.version}`
  return `<encodingDesc>
<appInfo><application ident="Assay" version="${numberOf(version)}"><label>Assay ${escapeXml(version)}</label></application></appInfo>
<classDecl>
${taxonomyOf('tags', `${name}: tags`, tags.map(tagCategory))}${taxonomyOf('links', `${name}: links`, links.map(linkCategory))}</classDecl>
</encodingDesc>
`
}

/** The numbers of a version, which is all that TEI allows: `1.2.3` of `1.2.3-beta`. */
const numberOf = (version: string): string => /^\d+(?:\.\d+){0,3}/.exec(version)?.[0] ?? '0'

const taxonomyOf = (id: string, name: string, categories: readonly string[]): string =>
  `<taxonomy${attribute('xml:id', id)}>\n${element('desc', name)}\n${categories.join('')}</taxonomy>\n`

const category = (id: string, name: string, description: string, inside: readonly string[] = []): string => {
  const meaning = description === '' ? '' : ` ${element('gloss', description)}`
  const within = inside.length > 0 ? `\n${inside.join('')}` : ''
  return `<category${attribute('xml:id', id)}><catDesc>${element('term', name)}${meaning}</catDesc>${within}</category>\n`
}

const tagCategory = ({ id, name, known }: ReportTag): string =>
  category(
    categoryId('tag', id),
    name,
    known?.description ?? '',
    (known?.attributes ?? []).map((one) => attributeCategory(id, one)),
  )

const attributeCategory = (tag: string, one: Attribute): string =>
  category(
    categoryId('tag', tag, one.id),
    one.name,
    one.description,
    one.kind === 'choice'
      ? one.options.map((option) => category(categoryId('tag', tag, one.id, option.id), option.name, ''))
      : [],
  )

const linkCategory = ({ id, name, inverse }: Pick<LinkType, 'id' | 'name' | 'inverse'>): string =>
  category(categoryId('link', id), name, inverse)
