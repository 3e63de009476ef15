import { AxeBuilder } from '@axe-core/playwright'
import { type Page, expect } from '@playwright/test'

/** Checks all that is on screen against WCAG 2.2 A and AA and the best practices that axe knows. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // The usual mode opens a page of its own, which an Electron window cannot.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }))
  expect(told, `accessibility of ${what}`).toEqual([])
}
