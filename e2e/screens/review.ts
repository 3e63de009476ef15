import { type Locator, type Page, expect } from '@playwright/test'

/** What several people tagged, compared, on the right. */
export class Review {
  readonly page: Page
  readonly panel: Locator
  readonly cases: Locator
  readonly versions: Locator
  readonly verdicts: Locator

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('complementary', { name: 'Review panel' })
    this.cases = this.panel.getByRole('listbox', { name: 'Cases' })
    this.versions = this.panel.getByRole('radiogroup', { name: 'Versions' })
    this.verdicts = this.panel.getByRole('toolbar', { name: 'Verdict' })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Alt+4')
    await expect(this.cases).toBeFocused()
  }

  /** Waits until the listed cases read like these, in this order. */
  async are(cases: readonly RegExp[]): Promise<void> {
    await expect(this.cases.getByRole('option')).toHaveCount(cases.length)
    for (const [k, words] of cases.entries())
      await expect(this.cases.getByRole('option').nth(k)).toContainText(words)
  }

  /** Waits until this case is looked at. */
  async looksAt(words: RegExp): Promise<void> {
    await expect(this.cases.getByRole('option', { selected: true })).toContainText(words)
  }

  version(annotator: string): Locator {
    return this.versions.getByRole('radio', { name: new RegExp(annotator) })
  }

  async show(scope: 'To decide' | 'Differences' | 'All'): Promise<void> {
    await this.panel.getByRole('radio', { name: scope, exact: true }).check()
  }

  async decided(done: number, of: number): Promise<void> {
    await expect(this.panel.getByRole('status')).toHaveText(`${done} of ${of} cases decided`)
  }
}
