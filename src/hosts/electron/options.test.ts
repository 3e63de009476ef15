import { expect, test } from 'vitest'
import { parseWindowOptions } from './options'

const unpackaged = (...args: string[]) =>
  parseWindowOptions({ argv: ['/dist/electron', ...args], packaged: false, folder: '/home/ada' })
const packaged = (...args: string[]) =>
  parseWindowOptions({ argv: ['/opt/Assay/assay', ...args], packaged: true, folder: '/home/ada' })

const asked = { workspace: '/w', files: ['/home/ada/a.txt', '/b.md'] }

test('as npm start runs it', () => {
  expect(unpackaged('.', '--workspace', '/w', 'a.txt', '/b.md')).toEqual(asked)
  expect(unpackaged('--no-sandbox', '.', '--workspace', '/w', 'a.txt', '/b.md')).toEqual(asked)
})

test('with a debugger’s and Chromium’s switches anywhere', () => {
  const switches = ['--inspect=0', '--remote-debugging-port=0']
  expect(unpackaged(...switches, '--no-sandbox', '.', '--workspace=/w', 'a.txt', '-x', '/b.md')).toEqual(
    asked,
  )
  expect(unpackaged('.', 'a.txt', '--workspace', '/w', '/b.md', ...switches)).toEqual(asked)
})

test('packaged, where the first word is a file already', () => {
  expect(packaged('--workspace', '/w', 'a.txt', '/b.md')).toEqual(asked)
  expect(packaged('a.txt', '/b.md', '--no-sandbox', '--workspace=/w')).toEqual(asked)
})

test('with nothing, or half of something', () => {
  const nothing = { workspace: undefined, files: [] }
  expect(unpackaged()).toEqual(nothing)
  expect(unpackaged('.')).toEqual(nothing)
  expect(packaged()).toEqual(nothing)
  expect(packaged('--workspace')).toEqual(nothing)
  expect(packaged('--workspace=')).toEqual(nothing)
})

test('a relative workspace is in the folder where it was typed, and -- ends the switches', () => {
  expect(packaged('--workspace', 'w', '--', '--odd.txt')).toEqual({
    workspace: '/home/ada/w',
    files: ['/home/ada/--odd.txt'],
  })
})
