import { requireNode } from './node-version.mjs'

requireNode()
const { commandLine } = await import('./command-line.mjs')
process.exitCode = await commandLine(process.argv.slice(2))
