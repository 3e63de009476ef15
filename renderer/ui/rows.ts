import {
  type Range,
  Virtualizer,
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useReducer, useState } from 'react'
import { flushSync } from 'react-dom'

interface Options {
  readonly count: number
  readonly scroller: RefObject<HTMLElement | null>
  /** Height of a row that has not been measured yet, in CSS pixels. */
  readonly estimate: number
  readonly keyOf: (index: number) => string | number
  /** Rows that are drawn wherever the list is scrolled to; indexes below 0 are none. */
  readonly kept: readonly number[]
}

/** Above the first and below the last row, in CSS pixels. */
const EDGE = 4

type Rows = Virtualizer<HTMLElement, Element>

/** The rows of a list that can be seen, and a few around them: only these are drawn. Rows measure themselves. */
export function useRows({ count, scroller, estimate, keyOf, kept }: Options): Rows {
  const [, draw] = useReducer((drawn: number) => drawn + 1, 0)
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: keyOf,
    overscan: 8,
    paddingStart: EDGE,
    paddingEnd: EDGE,
    scrollPaddingStart: EDGE,
    scrollPaddingEnd: EDGE,
    rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), kept),
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    // While it is scrolled the rows must be there in the same frame.
    onChange: (_: Rows, scrolled: boolean) => (scrolled ? flushSync(draw) : draw()),
  }
  const [rows] = useState(() => new Virtualizer<HTMLElement, Element>(options))
  rows.setOptions(options)
  // The names by which every adapter of the library calls it, this one included.
  useLayoutEffect(() => rows['_didMount'](), [rows])
  useLayoutEffect(() => rows['_willUpdate']())
  return rows
}

const withKept = (indexes: number[], kept: readonly number[]): number[] =>
  [...new Set([...indexes, ...kept])].filter((index) => index >= 0).toSorted((a, b) => a - b)
