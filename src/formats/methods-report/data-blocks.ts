import type { Survey } from '../../core/agreement/survey-result'
import { countInWords, momentInWords } from '../sets/reports/report-words'
import { type Block, type Methods, type Names, heading, list, paragraph, table } from './methods'

/** Who annotated what, when, under which codebook, and what is supposed. */
export function dataBlocks({ survey, codebook, versions }: Methods, names: Names): Block[] {
  const { annotators, documents, pairs, tags, texts } = survey
  return [
    heading('Annotators and documents'),
    paragraph(
      `${countInWords(documents.length, 'document')}, of which two annotators or more have read ${texts}. Whoever has begun a ` +
        'set of annotations of a document counts as having read it.',
    ),
    table(
      'Annotators',
      ['Annotator', 'Documents', 'Annotations', 'Links', 'From', 'To'],
      annotators.map(({ name, documents: read, marks, links, first, last }) => [
        name,
        String(read),
        String(marks),
        String(links),
        first === undefined ? '–' : momentInWords(first),
        last === undefined ? '–' : momentInWords(last),
      ]),
    ),
    ...(annotators.length > 2
      ? [
          table(
            'Documents read by both',
            ['Annotators', 'Documents'],
            pairs.map((pair) => [names.pair(pair), String(pair.documents)]),
          ),
        ]
      : []),
    heading('Codebook'),
    paragraph(
      `${codebook.name}, version ${codebook.version}. ${madeUnder(versions)} The categories are ` +
        `${tags.map((tag) => names.tag(tag)).join(', ')}.`,
    ),
    ...supposed(survey, names),
  ]
}

function madeUnder(versions: readonly number[]): string {
  if (versions.length === 0) return 'No annotations were made.'
  return versions.length === 1
    ? `All annotations were made under version ${versions[0]}.`
    : `Annotations were made under the versions ${versions.join(', ')}.`
}

function supposed({ whatIf: { leaveOut, merge, ignoreShift } }: Survey, names: Names): Block[] {
  const items = [
    ...(leaveOut.length > 0 ? [`${leaveOut.map((id) => names.person(id)).join(', ')} left out`] : []),
    ...merge.map(({ tag, into }) => `${names.tag(tag)} counted as ${names.tag(into)}`),
    ...(ignoreShift > 0
      ? [
          `boundaries that differ by up to ${countInWords(ignoreShift, 'character')} taken for the same: annotations of the ` +
            'same thing with the same tag have the boundaries of the annotator who comes first',
        ]
      : []),
  ]
  return items.length === 0
    ? []
    : [
        heading('Supposed'),
        paragraph('The figures are not those of the annotations as they are, but with:'),
        list(items),
      ]
}
