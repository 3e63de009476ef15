import { type Locator, type Page, expect } from '@playwright/test'

/** Export annotations. */
export class ExportPanel {
  readonly page: Page
  readonly dialog: Locator
  readonly formats: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Export annotations' })
    this.formats = this.dialog.getByRole('radiogroup', { name: 'Format' })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+e')
    await expect(this.dialog).toBeVisible()
  }

  /** The names of all formats. */
  async formatNames(): Promise<string[]> {
    return this.formats
      .getByRole('radio')
      .evaluateAll((radios) =>
        radios.map((radio) => (radio instanceof HTMLInputElement && radio.labels?.[0]?.textContent) || ''),
      )
  }

  async chooseFormat(name: string | RegExp): Promise<void> {
    await this.formats.getByRole('radio', { name, exact: typeof name === 'string' }).check()
  }

  async chooseDocuments(which: 'This article' | 'All articles'): Promise<void> {
    await this.dialog
      .getByRole('radiogroup', { name: 'Documents to export' })
      .getByRole('radio', { name: which })
      .check()
  }

  async export(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Export', exact: true }).click()
  }
}
