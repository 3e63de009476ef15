import { expect, test } from 'vitest'
import { profileFolder } from './profile'

test('every workspace has a profile of its own, the same at each start', () => {
  expect(profileFolder('/config', '/a')).toBe(profileFolder('/config', '/a'))
  expect(profileFolder('/config', '/a')).not.toBe(profileFolder('/config', '/b'))
})
