import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * @param {string} path
 * @returns {string} what was last remembered there, '' when nothing was
 */
export function remembered(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
export function remember(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** @param {string} path */
export function forget(path) {
  rmSync(path, { force: true })
}
