import './setup/newer-node.mjs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['src/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}'],
    environment: 'node',
    cacheDir: 'node_modules/.cache/vitest',
  },
} as Parameters<typeof defineConfig>[0])
