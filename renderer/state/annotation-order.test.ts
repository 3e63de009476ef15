import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Annotation, compareAnnotations } from '../../src/core/annotation/annotation'
import { lengthOf } from '../../src/core/annotation/span'
import type { Change } from '../../src/core/change/change'
import { anyRanges } from '../../src/testing/annotated'
import { marked } from '../../src/testing/marked'
import { annotationOf, time } from '../../src/testing/records'
import { AnnotationOrder } from './annotation-order'

const text = 'the cat sat on the mat, and the dog sat beside it; '.repeat(90) // over several buckets of the index

/** What it should be, the slow way. */
class Model {
  readonly #annotations = new Map<string, Annotation>()

  get list(): Annotation[] {
    return [...this.#annotations.values()].toSorted(compareAnnotations)
  }

  do(change: Change): void {
    if (change.of !== 'annotation') return
    if (change.kind !== 'add')
      this.#annotations.delete(change.kind === 'remove' ? change.record.id : change.from.id)
    if (change.kind === 'remove') return
    const annotation = change.kind === 'add' ? change.record : change.to
    this.#annotations.set(annotation.id, annotation)
  }

  overlapping(start: number, end: number): Annotation[] {
    return this.list.filter(({ span }) => span.some((piece) => piece.start < end && start < piece.end))
  }

  at(offset: number): Annotation[] {
    return this.list.filter(({ span }) => span.some(({ start, end }) => start <= offset && offset <= end))
  }
}

const anyStep = fc.record({
  ranges: anyRanges(text),
  created: fc.nat({ max: 3 }),
  which: fc.nat(),
  kind: fc.constantFrom('add', 'add', 'replace', 'remove'),
})

test('it answers as a list that is searched from end to end does', () => {
  fc.assert(
    fc.property(
      fc.array(anyStep, { maxLength: 30 }),
      fc.array(fc.nat({ max: text.length })),
      (steps, offsets) => {
        const model = new Model()
        const order = new AnnotationOrder([])
        for (const [k, { ranges, created, which, kind }] of steps.entries()) {
          const known = model.list[which % Math.max(1, model.list.length)]
          const record = annotationOf(
            known && kind !== 'add' ? known.id : `ann-${k}`,
            'claim',
            text,
            ranges,
            {
              created: time(created),
            },
          )
          const change: Change =
            !known || kind === 'add'
              ? { of: 'annotation', kind: 'add', record: { ...record, id: `ann-${k}` } }
              : kind === 'replace'
                ? { of: 'annotation', kind: 'replace', from: known, to: record }
                : { of: 'annotation', kind: 'remove', record: known }
          model.do(change)
          order.update([change])
          expect(order.list).toEqual(model.list)
        }
        for (const annotation of order.list) expect(order.list[order.indexOf(annotation)]).toBe(annotation)
        for (const offset of offsets) {
          const near = order.overlapping(offset, offset + 40).toSorted(compareAnnotations)
          expect(near).toEqual(model.overlapping(offset, offset + 40))
          const here = order.at(offset)
          expect(here.toSorted(compareAnnotations)).toEqual(model.at(offset))
          expect(here.map(({ span }) => lengthOf(span))).toEqual(
            here.map(({ span }) => lengthOf(span)).toSorted((a, b) => a - b),
          )
        }
      },
    ),
  )
})

test('a change tells where it can be seen: where it was and where it is', () => {
  const { text: sentence, ranges } = marked('[the cat] sat on [the mat]')
  const before = annotationOf('a', 'claim', sentence, [ranges[0]!])
  const after = annotationOf('a', 'claim', sentence, [ranges[1]!])
  const order = new AnnotationOrder([before])
  const touched = order.update([{ of: 'annotation', kind: 'replace', from: before, to: after }])
  expect(touched.map(({ start, end }) => ({ start, end }))).toEqual(ranges)
  expect(order.at(ranges[0]!.start)).toEqual([])
})

test('what is not here is at no place', () => {
  const { text: sentence, range } = marked('the [cat]')
  expect(new AnnotationOrder([]).indexOf(annotationOf('a', 'claim', sentence, [range]))).toBe(-1)
})
