import { type Locator, type Page, expect } from '@playwright/test'

/** The history of the article on the right, and the strip above the text that tells what is shown. */
export class History {
  readonly page: Page
  readonly panel: Locator
  readonly list: Locator
  readonly slider: Locator
  readonly strip: Locator

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('complementary', { name: 'History panel' })
    this.list = this.panel.getByRole('listbox', { name: 'History' })
    this.slider = this.panel.getByRole('slider', { name: 'State of the article' })
    this.strip = page.getByRole('main', { name: 'Article' }).getByRole('note')
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+h')
    await expect(this.list).toBeFocused()
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.panel).toHaveCount(0)
  }

  /** Waits until the list shows just these, the newest first. */
  async are(names: readonly (string | RegExp)[]): Promise<void> {
    await expect(this.list.getByRole('option')).toContainText([...names])
    await expect(this.list.getByRole('option')).toHaveCount(names.length)
  }

  /** Shows the state that came `steps` edits before the one that is shown. */
  async back(steps: number): Promise<void> {
    for (let k = 0; k < steps; k++) await this.page.keyboard.press('ArrowDown')
  }

  async restore(): Promise<void> {
    await this.strip.getByRole('button', { name: 'Restore this state' }).click()
    await expect(this.panel).toHaveCount(0)
  }
}
