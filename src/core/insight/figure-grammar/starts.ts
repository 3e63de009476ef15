import { COMPARATOR_STARTS } from './comparators'
import { CURRENCY_STARTS } from './money'
import { MONTH_STARTS } from './months'
import { NUMBER_STARTS } from './numerals'
import { ORDINAL_STARTS } from './ordinals'
import { QUANTITY_STARTS } from './quantity'
import type { Token } from './tokens'

const STARTS = new Set([
  ...NUMBER_STARTS,
  ...QUANTITY_STARTS,
  ...ORDINAL_STARTS,
  ...COMPARATOR_STARTS,
  ...CURRENCY_STARTS,
  ...MONTH_STARTS,
  'between',
  'minus',
  '-',
  '−',
  '+',
])

/** Whether a figure may begin with a token. Of nearly every word of a text the grammar need not be asked. */
export const mayStart = (token: Token): boolean => token.kind === 'number' || STARTS.has(token.lower)
