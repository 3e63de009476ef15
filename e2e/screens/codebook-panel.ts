import { type Locator, type Page, expect } from '@playwright/test'

/** What annotators may say, as a draft. */
export class CodebookPanel {
  readonly page: Page
  readonly dialog: Locator
  readonly parts: Locator
  readonly standing: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Codebook' })
    this.parts = this.dialog.getByRole('navigation', { name: 'Tags and link types' })
    this.standing = this.dialog.locator('.codebook-standing')
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+k')
    await expect(this.dialog).toBeVisible()
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.dialog).toBeHidden()
  }

  /** A field of the chosen tag or link type. */
  field(name: string): Locator {
    return this.dialog.getByRole('textbox', { name, exact: true })
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true })
  }

  async choose(name: string): Promise<void> {
    await this.parts.getByRole('button', { name }).click()
  }

  /** Waits until the foot tells this of what is changed. */
  async tells(words: string): Promise<void> {
    await expect(this.standing).toContainText(words)
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^Save as version/ }).click()
    await this.tells('Nothing is changed')
  }
}
