import { join } from 'node:path'
import { build } from './build.mjs'
import { chromium } from './chromium.mjs'
import { countPlaywright, countVitest } from './counts.mjs'
import { installDependencies } from './dependencies.mjs'
import { onDisplay, provideDisplay } from './display-for-tests.mjs'
import { windowEnv } from './electron.mjs'
import { testElectron } from './electron-for-tests.mjs'
import { parseTest, testUsage } from './options.mjs'
import { scratch } from './places.mjs'
import { forget, remembered } from './remembered.mjs'
import { attached, npm } from './run.mjs'

/**
 * @typedef {import('./counts.mjs').Tally} Tally
 * @typedef {import('./options.mjs').Step} Step
 * @typedef {import('./trouble.mjs').Trouble} Trouble
 * @typedef {import('./trouble.mjs').Tool} Tool
 */

const unitReport = join(scratch, 'unit.json')
const e2eReport = join(scratch, 'e2e.json')
const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`)

/**
 * `npm test`, all of it. Every step runs even when an earlier one failed, so that one run shows everything; the
 * last line on stdout is the count.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the status to exit with
 */
export async function suite(args) {
  const { only, wrong } = parseTest(args)
  if (!only) {
    console.error(`${wrong}\n\n${testUsage}`)
    return 2
  }
  const tallies = await runSteps(only)
  const passed = sum(tallies.map((tally) => tally.passed))
  const failed = sum(tallies.map((tally) => tally.failed))
  say(`\n${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

/**
 * @param {ReadonlySet<Step>} only
 * @returns {Promise<Tally[]>}
 */
async function runSteps(only) {
  const dependencies = await provide('Dependencies', () => installDependencies(say))
  if (dependencies.failed > 0) return [dependencies]
  const tools = only.has('e2e') ? await findTools() : null
  /** @type {Tally[]} */
  const checks = []
  if (only.has('types')) checks.push(await check('Types', 'types'))
  if (only.has('lint')) checks.push(await check('Lint', 'lint'))
  if (only.has('format')) checks.push(await check('Format', 'format'))
  if (only.has('unit')) checks.push(await step('Unit tests', unit))
  const ends = tools ? await buildAndRun(tools) : []
  return [...(tools?.tallies ?? []), ...checks, ...ends]
}

/**
 * What the end-to-end tests need that npm does not bring. Each that is missing counts as a failure.
 * @typedef {object} Tools
 * @property {NodeJS.ProcessEnv} env that tells the tests where they are
 * @property {Tally[]} tallies
 */

/** @returns {Promise<Tools>} */
async function findTools() {
  const env = windowEnv(process.env)
  const tallies = [
    await provide('Chromium', () => place(env, 'CHROMIUM', chromium(say))),
    await provide('A display', () => provideDisplay(say)),
    await provide('Electron', () => place(env, 'ASSAY_ELECTRON', testElectron(say))),
  ]
  return { env, tallies }
}

/**
 * @param {NodeJS.ProcessEnv} env where a tool that is found is named
 * @param {string} name
 * @param {Promise<Tool>} finding
 */
async function place(env, name, finding) {
  const { path, trouble } = await finding
  if (trouble) return trouble
  env[name] = path
  say(path)
  return null
}

/** @param {Tools} tools */
async function buildAndRun({ env, tallies }) {
  const built = await provide('Build', build)
  const ready = [...tallies, built].every(({ failed }) => failed === 0)
  return [built, await step('End-to-end tests', () => (ready ? endToEnd(env) : notRun()))]
}

/** @returns {Promise<Tally>} */
async function unit() {
  forget(unitReport)
  const code = await owning('unit', [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ])
  return countVitest(remembered(unitReport), code)
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Tally>}
 */
async function endToEnd(env) {
  forget(e2eReport)
  const reporting = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport }
  const code = await owning('e2e', ['--reporter=list,json'], reporting)
  return countPlaywright(remembered(e2eReport), code)
}

/** @returns {Promise<Tally>} */
async function notRun() {
  return { passed: 0, failed: 1, notes: ['not run, because of what failed above'] }
}

/**
 * A script of package.json that is right or wrong as a whole.
 * @param {string} title
 * @param {string} script
 */
function check(title, script) {
  return step(title, async () => {
    const failed = (await owning(script)) === 0 ? 0 : 1
    return { passed: 1 - failed, failed, notes: [] }
  })
}

/**
 * Something the tests need: it counts only when it cannot be had.
 * @param {string} title
 * @param {() => Promise<Trouble | null>} work
 */
function provide(title, work) {
  return step(title, async () => {
    const trouble = await work()
    if (!trouble) return { passed: 0, failed: 0, notes: [] }
    if (trouble.exit) process.exit(trouble.exit)
    return {
      passed: 0,
      failed: 1,
      notes: [trouble.output?.trimEnd() ?? '', trouble.sentence].filter(Boolean),
    }
  })
}

/**
 * Runs a script of package.json whose output is shown as it comes.
 * @param {string} script
 * @param {readonly string[]} [args]
 * @returns {Promise<number>} its status
 */
async function owning(script, args = [], env = process.env) {
  const command = npm('run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : []))
  const ended = await attached(script === 'e2e' ? onDisplay(command) : command, { env })
  if (ended.told) process.exit(130)
  if (ended.output) say(ended.output)
  return ended.code
}

/**
 * @param {string} title
 * @param {() => Promise<Tally>} work
 */
async function step(title, work) {
  say(`\n── ${title}`)
  const began = performance.now()
  const tally = await work()
  for (const note of tally.notes) say(note)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say(`── ${title}: ${verdict(tally)}, ${seconds} s`)
  return tally
}

/** @param {Tally} tally */
function verdict({ passed, failed }) {
  return passed + failed === 0 ? 'ready' : `${passed} passed, ${failed} failed`
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
