import { DISAGREEMENTS } from '../../core/agreement/disagreements'
import { disagreementNames } from '../../core/agreement/in-words'
import type { Survey } from '../../core/agreement/survey-result'
import { type Block, type Names, heading, paragraph, table } from './methods'

/** What stands behind the figures: of what kinds the disagreements are, which tags are confused, how far bounds are off. */
export const differenceBlocks = (survey: Survey, names: Names): Block[] => [
  heading('Disagreements'),
  paragraph(
    'Annotations of every two annotators are matched one to one: with the same tag when they share a character, with ' +
      'different tags when they have at least half in common. The first of two annotators is the one who comes first in ' +
      'the table of annotators. A case that involves two tags is in both columns. Links count where both annotated both ends.',
  ),
  ...splitTables(survey, names),
  ...confusionTable(survey, names),
  ...shiftTable(survey, names),
]

function splitTables({ split, tags, annotators }: Survey, names: Names): Block[] {
  return [
    table(
      'Kinds of disagreement',
      ['Kind', 'All', ...tags.map((tag) => names.tag(tag))],
      DISAGREEMENTS.map((kind) => [
        disagreementNames[kind],
        String(split.all[kind]),
        ...split.byTag.map(({ counts }) => String(counts[kind])),
      ]),
    ),
    ...(annotators.length < 3
      ? []
      : [
          table(
            'Kinds of disagreement by pair',
            ['Annotators', ...DISAGREEMENTS.map((kind) => disagreementNames[kind])],
            split.byPair.map((pair) => [
              names.pair(pair),
              ...DISAGREEMENTS.map((kind) => String(pair.counts[kind])),
            ]),
          ),
        ]),
  ]
}

/** Of every two annotators, whoever said which, so that one half of the table says it all. */
function confusionTable({ confusion, tags }: Survey, names: Names): Block[] {
  const said = [...tags, null]
  const count = (one: string | null, other: string | null): number =>
    confusion.all.find(({ first, second }) => first === one && second === other)?.count ?? 0
  return [
    table(
      'What one tagged so, the other tagged …',
      ['Tag', ...said.map((tag) => names.tag(tag))],
      tags.map((tag, k) => [
        names.tag(tag),
        ...said.map((other, n) => String(n < k ? count(other, tag) : count(tag, other))),
      ]),
    ),
  ]
}

const row = (name: string, { pairs, start, end }: Survey['shifts']['all']): string[] => [
  name,
  String(pairs),
  start === undefined ? '–' : start.toFixed(1),
  end === undefined ? '–' : end.toFixed(1),
]

function shiftTable({ shifts }: Survey, names: Names): Block[] {
  return [
    table(
      'Mean distance of boundaries, in characters (UTF-16 units)',
      ['Tag', 'Matched with the same tag', 'At the start', 'At the end'],
      [row('All', shifts.all), ...shifts.byTag.map(({ tag, shift }) => row(names.tag(tag), shift))],
    ),
  ]
}
