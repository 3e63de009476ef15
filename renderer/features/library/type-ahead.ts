import { useRef } from 'react'

const PAUSE = 700 // ms, after which a letter begins a new word

type TypeAhead = (
  letter: string,
  from: number,
  count: number,
  titleAt: (index: number) => string,
) => number | undefined

/** Finds the next title that begins with what has been typed; the same letter again goes on to the one after. */
export function useTypeAhead(): TypeAhead {
  const typed = useRef({ words: '', at: 0 })
  return (letter, from, count, titleAt) => {
    const now = performance.now()
    const { words, at } = typed.current
    const next = now - at < PAUSE ? words + letter.toLowerCase() : letter.toLowerCase()
    typed.current = { words: next, at: now }
    const repeated = next === next[0]!.repeat(next.length)
    const wanted = repeated ? next[0]! : next
    for (let step = repeated ? 1 : 0; step <= count; step++) {
      const index = (from + step) % count
      if (titleAt(index).toLowerCase().startsWith(wanted)) return index
    }
    return undefined
  }
}
