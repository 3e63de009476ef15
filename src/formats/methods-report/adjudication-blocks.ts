import { countInWords } from '../sets/reports/report-words'
import { type Adjudication, type Block, heading, list, paragraph, table } from './methods'

/** By which rules and by whom it was decided what holds. */
export function adjudicationBlocks({ byRule, byHand }: Adjudication): Block[] {
  const rules = [
    { count: byRule.unanimous, words: 'because all who were compared said the same' },
    { count: byRule.majority, words: 'because more than half of those who were compared said so' },
    { count: byRule.alone, words: 'because one annotator’s word held for what they alone had marked' },
  ].filter(({ count }) => count > 0)
  if (rules.length === 0 && byHand.length === 0)
    return [heading('Adjudication'), paragraph('Nothing has been decided about these annotations yet.')]
  return [
    heading('Adjudication'),
    paragraph(
      'Verdicts are counted for each annotation and each link of an annotator, the earlier ones among them.',
    ),
    ...(rules.length === 0
      ? []
      : [list(rules.map(({ count, words }) => `${countInWords(count, 'verdict')} by rule, ${words}`))]),
    ...(byHand.length === 0
      ? []
      : [
          table(
            'Decided one by one',
            ['By', 'Accepted', 'Rejected', 'Mended', 'To be discussed'],
            byHand.map(({ name, decisions: { accept, reject, fix, discuss } }) => [
              name,
              ...[accept, reject, fix, discuss].map(String),
            ]),
          ),
        ]),
  ]
}
