import { requireNode } from './node-version.mjs'

requireNode()
const { start } = await import('./launch.mjs')
process.exitCode = await start(process.argv.slice(2))
