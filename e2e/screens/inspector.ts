import { type Locator, type Page, expect } from '@playwright/test'

/** What is said of the picked annotation, below the list of annotations, and the strip by which it is linked. */
export class Inspector {
  readonly page: Page
  readonly panel: Locator
  readonly links: Locator
  readonly note: Locator
  readonly comment: Locator
  readonly comments: Locator
  readonly history: Locator
  /** The strip above the text, while something is being linked. */
  readonly linking: Locator
  readonly target: Locator

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('region', { name: 'Inspector' })
    this.links = this.panel
      .getByRole('list', { name: 'Links' })
      .getByRole('button', { name: /, (above|below)$/ })
    this.note = this.panel.getByRole('textbox', { name: 'Note' })
    this.comment = this.panel.getByRole('textbox', { name: 'Comment', exact: true })
    this.comments = this.panel.getByRole('list', { name: 'Comments' }).getByRole('listitem')
    this.history = this.panel.getByRole('list', { name: 'History of this annotation' }).getByRole('listitem')
    this.linking = page.getByRole('group', { name: /^(Link|Merge)$/ })
    this.target = this.linking.getByRole('combobox')
  }

  /** A value that an attribute offers, such as `Kind: forecast`. */
  value(name: string): Locator {
    return this.panel.getByRole('radio', { name, exact: true })
  }

  field(name: string): Locator {
    return this.panel.getByRole('textbox', { name, exact: true })
  }

  /** Waits until just these are chosen, such as `Kind: forecast`. */
  async chose(...names: readonly string[]): Promise<void> {
    const chosen = this.panel.getByRole('radio', { checked: true })
    await expect(chosen).toHaveCount(names.length)
    for (const [k, name] of names.entries()) await expect(chosen.nth(k)).toHaveAccessibleName(name)
  }

  /** Waits until just these links are listed, as they read from here: `attributed to Source: the operator, below`. */
  async linked(...names: readonly string[]): Promise<void> {
    await expect(this.links).toHaveCount(names.length)
    for (const [k, name] of names.entries()) await expect(this.links.nth(k)).toHaveAccessibleName(name)
  }

  /** What Enter would choose, while something is being linked. */
  offered(): Locator {
    return this.linking.getByRole('option', { selected: true })
  }
}
