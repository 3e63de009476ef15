import * as fc from 'fast-check'
import type { Interval } from '../base/intervals'
import type { Annotation } from '../core/annotation/annotation'
import type { Link } from '../core/annotation/link'
import type { Records } from '../core/change/state'
import { newsCodebook } from '../core/codebook/news'
import { decision } from '../core/review/verdict'
import type { AnnotatedDocument } from '../formats/sets/codec'
import { ada, annotationOf, articleOf, ben, linkOf, setBy, time } from './records'
import { anyWords } from './texts'

/** Ranges of one span: in order, not touching, and cutting no character that takes two units. */
export const anyRanges = (text: string, mostPieces = 3): fc.Arbitrary<Interval[]> => {
  const places = boundariesOf(text)
  return fc
    .uniqueArray(fc.nat({ max: places.length - 1 }), { minLength: 2, maxLength: mostPieces * 2 })
    .map((picked) => picked.toSorted((a, b) => a - b).map((k) => places[k]!))
    .map((ends) => rangesBetween(ends))
}

/** Offsets at which a character begins or ends. */
function boundariesOf(text: string): number[] {
  const places = [0]
  for (const character of text) places.push(places.at(-1)! + character.length)
  return places
}

function rangesBetween(ends: readonly number[]): Interval[] {
  const ranges: Interval[] = []
  for (let k = 0; k + 1 < ends.length; k += 2) ranges.push({ start: ends[k]!, end: ends[k + 1]! })
  return ranges
}

const anyNote = fc.oneof(
  fc.constant(''),
  anyWords,
  fc.constantFrom('=SUM(A1)', "'=x", '-5 %', 'a,b;"c"\r\nd'),
)
const anyAttributes = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean()),
  { maxKeys: 3 },
)

const anyAnnotation = (text: string, id: string): fc.Arbitrary<Annotation> =>
  fc
    .record({
      ranges: anyRanges(text),
      tag: fc.constantFrom(...newsCodebook.tags),
      by: fc.constantFrom(ada, ben),
      note: anyNote,
      attributes: anyAttributes,
      created: fc.nat({ max: 59 }).map(time),
    })
    .map(({ ranges, tag, by, note, attributes, created }) =>
      annotationOf(id, tag.id, text, ranges, { set: setBy(by).id, note, attributes, created }),
    )

const anyLinks = (annotations: readonly Annotation[]): fc.Arbitrary<Link[]> => {
  if (annotations.length < 2) return fc.constant([])
  const ends = fc.shuffledSubarray(
    annotations.map(({ id }) => id),
    { minLength: 2, maxLength: 2 },
  )
  return fc
    .array(fc.tuple(ends, fc.constantFrom(...newsCodebook.links), anyNote), { maxLength: 4 })
    .map((list) =>
      list.map(([[from, to], type, note], k) => linkOf(`link-${k}`, type.id, from!, to!, { note })),
    )
}

/** Verdicts on some of these, some of them answered. */
const anyVerdicts = (
  judged: readonly (Annotation | Link)[],
): fc.Arbitrary<Pick<Records, 'verdicts' | 'answers'>> =>
  fc
    .tuple(fc.subarray([...judged]), anyNote, fc.constantFrom(...decision.options), fc.boolean())
    .map(([some, words, decided, answered]) => {
      const at = { created: time(30), modified: time(30) }
      const verdicts = some.map((record, k) => ({
        id: `verdict-${k}`,
        judged: record,
        by: ben,
        decision: decided,
        reason: words,
        ...at,
      }))
      const answers = verdicts.map(({ id }, k) => ({
        id: `answer-${k}`,
        on: id,
        by: ada,
        kind: k % 2 === 0 ? ('adopt' as const) : ('object' as const),
        words,
        ...at,
      }))
      return { verdicts, answers: answered ? answers : [] }
    })

/** Everybody's annotations of a text, as they may lie in a store. */
export const anyRecords = (text: string): fc.Arbitrary<Records> =>
  fc
    .nat({ max: 6 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, k) => anyAnnotation(text, `ann-${k}`))))
    .chain((annotations) =>
      anyLinks(annotations).chain((links) =>
        anyVerdicts([...annotations, ...links]).map((reviewed) => ({
          sets: [setBy(ada), setBy(ben)],
          annotations,
          links,
          comments: [],
          ...reviewed,
        })),
      ),
    )

/** An article with everybody's annotations. */
export const anyDocument = (id: string): fc.Arbitrary<AnnotatedDocument> =>
  anyWords.chain((text) => anyRecords(text).map((records) => ({ article: articleOf(id, text), records })))
