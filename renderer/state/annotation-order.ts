import { type Interval, IntervalIndex } from '../../src/base/intervals'
import { type Annotation, compareAnnotations } from '../../src/core/annotation/annotation'
import { lengthOf } from '../../src/core/annotation/span'
import type { Change, TextChange } from '../../src/core/change/change'
import { carryAnnotation } from '../../src/core/change/correct'

/**
 * The annotations of one article in reading order, and by place. A change costs a search and one move of the list;
 * nothing is sorted or indexed anew.
 */
export class AnnotationOrder {
  #list: readonly Annotation[] = []
  #index = new IntervalIndex<string>()
  #byId = new Map<string, Annotation>()

  constructor(annotations: Iterable<Annotation>) {
    this.reset(annotations)
  }

  /** In reading order; another array after each change. */
  get list(): readonly Annotation[] {
    return this.#list
  }

  reset(annotations: Iterable<Annotation>): void {
    this.#list = [...annotations].toSorted(compareAnnotations)
    this.#byId = new Map(this.#list.map((annotation) => [annotation.id, annotation]))
    this.#index = new IntervalIndex()
    for (const annotation of this.#list) this.#cover(annotation)
  }

  /** Follows changes that have been applied, and gives the ranges that look different now. */
  update(changes: readonly Change[]): Interval[] {
    const touched: Interval[] = []
    for (const change of changes) {
      if (change.of === 'text') touched.push(this.#carry(change))
      if (change.of !== 'annotation') continue
      if (change.kind !== 'add')
        touched.push(...this.#remove(change.kind === 'remove' ? change.record : change.from))
      if (change.kind !== 'remove')
        touched.push(...this.#add(change.kind === 'add' ? change.record : change.to))
    }
    return touched
  }

  /** The annotations with a piece that shares at least one unit with `start`–`end`, in no order. */
  overlapping(start: number, end: number): Annotation[] {
    return this.#index.overlapping(start, end).map((id) => this.#byId.get(id)!)
  }

  /** The annotations at a caret, the shortest first; one that ends at the caret counts as well. */
  at(offset: number): Annotation[] {
    return this.overlapping(Math.max(0, offset - 1), offset + 1)
      .filter(({ span }) => span.some(({ start, end }) => start <= offset && offset <= end))
      .toSorted((a, b) => lengthOf(a.span) - lengthOf(b.span) || compareAnnotations(a, b))
  }

  /** The place of an annotation in the list, or -1. */
  indexOf(annotation: Annotation): number {
    const at = this.#place(annotation)
    return this.#list[at]?.id === annotation.id ? at : -1
  }

  #add(annotation: Annotation): Interval[] {
    this.#list = this.#list.toSpliced(this.#place(annotation), 0, annotation)
    this.#byId.set(annotation.id, annotation)
    this.#cover(annotation)
    return annotation.span
  }

  #remove(annotation: Annotation): Interval[] {
    const at = this.indexOf(annotation)
    if (at >= 0) this.#list = this.#list.toSpliced(at, 1)
    this.#byId.delete(annotation.id)
    for (const piece of annotation.span) this.#index.remove(annotation.id, piece)
    return annotation.span
  }

  /** Follows a correction of the text; what holds the words that change has been removed before. */
  #carry(change: TextChange): Interval {
    this.reset(this.#list.map((annotation) => carryAnnotation(annotation, change) ?? annotation))
    return { start: change.start, end: change.start + change.to.words.length }
  }

  #cover(annotation: Annotation): void {
    for (const { start, end } of annotation.span) this.#index.add(annotation.id, { start, end })
  }

  /** Where `annotation` is or would be. */
  #place(annotation: Annotation): number {
    let low = 0
    let high = this.#list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareAnnotations(this.#list[middle]!, annotation) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
