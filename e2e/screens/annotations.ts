import { type Locator, type Page, expect } from '@playwright/test'

/** The list of annotations on the right. */
export class Annotations {
  readonly page: Page
  readonly panel: Locator
  readonly list: Locator
  readonly links: Locator
  readonly filter: Locator
  readonly note: Locator

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('complementary', { name: 'Annotations panel' })
    this.list = this.panel.getByRole('list', { name: 'Annotations' })
    this.links = this.list.getByRole('link')
    this.filter = this.panel.getByRole('radiogroup', { name: 'Show' })
    this.note = this.panel.getByRole('textbox', { name: 'Note' })
  }

  /** An entry by its name, such as `Claim: the words`. */
  entry(name: string): Locator {
    return this.list.getByRole('link', { name, exact: true })
  }

  async has(name: string): Promise<void> {
    await expect(this.entry(name)).toBeVisible()
  }

  /** Waits until an entry can be seen without scrolling. */
  async inView(name: string): Promise<void> {
    await expect(this.entry(name)).toBeInViewport()
  }

  /** Waits until the list shows just these, in this order. */
  async are(names: readonly string[]): Promise<void> {
    await expect(this.links).toHaveCount(names.length)
    for (const [k, name] of names.entries()) await expect(this.links.nth(k)).toHaveAccessibleName(name)
  }

  /** Waits until this one is picked, or none. */
  async picked(name: string | undefined): Promise<void> {
    const picked = this.panel.locator('[aria-current="true"]')
    if (name === undefined) return expect(picked).toHaveCount(0)
    await expect(picked).toHaveCount(1)
    await expect(picked).toHaveAccessibleName(name)
  }

  async pick(name: string): Promise<void> {
    await this.entry(name).click()
    await this.picked(name)
  }

  /** Shows the annotations of one annotator alone. */
  async showOnly(annotator: string): Promise<void> {
    const people = this.panel.getByRole('group', { name: 'Annotators shown' }).getByRole('checkbox')
    await people.and(this.page.getByLabel(annotator)).check()
    for (const box of await people.all())
      if (!(await box.and(this.page.getByLabel(annotator)).count())) await box.uncheck()
  }

  async show(tag: 'All' | 'Claim' | 'Source' | 'Figure'): Promise<void> {
    await this.choice(tag).check()
  }

  choice(tag: 'All' | 'Claim' | 'Source' | 'Figure'): Locator {
    return this.filter.getByRole('radio', { name: tag, exact: true })
  }

  /** Waits until there are this many annotations of a tag, or of all. */
  async counts(tag: 'All' | 'Claim' | 'Source' | 'Figure', count: number): Promise<void> {
    await expect(this.choice(tag)).toHaveAccessibleDescription(new RegExp(`(^|\\D)${count}(\\D|$)`))
  }

  /** Writes a note to what is picked, and leaves the field. */
  async writeNote(words: string): Promise<void> {
    await this.note.fill(words)
    await this.page.keyboard.press('Escape')
  }

  /** Waits until a note with these words is seen: in its field where it is picked, else in the list. */
  async noted(words: string): Promise<void> {
    await expect.poll(() => this.#notes(), { message: 'notes seen' }).toContain(words)
  }

  async #notes(): Promise<string> {
    const field = (await this.note.count()) > 0 ? await this.note.inputValue() : ''
    return `${field}\n${await this.list.innerText()}`
  }
}
