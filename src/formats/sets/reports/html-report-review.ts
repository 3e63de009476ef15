import { escapeXml } from './escape'
import { type Column, htmlTable, linkTo, said } from './html-report-tables'
import type { Naming } from './html-report-text'
import type { Entry } from './report-entry'
import { type LinkFacts, linkInWords } from './report-facts'
import {
  type VerdictFacts,
  answersInWords,
  decisionInWords,
  lackInWords,
  reasonsInWords,
} from './report-review'
import { momentInWords } from './report-words'

/** Where each annotation that was settled comes from, and what else was decided; nothing when nothing was. */
export function htmlReview(verdicts: readonly VerdictFacts[], naming: Naming): string {
  if (verdicts.length === 0) return ''
  const short = (one: Entry | LinkFacts | undefined): string =>
    one === undefined ? '' : 'label' in one ? linkTo(one, naming) : said(linkInWords(one))
  const columns: Column<VerdictFacts>[] = [
    { name: 'Settled', cell: (facts) => short(facts.result) || lackInWords(facts) },
    { name: 'Verdict', cell: (facts) => decisionInWords(facts) },
    { name: 'On', cell: ({ now }) => short(now) },
    { name: 'As it was', kind: 'words', cell: ({ judged }) => said(judged) },
    { name: 'Annotator', cell: ({ whose }) => said(whose.name) },
    { name: 'By', cell: ({ verdict }) => said(verdict.by.name) },
    { name: 'When', cell: ({ verdict: { created } }) => whenOf(created) },
    { name: 'Why', kind: 'note', cell: (facts) => said(reasonsInWords(facts)) },
    ...(verdicts.some(({ answers }) => answers.length > 0)
      ? [
          {
            name: 'Answer',
            kind: 'note' as const,
            cell: (facts: VerdictFacts) => said(answersInWords(facts)),
          },
        ]
      : []),
  ]
  return htmlTable('Review', columns, verdicts, String(verdicts.length))
}

const whenOf = (created: string): string =>
  `<time datetime="${escapeXml(created)}">${escapeXml(momentInWords(created))}</time>`
