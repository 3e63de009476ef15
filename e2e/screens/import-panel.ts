import { type Locator, type Page, expect } from '@playwright/test'

/** Import annotations. */
export class ImportPanel {
  readonly page: Page
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Import annotations' })
  }

  /** Chooses files for it and waits until it says what they would do. */
  async open(paths: readonly string[]): Promise<void> {
    const asked = this.page.waitForEvent('filechooser', { timeout: 10_000 })
    await this.page.keyboard.press('ControlOrMeta+i')
    await (await asked).setFiles([...paths])
    await expect(this.dialog.getByRole('status')).toContainText(/read as|Nothing/)
  }

  /** What it would do to an article. */
  article(title: string | RegExp): Locator {
    return this.dialog.getByRole('region', { name: title })
  }

  /** What is to become of annotations with a label that the codebook does not know. */
  meaningOf(label: string): Locator {
    return this.dialog.getByRole('combobox', { name: `“${label}” is` })
  }

  doubtful(words: string): Locator {
    return this.dialog.getByRole('checkbox', { name: new RegExp(words) })
  }

  async import(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(this.dialog).toBeHidden()
  }
}
