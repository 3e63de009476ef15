import { expect, it } from 'vitest'
import { inForeground } from './signals.mjs'

it('knows the foreground group, whatever the process is called', () => {
  expect(inForeground('812 (node) S 800 812 800 34816 812 4194304')).toBe(true)
  expect(inForeground('812 (a) 1 (b) S 800 812 800 34816 800 4194304')).toBe(false)
  expect(inForeground('812 (node) S 800 812 800 0 -1 4194304')).toBe(false)
})
