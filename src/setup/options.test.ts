import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseStart, parseTest } from './options.mjs'

const folder = resolve('/desk')
const start = (...args: string[]) => parseStart(args, folder)

describe('options of npm start', () => {
  it('has a choice for everything that is not named', () => {
    expect(start().options).toEqual({
      host: null,
      workspace: null,
      port: null,
      open: true,
      files: [],
      help: false,
    })
  })

  it('makes paths absolute against the folder typed in', () => {
    const { options } = start(
      '--browser',
      '--workspace',
      'ours',
      '--port=8080',
      '--no-open',
      'a.txt',
      '../b.html',
    )
    expect(options).toEqual({
      host: 'browser',
      workspace: resolve(folder, 'ours'),
      port: 8080,
      open: false,
      files: [resolve(folder, 'a.txt'), resolve(folder, '../b.html')],
      help: false,
    })
  })

  it('takes what follows -- as files', () => {
    expect(start('--', '--odd name').options?.files).toEqual([resolve(folder, '--odd name')])
  })

  it.each([
    [['--colour'], 'Unknown option'],
    [['--electron', '--browser'], 'exclude each other'],
    [['--port', 'http'], 'whole number'],
    [['--port', '65536'], 'whole number'],
    [['--workspace'], '--workspace'],
    [['--workspace', ''], '--workspace needs a folder'],
    [['--no-open=yes'], '--no-open'],
  ])('refuses %j with a short sentence', (args, sentence) => {
    const { options, wrong } = start(...args)
    expect(options).toBeUndefined()
    expect(wrong).toContain(sentence)
    expect(wrong).not.toContain('\n')
  })
})

describe('options of npm test', () => {
  it('runs every step, or those named, in their own order', () => {
    expect([...(parseTest([]).only ?? [])]).toEqual(['types', 'lint', 'format', 'unit', 'e2e'])
    expect([...(parseTest(['--only', 'unit']).only ?? [])]).toEqual(['unit'])
    expect([...(parseTest(['--only=e2e,types', '--only', 'unit']).only ?? [])]).toEqual([
      'types',
      'unit',
      'e2e',
    ])
  })

  it.each([[['--only', 'units']], [['unit']], [['--only', '']], [['--fast']]])('refuses %j', (args) => {
    const { only, wrong } = parseTest(args)
    expect(only).toBeUndefined()
    expect(wrong).toBeTruthy()
  })
})
