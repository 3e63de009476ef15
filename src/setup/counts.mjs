/**
 * What came of a step. A test that did not pass has failed, also one that was skipped.
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} notes a line for each failure that the runner's own output does not show as one
 */

/** @typedef {{ name: string, result: string }} Test `passed`, `failed`, or whatever else the runner calls it */

/**
 * The parts that are read of vitest's JSON report.
 * @typedef {object} VitestReport
 * @property {{ name: string, status: string, message: string,
 *   assertionResults: { fullName: string, status: string }[] }[]} testResults
 */

/**
 * @param {string} text of vitest's JSON report, '' when it wrote none
 * @param {number} code that vitest ended with
 * @returns {Tally}
 */
export function countVitest(text, code) {
  /** @type {VitestReport} */
  const report = parsed(text) ?? { testResults: [] }
  return tally(
    report.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const tests = assertionResults.map((test) => ({ name: test.fullName, result: test.status }))
      // A file that could not be loaded or did not end fails without a failed test in it.
      const unshown = status === 'failed' && !tests.some((test) => test.result === 'failed')
      return unshown ? [...tests, { name: `${name}: ${message || 'did not end'}`, result: 'broken' }] : tests
    }),
    code,
  )
}

/**
 * The parts that are read of Playwright's JSON report.
 * @typedef {object} PlaywrightReport
 * @property {PlaywrightSuite[]} suites
 * @property {{ message?: string }[]} errors outside any test
 */
/**
 * @typedef {object} PlaywrightSuite
 * @property {string} title
 * @property {{ title: string, tests: { projectName: string, status: string }[] }[]} specs
 * @property {PlaywrightSuite[]} [suites]
 */

/** What Playwright calls these; the rest (`skipped`, `flaky`) keep their names. */
const results = new Map([
  ['expected', 'passed'],
  ['unexpected', 'failed'],
])

/**
 * @param {string} text of Playwright's JSON report, '' when it wrote none
 * @param {number} code that Playwright ended with
 * @returns {Tally}
 */
export function countPlaywright(text, code) {
  /** @type {PlaywrightReport} */
  const report = parsed(text) ?? { suites: [], errors: [] }
  const errors = report.errors.map(({ message = 'an error' }) => ({ name: message, result: 'broken' }))
  return tally([...report.suites.flatMap((suite) => testsOf(suite, '')), ...errors], code)
}

/**
 * @param {PlaywrightSuite} suite
 * @param {string} above titles of the suites around it
 * @returns {Test[]}
 */
function testsOf({ title, specs, suites = [] }, above) {
  const path = `${above}${title} › `
  const own = specs.flatMap((spec) =>
    spec.tests.map(({ projectName, status }) => ({
      name: `[${projectName}] ${path}${spec.title}`,
      result: results.get(status) ?? status,
    })),
  )
  return [...own, ...suites.flatMap((suite) => testsOf(suite, path))]
}

/**
 * @param {readonly Test[]} tests
 * @param {number} code
 * @returns {Tally}
 */
function tally(tests, code) {
  const passed = tests.filter(({ result }) => result === 'passed').length
  const notes = tests
    .filter(({ result }) => result !== 'passed' && result !== 'failed')
    .map(({ name, result }) => `counted as failed, ${result}: ${firstLine(name)}`)
  const failed = tests.length - passed
  if (tests.length === 0)
    return { passed, failed: 1, notes: [`no test ran; the runner ended with status ${code}`] }
  if (code === 0 || failed > 0) return { passed, failed, notes }
  return { passed, failed: 1, notes: [`every test passed, but the runner ended with status ${code}`] }
}

/** @param {string} text */
function firstLine(text) {
  return text.split('\n')[0]
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
