import { type Locator, type Page, expect } from '@playwright/test'

/** What colleagues decided about one's own annotations, on the right. */
export class Inbox {
  readonly page: Page
  readonly panel: Locator
  readonly letters: Locator
  readonly objection: Locator

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('complementary', { name: 'Inbox panel' })
    this.letters = this.panel.getByRole('listbox', { name: 'Verdicts' }).getByRole('option')
    this.objection = this.panel.getByRole('textbox', { name: 'Objection' })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Alt+5')
    await expect(this.panel.getByRole('listbox', { name: 'Verdicts' })).toBeFocused()
  }

  /** Looks at the verdict that reads like this. */
  async lookAt(words: RegExp): Promise<void> {
    await this.letters.filter({ hasText: words }).click()
    await expect(this.panel.getByRole('option', { selected: true })).toContainText(words)
  }

  async waiting(count: number): Promise<void> {
    await expect(this.panel.getByRole('status')).toHaveText(`${count} to answer`)
  }
}
