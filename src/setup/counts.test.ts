import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from './counts.mjs'

type Result = readonly [name: string, status: string]
const file = (status: string, tests: readonly Result[], message = '') => ({
  name: 'a.test.ts',
  status,
  message,
  assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
})
const vitest = (...testResults: ReturnType<typeof file>[]) => JSON.stringify({ testResults })

describe("counting vitest's report", () => {
  it('counts each test once', () => {
    const report = vitest(
      file('failed', [
        ['a', 'passed'],
        ['b', 'failed'],
      ]),
      file('passed', [['c', 'passed']]),
    )
    expect(countVitest(report, 1)).toEqual({ passed: 2, failed: 1, notes: [] })
  })

  it('counts what was skipped or left open as failed, by name', () => {
    const tally = countVitest(
      vitest(
        file('passed', [
          ['a', 'passed'],
          ['b', 'skipped'],
          ['c', 'todo'],
        ]),
      ),
      0,
    )
    expect(tally).toMatchObject({ passed: 1, failed: 2 })
    expect(tally.notes).toEqual(['counted as failed, skipped: b', 'counted as failed, todo: c'])
  })

  it('counts a file that could not be loaded', () => {
    const tally = countVitest(
      vitest(file('failed', [], 'no such module'), file('passed', [['a', 'passed']])),
      1,
    )
    expect(tally).toMatchObject({ passed: 1, failed: 1 })
    expect(tally.notes[0]).toContain('a.test.ts: no such module')
  })

  it('counts an error outside any test', () => {
    expect(countVitest(vitest(file('passed', [['a', 'passed']])), 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  it.each([
    ['a runner that crashed', '', 134],
    ['a report cut short', '{"testResults": [', 1],
    ['no test at all', vitest(), 0],
  ])('counts %s as one failure', (_, report, code) => {
    expect(countVitest(report, code)).toMatchObject({ passed: 0, failed: 1 })
  })
})

const spec = (title: string, ...tests: Result[]) => ({
  title,
  tests: tests.map(([projectName, status]) => ({ projectName, status })),
})
const playwright = (specs: ReturnType<typeof spec>[], errors: { message: string }[] = []) =>
  JSON.stringify({
    suites: [{ title: 'tag.spec.ts', specs: [], suites: [{ title: 'tagging', specs }] }],
    errors,
  })

describe("counting Playwright's report", () => {
  it('counts a test once for each host', () => {
    const report = playwright([spec('a', ['window', 'expected'], ['browser', 'unexpected'])])
    expect(countPlaywright(report, 1)).toEqual({ passed: 1, failed: 1, notes: [] })
  })

  it('counts what was skipped, or passed only when repeated, as failed, by name', () => {
    const tally = countPlaywright(playwright([spec('a', ['window', 'skipped'], ['browser', 'flaky'])]), 0)
    expect(tally).toEqual({
      passed: 0,
      failed: 2,
      notes: [
        'counted as failed, skipped: [window] tag.spec.ts › tagging › a',
        'counted as failed, flaky: [browser] tag.spec.ts › tagging › a',
      ],
    })
  })

  it('counts an error outside any test', () => {
    const tally = countPlaywright(
      playwright([spec('a', ['window', 'expected'])], [{ message: 'no set-up' }]),
      1,
    )
    expect(tally).toMatchObject({ passed: 1, failed: 1 })
    expect(tally.notes[0]).toContain('no set-up')
  })

  it.each([
    ['a runner that crashed', '', 139],
    ['no test at all', playwright([]), 0],
  ])('counts %s as one failure', (_, report, code) => {
    expect(countPlaywright(report, code)).toMatchObject({ passed: 0, failed: 1 })
  })
})
