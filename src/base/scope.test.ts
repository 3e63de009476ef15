import { expect, test } from 'vitest'
import { Scope } from './scope'

test('a scope cleans up in reverse, once', () => {
  const scope = new Scope()
  const done: string[] = []
  for (const name of ['first', 'second', 'third']) scope.add(() => done.push(name))
  scope.close()
  scope.close()
  expect(done).toEqual(['third', 'second', 'first'])
})

test('a clean-up that throws does not keep the others from running, and is not hidden', () => {
  const scope = new Scope()
  const done: string[] = []
  const broken = new Error('broken')
  scope.add(() => done.push('first'))
  scope.add(() => {
    throw broken
  })
  scope.add(() => done.push('third'))
  expect(() => scope.close()).toThrow(expect.objectContaining({ errors: [broken] }))
  expect(done).toEqual(['third', 'first'])
})
