import { type Locator, type Page, expect } from '@playwright/test'

/** All commands, by name. */
export class Palette {
  readonly page: Page
  readonly dialog: Locator
  readonly field: Locator
  readonly options: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Commands' })
    this.field = this.dialog.getByRole('combobox', { name: 'Command' })
    this.options = this.dialog.getByRole('listbox', { name: 'Commands' }).getByRole('option')
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k')
    await expect(this.field).toBeFocused()
  }

  /** Finds a command by its words and does it. */
  async run(words: string): Promise<void> {
    await this.open()
    await this.field.fill(words)
    await expect(this.options.first()).toContainText(words)
    await this.page.keyboard.press('Enter')
    await expect(this.dialog).toBeHidden()
  }
}
