import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export function isRoot() {
  return process.getuid?.() === 0
}

/** Whether a window could be shown: macOS and Windows always have a place for it. */
export function hasDisplay(platform = process.platform, env = process.env) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @param {string} name of a program; not for Windows, where names carry endings */
export function onPath(name) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, name)))
}
