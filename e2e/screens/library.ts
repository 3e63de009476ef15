import { type Locator, type Page, expect } from '@playwright/test'

/** The documents on the left. */
export class Library {
  readonly pane: Locator
  readonly list: Locator
  readonly links: Locator
  readonly search: Locator
  readonly sort: Locator
  readonly openButton: Locator

  constructor(page: Page) {
    this.pane = page.getByRole('navigation', { name: 'Library' })
    this.list = this.pane.getByRole('list', { name: 'Documents' })
    this.links = this.list.getByRole('link')
    this.search = this.pane.getByRole('searchbox', { name: 'Search documents' })
    this.sort = this.pane.getByRole('combobox', { name: 'Sort documents' })
    this.openButton = this.pane.getByRole('button', { name: 'Open articles…' })
  }

  async shown(): Promise<void> {
    await expect(this.pane).toBeVisible()
  }

  document(title: string | RegExp): Locator {
    return this.list.getByRole(
      'link',
      typeof title === 'string' ? { name: title, exact: true } : { name: title },
    )
  }

  async open(title: string | RegExp): Promise<void> {
    await this.document(title).click()
    await this.isOpen(title)
  }

  async isOpen(title: string | RegExp): Promise<void> {
    await expect(this.document(title)).toHaveAttribute('aria-current', 'page')
  }

  /** Hides the samples, so that only documents of the workspace are listed. */
  async hideSamples(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Hide samples' }).click()
  }

  /** Waits until the list shows just these titles, in this order. */
  async are(titles: readonly string[]): Promise<void> {
    await expect(this.links).toHaveCount(titles.length)
    for (const [k, title] of titles.entries()) await expect(this.links.nth(k)).toHaveAccessibleName(title)
  }
}
