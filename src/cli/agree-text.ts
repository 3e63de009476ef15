import { DISAGREEMENTS } from '../core/agreement/disagreements'
import {
  cellInWords,
  disagreementNames,
  groupNames,
  whyNoInterval,
  whyUndefined,
} from '../core/agreement/in-words'
import { type Cell, type Survey, measureGroup } from '../core/agreement/survey-result'
import type { Codebook } from '../core/codebook/codebook'
import { plural, table } from './text'

/** A survey for people: every measure of all and by tag, the recommended ones by pair, and what the disagreements are. */
export function agreeText(survey: Survey, codebook: Codebook): string {
  const { annotators, documents, texts, tags, measures, split, seed, draws } = survey
  const people = new Map(annotators.map(({ id, name }) => [id, name]))
  const names = new Map(codebook.tags.map(({ id, name }) => [id, name]))
  const called = tags.map((tag) => names.get(tag) ?? tag)
  const read = annotators.map(
    ({ name, documents: own, marks }) =>
      `${name} (${plural(own, 'document', 'documents')}, ${plural(marks, 'annotation', 'annotations')})`,
  )
  const shown = measures.filter(({ recommended, all }) => recommended || 'undefined' in all.figure)
  return [
    `${plural(documents.length, 'document', 'documents')}, ${texts} read by two or more: ${read.join(', ')}`,
    ...measureGroup.options.flatMap((group) => {
      const own = measures.filter((measure) => measure.group === group)
      const tagged = own.some(({ byTag }) => byTag.length > 0)
      return own.length === 0
        ? []
        : [
            '',
            ...table([
              [groupNames[group], 'all', ...(tagged ? called : [])],
              ...own.map(({ id, all, byTag }) => [
                `  ${id}`,
                cellInWords(all),
                ...byTag.map(({ cell }) => cellInWords(cell)),
              ]),
            ]),
          ]
    }),
    ...(annotators.length < 3 || shown.length === 0
      ? []
      : [
          '',
          ...table([
            ['By pair', ...shown.map(({ id }) => id)],
            ...survey.pairs.map(({ first, second }, k) => [
              `  ${people.get(first) ?? first} – ${people.get(second) ?? second}`,
              ...shown.map(({ byPair }) => cellInWords(byPair[k]!.cell)),
            ]),
          ]),
        ]),
    '',
    ...table([
      ['Compared two by two', 'all', ...called],
      ...DISAGREEMENTS.map((kind) => [
        `  ${disagreementNames[kind]}`,
        String(split.all[kind]),
        ...split.byTag.map(({ counts }) => String(counts[kind])),
      ]),
    ]),
    '',
    ...reasons(survey),
    `Intervals: 95 %, by bootstrap over documents, ${draws} draws, seed ${seed}.`,
  ].join('\n')
}

/** Why a dash stands where it stands, and why there is no interval of all; each once. */
function reasons({ measures }: Survey): string[] {
  const sentences = new Set<string>()
  const look = ({ figure }: Cell): void => {
    if ('undefined' in figure) sentences.add(`–  ${figure.undefined}: ${whyUndefined[figure.undefined]}`)
  }
  for (const { all, byTag, byPair } of measures) {
    look(all)
    for (const { cell } of [...byTag, ...byPair]) look(cell)
    const why = 'undefined' in all.interval ? undefined : whyNoInterval(all.interval)
    if (why !== undefined) sentences.add(`No interval: ${why}`)
  }
  return [...sentences]
}
