import { type Locator, type Page, expect } from '@playwright/test'

/** The last line of the window. */
export class Status {
  readonly line: Locator
  readonly message: Locator
  readonly alert: Locator
  readonly undo: Locator
  readonly redo: Locator

  constructor(page: Page) {
    this.line = page.getByRole('contentinfo')
    this.message = this.line.getByRole('status')
    this.alert = page.getByRole('alert')
    this.undo = this.line.getByRole('button', { name: 'Undo', exact: true })
    this.redo = this.line.getByRole('button', { name: 'Redo', exact: true })
  }

  async said(words: string | RegExp): Promise<void> {
    await expect(this.message).toContainText(words)
  }

  async warned(words: string | RegExp): Promise<void> {
    await expect(this.alert).toContainText(words)
  }

  /** Waits until everything is on disk, by what the window says. */
  async saved(): Promise<void> {
    await expect(this.line.getByText('Saved', { exact: true })).toBeVisible()
  }

  /** Waits until undo would take back this. */
  async undoes(name: string): Promise<void> {
    await expect(this.undo).toHaveAccessibleDescription(new RegExp(`Undo ${name}`))
  }

  /** What the line says at one moment: whether all is saved, and how many annotations there are. */
  async snapshot(): Promise<{ readonly saved: boolean; readonly count: number }> {
    const words = await this.line.innerText()
    const counts = [...words.matchAll(/(\d+)\s+(?:claim|source|figure)s?\b/gi)]
    return { saved: /^Saved$/m.test(words), count: counts.reduce((sum, [, count]) => sum + Number(count), 0) }
  }

  /** Waits until there are this many annotations. */
  async total(count: number): Promise<void> {
    await expect.poll(async () => (await this.snapshot()).count, { message: 'annotations' }).toBe(count)
  }
}
