import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import type { HostOptions } from '../app'
import specs from '../playwright.config'

/** Measurements: by hand, one at a time, and no part of `npm test`. */
export default defineConfig<HostOptions>({
  ...specs,
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  testMatch: '**/*.bench.ts',
  fullyParallel: false,
  workers: 1,
  timeout: 300_000,
  use: { ...specs.use, trace: 'off' },
  projects: [
    { name: 'browser', use: { hostKind: 'browser' } },
    { name: 'electron', use: { hostKind: 'electron' } },
  ],
})
