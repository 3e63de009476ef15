import { type Locator, type Page, expect } from '@playwright/test'

/** All commands with their keys. */
export class KeysSheet {
  readonly page: Page
  readonly dialog: Locator
  readonly find: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Keys' })
    this.find = this.dialog.getByRole('searchbox', { name: 'Find a command or a key' })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Shift+?')
    await expect(this.find).toBeFocused()
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.dialog).toBeHidden()
  }

  /** The line of a command. */
  row(name: string): Locator {
    return this.dialog.getByRole('listitem').filter({ has: this.page.getByText(name, { exact: true }) })
  }

  /** Listens for the new key of a command, and presses it. */
  async change(name: string, keys: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: /^Change/ })
      .press('Enter')
    await expect(this.row(name)).toContainText('Press the new key')
    await this.page.keyboard.press(keys)
  }

  async reset(name: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: /^Reset/ })
      .click()
  }

  async has(name: string, keys: string): Promise<void> {
    await expect(this.row(name).locator('.key-row-keys .unseen')).toHaveText(keys)
  }
}
