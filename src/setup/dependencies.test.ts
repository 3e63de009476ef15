import { describe, expect, it } from 'vitest'
import { holds } from './dependencies.mjs'

type Packages = Record<string, { version: string; integrity?: string; optional?: boolean }>
const lock = (packages: Packages) => JSON.stringify({ lockfileVersion: 3, packages })
const wanted = lock({
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'x' },
  'node_modules/only-mac': { version: '2.0.0', integrity: 'y', optional: true },
})

describe('what npm says it installed', () => {
  it('agrees without this package and without what other systems need', () => {
    expect(holds(lock({ 'node_modules/a': { version: '1.0.0', integrity: 'x' } }), wanted)).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['an older version', lock({ 'node_modules/a': { version: '0.9.0', integrity: 'x' } })],
    ['other bytes', lock({ 'node_modules/a': { version: '1.0.0', integrity: 'z' } })],
    ['a package missing', lock({})],
    [
      'an optional package at another version',
      lock({
        'node_modules/a': { version: '1.0.0', integrity: 'x' },
        'node_modules/only-mac': { version: '1.9.0', integrity: 'w' },
      }),
    ],
  ])('does not agree with %s', (_, installed) => {
    expect(holds(installed, wanted)).toBe(false)
  })
})
