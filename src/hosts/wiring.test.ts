import { expect, test } from 'vitest'
import { ownWorkspace } from './wiring'

const own = (platform: NodeJS.Platform, env = {}) => ownWorkspace(platform, env, '/home/ada')

test('the own workspace is where each system keeps data', () => {
  expect(own('linux')).toBe('/home/ada/.local/share/assay/workspace')
  expect(own('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/assay/workspace')
  expect(own('linux', { XDG_DATA_HOME: 'relative' })).toBe('/home/ada/.local/share/assay/workspace')
  expect(own('darwin')).toBe('/home/ada/Library/Application Support/Assay/workspace')
  expect(own('win32', { APPDATA: '/roaming' })).toBe('/roaming/Assay/workspace')
})
