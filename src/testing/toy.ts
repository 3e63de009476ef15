import type { AnnotatedDocument, Exported } from '../formats/sets/codec'
import { newsCodebook } from '../core/codebook/news'
import { marked } from './marked'
import { ada, annotationOf, articleOf, linkOf, setBy, time } from './records'

// An emoji comes first, so that a format that counts in the wrong unit is found out at once; the claim is in two pieces.
const claim = marked('📉 [Crime], police said, [fell 12% in May].')
const source = marked('📉 Crime, [police] said, fell 12% in May.')
const figure = marked('📉 Crime, police said, fell [12%] in May.')

/** The text that the documentation of exchange formats argues with, tagged and linked. */
export const toy: AnnotatedDocument = {
  article: articleOf('doc-crime', claim.text, 'Crime'),
  records: {
    sets: [setBy(ada)],
    annotations: [
      annotationOf('ann-claim', 'claim', claim.text, claim.ranges, { note: 'may be seasonal' }),
      annotationOf('ann-source', 'source', source.text, source.ranges),
      annotationOf('ann-figure', 'figure', figure.text, figure.ranges, {
        attributes: { unit: '%', value: 12 },
      }),
    ],
    links: [
      linkOf('link-1', 'attributed-to', 'ann-claim', 'ann-source'),
      linkOf('link-2', 'quantified-by', 'ann-claim', 'ann-figure'),
    ],
    comments: [],
    verdicts: [],
    answers: [],
  },
}

export const exportedOf = (...documents: AnnotatedDocument[]): Exported => ({
  documents,
  codebook: newsCodebook,
  at: time(60),
  version: '1.2.3',
})
