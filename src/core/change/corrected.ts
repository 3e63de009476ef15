import { equal } from '../../base/equal'
import type { Article } from '../document/article'
import type { LineStyle } from '../document/blocks'
import type { DocumentState } from './state'

/** The text and the lines as they are now, when they are not those that were imported. */
export const correctedIn = (
  article: Pick<Article, 'text' | 'lines'>,
  { text, lines }: Pick<DocumentState, 'text' | 'lines'>,
): { readonly text: string; readonly lines: LineStyle[] } | undefined =>
  text === article.text && equal(lines, article.lines) ? undefined : { text, lines: [...lines] }
