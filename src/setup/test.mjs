import { requireNode } from './node-version.mjs'

requireNode()
const { suite } = await import('./suite.mjs')
process.exitCode = await suite(process.argv.slice(2))
