import type { Attribute, AttributeValue } from '../../../core/codebook/attribute'
import { escapeXml } from './escape'
import type { Entry } from './report-entry'
import type { ArticleFacts, LinkFacts } from './report-facts'
import { attribute, categoryId, dateOf, element, ncName } from './tei-elements'

/** Everything that is said of a text, pointing into it; empty when nothing is. */
export function standOffOf(
  { entries, tables, allLinks, comments }: ArticleFacts,
  prefix: string,
  anchors: ReadonlyMap<number, string>,
  people: ReadonlyMap<string, string>,
): string {
  if (entries.length === 0) return ''
  const idOf = ({ label }: Entry): string => `${prefix}.${label}`
  const linkIds = new Map(allLinks.map((facts, k) => [facts, `${prefix}.link.${k + 1}`]))
  const by = ({ id }: { readonly id: string }): string => {
    const person = people.get(id)
    return person === undefined ? '' : attribute('resp', `#${person}`)
  }
  return `<standOff>
${tables
  .map(
    ({ tag, entries: own }) =>
      `<spanGrp type="${ncName(tag.id)}">\n${own.map((entry) => spansOf(entry, idOf(entry), anchors, by(entry.by))).join('')}</spanGrp>\n`,
  )
  .join('')}${entries.map((entry) => featuresOf(entry, idOf(entry))).join('')}${linkGroups(
    allLinks,
    linkIds,
    idOf,
    by,
  )}${[
    ...entries.flatMap((entry) => noteOn(idOf(entry), entry.annotation.note, by(entry.by))),
    ...allLinks.flatMap((facts) => noteOn(linkIds.get(facts)!, facts.link.note, by(facts.by))),
    ...comments.map(({ comment, on }) => {
      const target = attribute('target', `#${'label' in on ? idOf(on) : linkIds.get(on)!}`)
      const person = by(comment.author)
      const name = person === '' ? `${element('persName', comment.author.name)} ` : ''
      const date = dateOf(comment.created)
      return `<note type="comment"${target}${person}>${name}${date ? `${date} ` : ''}${escapeXml(comment.words)}</note>\n`
    }),
  ].join('')}</standOff>
`
}

const noteOn = (id: string, words: string, person: string): string[] =>
  words === ''
    ? []
    : [`<note type="note"${attribute('target', `#${id}`)}${person}>${escapeXml(words)}</note>\n`]

/** The first piece has the id of the annotation, to which everything points. */
function spansOf(
  { annotation, tag }: Entry,
  id: string,
  anchors: ReadonlyMap<number, string>,
  by: string,
): string {
  const features = Object.keys(annotation.attributes).length > 0 ? ` #${id}.said` : ''
  const ids = annotation.span.map((_, k) => (k === 0 ? id : `${id}.${k + 1}`))
  return annotation.span
    .map(({ start, end }, k) => {
      const chained =
        (k > 0 ? attribute('prev', `#${ids[k - 1]!}`) : '') +
        (k + 1 < ids.length ? attribute('next', `#${ids[k + 1]!}`) : '')
      const place = attribute('from', `#${anchors.get(start)!}`) + attribute('to', `#${anchors.get(end)!}`)
      const named = k === 0 ? attribute('n', annotation.id) : ''
      const meaning = attribute('ana', `#${categoryId('tag', tag.id)}${features}`)
      return `<span${attribute('xml:id', ids[k]!)}${named}${place}${meaning}${by}${chained}/>\n`
    })
    .join('')
}

function featuresOf({ annotation, tag }: Entry, id: string): string {
  const features = Object.entries(annotation.attributes)
  if (features.length === 0) return ''
  const written = features.map(([name, value]) => {
    const known = tag.known?.attributes.find((one) => one.id === name)
    return `<f name="${ncName(name, true)}">${valueOf(known, value)}</f>`
  })
  return `<fs xml:id="${id}.said" type="${ncName(tag.id)}">${written.join('')}</fs>\n`
}

function valueOf(known: Attribute | undefined, value: AttributeValue): string {
  if (typeof value === 'boolean') return `<binary value="${value}"/>`
  if (typeof value === 'number') return `<numeric value="${value}"/>`
  // What a symbol may be: one word.
  const isSymbol = known?.kind === 'choice' && /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(value)
  return isSymbol ? `<symbol${attribute('value', value)}/>` : element('string', value)
}

function linkGroups(
  links: readonly LinkFacts[],
  ids: ReadonlyMap<LinkFacts, string>,
  idOf: (entry: Entry) => string,
  by: (person: LinkFacts['by']) => string,
): string {
  return [...new Set(links.map(({ link }) => link.type))]
    .map((type) => {
      const own = links.filter(({ link }) => link.type === type)
      const written = own.map((facts) => {
        const target = attribute('target', `#${idOf(facts.from)} #${idOf(facts.to)}`)
        return `<link${attribute('xml:id', ids.get(facts)!)}${attribute('n', facts.link.id)}${target}${by(facts.by)}/>\n`
      })
      return `<linkGrp type="${ncName(type)}" ana="#${categoryId('link', type)}">\n${written.join('')}</linkGrp>\n`
    })
    .join('')
}
