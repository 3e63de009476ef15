import './setup/newer-node.mjs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['src/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Far more than any test needs, for machines that do other things as well.
    testTimeout: 30_000,
    cacheDir: 'node_modules/.cache/vitest',
  },
} as Parameters<typeof defineConfig>[0])
