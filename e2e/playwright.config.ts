import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import type { HostOptions } from './app'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The Chromium that is named, or the system's; undefined leaves it to Playwright, which may have its own. */
export const chromium =
  process.env['CHROMIUM'] ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path))

/** A browser that asks nobody anything by itself, so that every request seen is one of Assay's. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The same specs on both hosts. */
export default defineConfig<HostOptions>({
  testDir: at('.'),
  testMatch: '**/*.spec.ts',
  outputDir: at('../node_modules/.cache/e2e/results'),
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  // Far more than any spec needs, for machines that do other things as well.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // A trace of every spec costs as much as the spec: `--trace on` makes one, the picture is of what went wrong.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { args: quiet, ...(chromium === undefined ? {} : { executablePath: chromium }) },
  },
  // Electron first: it has one worker, so that the other one is with the browser in the meantime.
  projects: [
    {
      name: 'electron',
      use: { hostKind: 'electron' },
      // Windows on one screen get each other's pointer events, which break off a drag.
      workers: 1,
      // Electron has one window a workspace; another tab is something only a browser has.
      testIgnore: '**/two-windows.spec.ts',
    },
    { name: 'browser', use: { hostKind: 'browser' } },
  ],
})
