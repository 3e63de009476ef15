import { expect, test } from 'vitest'
import { expectOk, ok, refuse } from './outcome'

test('an outcome is a value or a refusal with a code and a sentence', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 })
  expect(refuse('missing', 'It is gone.')).toEqual({
    ok: false,
    refusal: { code: 'missing', message: 'It is gone.' },
  })
})

test('what must not be refused throws with the sentence when it is', () => {
  expect(expectOk(ok('here'))).toBe('here')
  expect(() => expectOk(refuse('storage', 'The disk is full.'))).toThrow('storage: The disk is full.')
})
