import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Draft } from './draft'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function draft() {
  const saved: string[] = []
  return { saved, note: new Draft((annotation, words) => saved.push(`${annotation}: ${words}`)) }
}

test('it is saved after a pause, once', () => {
  const { note, saved } = draft()
  note.write('a', 'W')
  vi.advanceTimersByTime(1900)
  note.write('a', 'Who?')
  vi.advanceTimersByTime(1900)
  expect(saved).toEqual([])
  expect(note.wordsAt('a')).toBe('Who?')
  vi.advanceTimersByTime(200)
  note.flush()
  vi.advanceTimersByTime(5000)
  expect(saved).toEqual(['a: Who?'])
  expect(note.wordsAt('a')).toBeUndefined()
})

test('the note of one annotation is saved before that of another is begun', () => {
  const { note, saved } = draft()
  note.write('a', 'first')
  note.write('b', 'second')
  expect(saved).toEqual(['a: first'])
  note.flush()
  expect(saved).toEqual(['a: first', 'b: second'])
})

test('who watches is told of what is written and when it is saved', () => {
  const { note } = draft()
  const seen: (string | undefined)[] = []
  const stop = note.subscribe(() => seen.push(note.wordsAt('a')))
  note.write('a', 'x')
  note.flush()
  stop()
  note.write('a', 'y')
  expect(seen).toEqual(['x', undefined])
})

test('what is not ready waits for somebody to finish it, and is given up only by a flush', () => {
  const saved: string[] = []
  const number = new Draft(
    (place, words) => void saved.push(`${place}: ${words}`),
    (_, words) => words !== '3.',
  )
  number.write('value', '3.')
  vi.advanceTimersByTime(5000)
  expect(number.settle()).toBe(false)
  expect([number.wordsAt('value'), saved]).toEqual(['3.', []])
  number.write('value', '3.2')
  vi.advanceTimersByTime(2000)
  expect(saved).toEqual(['value: 3.2'])
  number.write('value', '3.')
  number.flush()
  expect(saved).toEqual(['value: 3.2', 'value: 3.'])
})
