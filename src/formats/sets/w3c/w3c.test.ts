import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { anyDocument } from '../../../testing/annotated'
import { ada, articleOf, linkOf, setBy } from '../../../testing/records'
import { exportedOf, toy } from '../../../testing/toy'
import type { Exported } from '../codec'
import { inOrder } from '../order'
import { w3c } from './w3c'

const written = (exported: Exported): unknown => JSON.parse(new TextDecoder().decode(w3c.write(exported)))

const target = z.strictObject({
  source: z.string(),
  selector: z.tuple([
    z.strictObject({
      type: z.literal('TextQuoteSelector'),
      exact: z.string(),
      prefix: z.string(),
      suffix: z.string(),
    }),
    z.strictObject({ type: z.literal('TextPositionSelector'), start: z.number(), end: z.number() }),
  ]),
})
const textual = z.strictObject({
  type: z.literal('TextualBody'),
  purpose: z.enum(['tagging', 'commenting', 'classifying']),
  format: z.literal('text/plain').optional(),
  value: z.string(),
})
const head = {
  id: z.string(),
  type: z.literal('Annotation'),
  creator: z.strictObject({ id: z.string(), type: z.literal('Person'), name: z.string() }),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
}
const tagging = z.strictObject({
  ...head,
  motivation: z.literal('tagging'),
  body: z.array(
    z.union([
      textual,
      z.strictObject({
        type: z.literal('SpecificResource'),
        purpose: z.literal('classifying'),
        source: z.string(),
      }),
    ]),
  ),
  target: z.union([target, z.array(target).min(2)]),
})
const linking = z.strictObject({
  ...head,
  motivation: z.literal('linking'),
  body: z.array(z.union([textual, z.strictObject({ id: z.string() })])),
  target: z.string(),
})

/** What we write of the model; strict, so that no term slips in that the context does not know. */
const collection = z.strictObject({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: z.string(),
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  created: z.iso.datetime(),
  generator: z.strictObject({ id: z.string(), type: z.literal('Software'), name: z.string() }),
  total: z.number(),
  first: z.strictObject({
    id: z.string(),
    type: z.literal('AnnotationPage'),
    startIndex: z.literal(0),
    items: z.array(z.union([tagging, linking])),
  }),
})

const targetsOf = (item: z.infer<typeof tagging>) => [item.target].flat()

test('the toy text is written as the Recommendation says', () => {
  const { first, ...rest } = collection.parse(written(exportedOf(toy)))
  expect(rest).toEqual({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:assay:collection:2026-01-05T09%3A01%3A00.000Z:doc-crime',
    type: 'AnnotationCollection',
    label: 'Crime',
    created: '2026-01-05T09:01:00.000Z',
    generator: { id: 'urn:assay:version:1.2.3', type: 'Software', name: 'Assay 1.2.3' },
    total: 5,
  })
  const [claim, source, , link] = first.items
  expect(claim).toMatchObject({
    id: 'urn:assay:annotation:ann-claim',
    motivation: 'tagging',
    creator: { id: 'urn:assay:person:person-ada', type: 'Person', name: 'Ada' },
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: 'Claim' },
      { type: 'SpecificResource', purpose: 'classifying', source: 'urn:assay:tag:assay-news:claim' },
      { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: 'may be seasonal' },
    ],
  })
  expect(source).toMatchObject({
    target: {
      source: 'urn:assay:document:doc-crime',
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: 'police',
          prefix: '📉 Crime, ',
          suffix: ' said, fell 12% in May.',
        },
        { type: 'TextPositionSelector', start: 9, end: 15 },
      ],
    },
  })
  expect(link).toMatchObject({
    motivation: 'linking',
    body: [
      { id: 'urn:assay:annotation:ann-source' },
      { type: 'TextualBody', purpose: 'classifying', value: 'attributed to' },
    ],
    target: 'urn:assay:annotation:ann-claim',
  })
})

test('places are counted in code points, one target a piece', () => {
  const { first } = collection.parse(written(exportedOf(toy)))
  const places = first.items.flatMap((item) =>
    item.motivation === 'tagging'
      ? [targetsOf(item).map(({ selector: [, { start, end }] }) => [start, end])]
      : [],
  )
  expect(places).toEqual([
    [
      [2, 7],
      [22, 37],
    ],
    [[9, 15]],
    [[27, 30]],
  ])
})

test('what is written names the same characters when it is read, and every record once', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), (document) => {
      const { total, first } = collection.parse(written(exportedOf(document)))
      const characters = Array.from(document.article.text)
      const { annotations, links } = inOrder(document.records)
      expect([total, first.items.length]).toEqual([annotations.length + links.length, total])
      expect(new Set(first.items.map(({ id }) => id)).size).toBe(total)
      const spans = first.items.flatMap((item) => (item.motivation === 'tagging' ? [targetsOf(item)] : []))
      expect(
        spans.map((targets) =>
          targets.map(({ selector: [quote, { start, end }] }) => {
            const slice = characters.slice(start, end).join('')
            expect(slice).toBe(quote.exact)
            const before = characters.slice(0, start).join('').length
            return {
              start: before,
              end: before + slice.length,
              exact: quote.exact,
              prefix: quote.prefix,
              suffix: quote.suffix,
            }
          }),
        ),
      ).toEqual(annotations.map(({ span }) => span))
    }),
  )
})

test('ids from outside become valid names', () => {
  const records = {
    sets: [setBy(ada)],
    annotations: [],
    links: [linkOf('Zitat 3/ü', 'same-as', 'a b', 'c:d')],
    comments: [],
    verdicts: [],
    answers: [],
  }
  const { first } = collection.parse(written(exportedOf({ article: articleOf('d', 'words'), records })))
  expect(first.items[0]).toMatchObject({
    id: 'urn:assay:annotation:Zitat%203%2F%C3%BC',
    body: [{ id: 'urn:assay:annotation:c%3Ad' }, { value: 'same as' }],
    target: 'urn:assay:annotation:a%20b',
  })
})
