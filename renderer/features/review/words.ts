import type { Difference } from '../../../src/core/review/cases'
import type { Standing } from '../../../src/core/review/standing'
import type { Decision, SettlementRule } from '../../../src/core/review/verdict'

/** What people are told of differences, standings and verdicts. */
export const DIFFERENCES: Readonly<Record<Difference | 'link', string>> = {
  agreed: 'All agree',
  boundary: 'Boundary',
  tag: 'Tag',
  attributes: 'Attributes',
  missed: 'Missed by some',
  alone: 'One alone',
  link: 'Link',
}

export const STANDINGS: Readonly<Record<Standing, { readonly mark: string; readonly name: string }>> = {
  open: { mark: '○', name: 'to decide' },
  again: { mark: '↻', name: 'changed since it was decided' },
  discussed: { mark: '?', name: 'in discussion' },
  objected: { mark: '!', name: 'objected to' },
  settled: { mark: '✓', name: 'decided' },
}

export const DECIDED: Readonly<Record<Decision, string>> = {
  accept: 'Accepted',
  reject: 'Rejected',
  fix: 'Mended',
  discuss: 'To be discussed',
}

export const RULES: Readonly<Record<SettlementRule, string>> = {
  unanimous: 'all agree',
  majority: 'most agree',
  alone: 'yours alone',
}
