import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { windowEnv } from './electron.mjs'
import { browserCommand, electronCommand, statusOf } from './launch.mjs'
import { parseStart } from './options.mjs'

const options = (...args: string[]) => parseStart(args, '/').options!
const [ours, article] = [resolve('/ours'), resolve('/article.txt')]

describe('what is started', () => {
  it('is Electron on the checkout, unsandboxed only where it must be', () => {
    const given = options('--workspace', 'ours', 'article.txt')
    expect(electronCommand('/electron', given, false).args).toEqual(['.', '--workspace', ours, article])
    expect(electronCommand('/electron', given, true).args[0]).toBe('--no-sandbox')
  })

  it('is the browser host with what was asked for', () => {
    const [script, ...rest] = browserCommand(
      options('--workspace', 'ours', '--port', '0', '--no-open', 'article.txt'),
    ).args
    expect(script).toBe('out/main/browser.js')
    expect(rest).toEqual(['--workspace', ours, '--port', '0', '--no-open', article])
    expect(browserCommand(options()).args).toEqual(['out/main/browser.js'])
  })

  it('is a window even from a terminal inside another Electron app', () => {
    expect(windowEnv({ ELECTRON_RUN_AS_NODE: '1', HOME: '/h' })).toEqual({ HOME: '/h' })
  })
})

describe('the status of npm start', () => {
  it('is that of the host, and 0 when Ctrl-C closed it', () => {
    expect(statusOf({ code: 7, told: null, output: '' })).toBe(7)
    expect(statusOf({ code: 7, told: 'SIGINT', output: '' })).toBe(7)
    expect(statusOf({ code: 130, told: 'SIGINT', output: '' })).toBe(0)
    expect(statusOf({ code: 143, told: 'SIGTERM', output: '' })).toBe(143)
  })
})
