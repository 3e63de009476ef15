import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sharedCache } from './places.mjs'

it('keeps downloads where the system keeps caches, unless that is no place', () => {
  expect(sharedCache({ XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'assay'))
  expect(sharedCache({ XDG_CACHE_HOME: 'caches' })).toBe(join(homedir(), '.cache/assay'))
  expect(sharedCache({})).toBe(join(homedir(), '.cache/assay'))
})
