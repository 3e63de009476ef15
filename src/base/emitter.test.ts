import { expect, test } from 'vitest'
import { Emitter } from './emitter'

function heardBy(emitter: Emitter<number>) {
  const values: number[] = []
  const undo = emitter.subscribe((value) => values.push(value))
  return { values, undo }
}

test('every listener hears every value in order, until it is undone', () => {
  const emitter = new Emitter<number>()
  const one = heardBy(emitter)
  const other = heardBy(emitter)
  emitter.emit(1)
  one.undo()
  one.undo()
  emitter.emit(2)
  expect([one.values, other.values]).toEqual([[1], [1, 2]])
  other.undo()
  expect(emitter.size).toBe(0)
})

test('a function that subscribes twice is two listeners', () => {
  const emitter = new Emitter<number>()
  const values: number[] = []
  const listen = (value: number): void => void values.push(value)
  const undo = emitter.subscribe(listen)
  emitter.subscribe(listen)
  emitter.emit(1)
  undo()
  emitter.emit(2)
  expect(values).toEqual([1, 1, 2])
})

test('a listener that throws does not keep the others from hearing, and is not hidden', () => {
  const emitter = new Emitter<number>()
  const broken = new Error('broken')
  emitter.subscribe(() => {
    throw broken
  })
  const later = heardBy(emitter)
  expect(() => emitter.emit(1)).toThrow(expect.objectContaining({ errors: [broken] }))
  expect(later.values).toEqual([1])
})

test('a listener that another one undoes hears nothing any more, not even the value under way', () => {
  const emitter = new Emitter<number>()
  emitter.subscribe(() => later.undo())
  const later = heardBy(emitter)
  emitter.emit(1)
  expect(later.values).toEqual([])
})

test('a listener that comes during an announcement hears the next one first', () => {
  const emitter = new Emitter<number>()
  const late: number[] = []
  const undo = emitter.subscribe(() => {
    undo()
    emitter.subscribe((value) => late.push(value))
  })
  emitter.emit(1)
  emitter.emit(2)
  expect(late).toEqual([2])
})
