import { type Locator, type Page, expect } from '@playwright/test'

/** How far annotators agree, in the place of the article. */
export class Agreement {
  readonly page: Page
  readonly screen: Locator
  readonly measures: Locator
  readonly details: Locator
  readonly annotators: Locator
  readonly matrix: Locator

  constructor(page: Page) {
    this.page = page
    this.screen = page.getByRole('main', { name: 'Agreement' })
    this.measures = this.screen.getByRole('listbox', { name: 'Measures' })
    this.details = this.screen.getByRole('region', { name: 'Measure', exact: true })
    this.annotators = this.screen.getByRole('group', { name: 'Annotators' })
    this.matrix = this.screen.getByRole('region', { name: 'By annotators' }).getByRole('table')
  }

  /** Opens it and waits until there is something to read. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Alt+6')
    await expect(this.measures).toBeFocused()
  }

  /** Chooses a measure with the arrow keys and waits until what it says is shown. */
  async choose(name: string): Promise<void> {
    await this.measures.focus()
    await this.page.keyboard.press('Home')
    const chosen = this.measures.getByRole('option', { selected: true })
    const wanted = this.measures.getByRole('option', { name })
    const steps = await this.measures.getByRole('option').count()
    for (let k = 0; k < steps && !(await this.isSame(chosen, wanted)); k++)
      await this.page.keyboard.press('ArrowDown')
    await expect(this.details.getByRole('heading', { level: 2 })).toHaveText(name)
  }

  /** Waits until the chosen measure has this figure. */
  async says(figure: string): Promise<void> {
    await expect(this.measures.getByRole('option', { selected: true })).toContainText(figure)
    await expect(this.details.locator('.measure-value')).toContainText(figure)
  }

  cell(first: string, second: string): Locator {
    return this.matrix.getByRole('button', { name: new RegExp(`^${first} and ${second}:`) })
  }

  async merge(tag: string, into: string): Promise<void> {
    await this.screen.getByRole('combobox', { name: 'Tag that counts as another' }).selectOption(tag)
    await this.screen.getByRole('combobox', { name: 'The tag it counts as' }).selectOption(into)
    await expect(this.screen.getByRole('button', { name: `Tell ${tag} from ${into} again` })).toBeVisible()
  }

  async keep(way: 'Save SVG' | 'Save PNG' | 'Save data', section: string): Promise<void> {
    await this.screen.getByRole('button', { name: `${way}: ${section}` }).click()
  }

  async saveReport(format: 'HTML' | 'Markdown'): Promise<void> {
    await this.screen.getByRole('button', { name: 'Report…' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Report of methods' })
    await dialog.getByRole('radio', { name: format }).check()
    await dialog.getByRole('button', { name: 'Save' }).click()
  }

  private async isSame(one: Locator, other: Locator): Promise<boolean> {
    return (await one.getAttribute('id')) === (await other.first().getAttribute('id'))
  }
}
