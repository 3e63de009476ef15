import type { Interval } from '../../src/base/intervals'
import { nextQuotation, previousQuotation } from '../../src/core/document/quotations'
import { nextSentence, previousSentence } from '../../src/core/document/sentences'
import { nextFigure, previousFigure } from '../../src/core/insight/figures'
import type { OpenArticle } from './open-article'
import type { Session } from './session'
import { followCaret } from './tagging'

export type Landmark = 'sentence' | 'figure' | 'quotation' | 'untagged'

/** Moves the caret to the beginning of the next landmark of the text, or of the one before. */
export function jumpTo(session: Session, landmark: Landmark, step: 1 | -1): void {
  const { article, editor } = session
  if (!article || !editor) return
  const place = FIND[landmark](article, editor.selection.head, step)
  if (!place)
    return session.status.hint(`There is no ${NAMES[landmark]} ${step > 0 ? 'after' : 'before'} this`)
  // Behind the mark of a quotation, so that the next key is about its words.
  const caret = landmark === 'quotation' ? place.start + 1 : place.start
  editor.select({ anchor: caret, head: caret }, { reveal: true })
  followCaret(session, caret)
  const words = article.text.slice(place.start, place.end).replace(/\s+/g, ' ')
  session.status.say(words.length > 60 ? `${words.slice(0, 60)}…` : words)
}

const NAMES: Readonly<Record<Landmark, string>> = {
  sentence: 'sentence',
  figure: 'number',
  quotation: 'quotation',
  untagged: 'untagged sentence',
}

type Finder = (article: OpenArticle, caret: number, step: 1 | -1) => Interval | undefined

const FIND: Readonly<Record<Landmark, Finder>> = {
  sentence: ({ sentences }, caret, step) =>
    step > 0 ? nextSentence(sentences, caret) : previousSentence(sentences, caret),
  figure: ({ text }, caret, step) => (step > 0 ? nextFigure(text, caret) : previousFigure(text, caret)),
  quotation: ({ text }, caret, step) =>
    step > 0 ? nextQuotation(text, caret) : previousQuotation(text, caret),
  untagged: findUntagged,
}

/** A sentence that no annotation touches. */
function findUntagged({ sentences, places }: OpenArticle, caret: number, step: 1 | -1): Interval | undefined {
  const next = step > 0 ? nextSentence : previousSentence
  for (let found = next(sentences, caret); found; found = next(sentences, found.start))
    if (places.overlapping(found.start, found.end).length === 0) return found
  return undefined
}
