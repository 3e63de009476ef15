import { type Locator, type Page, expect } from '@playwright/test'

/** The field above the text in which words are looked for. */
export class FindBar {
  readonly page: Page
  readonly bar: Locator
  readonly field: Locator
  readonly count: Locator
  readonly places: Locator

  constructor(page: Page) {
    this.page = page
    this.bar = page.getByRole('search', { name: 'Find' })
    this.field = this.bar.getByRole('textbox', { name: 'Words to find' })
    this.count = this.bar.locator('output')
    this.places = this.bar.getByRole('list', { name: 'Places found' })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+f')
    await expect(this.field).toBeFocused()
  }

  /** Selects the first place with these words from the caret on, and is back in the text. */
  async goTo(words: string): Promise<void> {
    await this.open()
    await this.field.fill(words)
    await expect(this.count).toHaveText(/^\d/)
    await this.page.keyboard.press('Enter')
    await this.page.keyboard.press('Escape')
    await expect(this.bar).toBeHidden()
  }

  async counts(words: string): Promise<void> {
    await expect(this.count).toHaveText(words)
  }
}
