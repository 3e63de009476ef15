import { expect, it } from 'vitest'
import { satisfies } from './node-version.mjs'

it.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['24.0.0', true],
  ['20.9.0', false],
  ['18.20.4', false],
])('Node %s against >=20.19: %s', (version, enough) => {
  expect(satisfies(version, '>=20.19')).toBe(enough)
})
