import { type Locator, type Page, expect } from '@playwright/test'
import { type Point, findWords } from './words'

export type TagName = 'Claim' | 'Source' | 'Figure'

/** The article in the middle, with its toolbar. */
export class Article {
  readonly page: Page
  readonly pane: Locator
  readonly text: Locator
  readonly tools: Locator
  /** What tells, above the text, that it is open for something else than to be tagged. */
  readonly strip: Locator

  constructor(page: Page) {
    this.page = page
    this.pane = page.getByRole('main', { name: 'Article' })
    this.text = this.pane.getByRole('textbox', { name: 'Article text' })
    this.strip = this.pane.getByRole('note')
    this.tools = this.pane.getByRole('toolbar', { name: 'Tags' })
  }

  async shows(words: string): Promise<void> {
    await expect(this.text).toContainText(words)
  }

  tool(tag: TagName): Locator {
    return this.tools.getByRole('button', { name: tag, exact: true })
  }

  /** Drags the mouse over words, from their first to their last character. */
  async selectWords(words: string): Promise<void> {
    const { from, to } = await findWords(this.text, words, { reveal: true })
    await this.#drag(from, to)
  }

  /** Drags the mouse from the beginning of some words to the end of others. */
  async selectFromTo(first: string, last: string): Promise<void> {
    const { from } = await findWords(this.text, first, { reveal: true })
    const { to } = await findWords(this.text, last)
    await this.#drag(from, to)
  }

  /** Goes to the article, to the words, and over them, without the mouse. They should stand near the beginning. */
  async selectByKeyboard(words: string): Promise<void> {
    await this.focus()
    await this.page.keyboard.press('ControlOrMeta+Home')
    const before = await this.#unitsBefore(words)
    for (let k = 0; k < before; k++) await this.page.keyboard.press('ArrowRight')
    for (const _ of new Intl.Segmenter().segment(words)) await this.page.keyboard.press('Shift+ArrowRight')
  }

  async focus(): Promise<void> {
    await this.page.keyboard.press('Alt+2')
    await expect(this.text).toBeFocused()
  }

  /** Opens the text for corrections. */
  async correct(): Promise<void> {
    await this.page.keyboard.press('F2')
    await expect(this.strip).toContainText('Correcting the text')
    await expect(this.text).not.toHaveAttribute('aria-readonly')
    await expect(this.text).toBeFocused()
  }

  /** Locks the text again. */
  async lock(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.text).toHaveAttribute('aria-readonly', 'true')
  }

  /** Puts the caret before words, without the mouse. They should stand near the beginning. */
  async caretBefore(words: string): Promise<void> {
    await this.focus()
    await this.page.keyboard.press('ControlOrMeta+Home')
    const before = await this.#unitsBefore(words)
    for (let k = 0; k < before; k++) await this.page.keyboard.press('ArrowRight')
  }

  /** Waits until the text has just these lines. */
  async reads(lines: readonly string[]): Promise<void> {
    await expect(this.text.locator('.block')).toHaveText([...lines])
  }

  async clickOn(words: string): Promise<void> {
    const { middle } = await findWords(this.text, words, { reveal: true })
    await this.page.mouse.click(middle.x, middle.y)
  }

  async doubleClickOn(word: string): Promise<void> {
    const { middle } = await findWords(this.text, word, { reveal: true })
    await this.page.mouse.dblclick(middle.x, middle.y)
  }

  /** Waits until just these tags are drawn under all of the words. */
  async showsTags(words: string, tags: readonly TagName[]): Promise<void> {
    await expect
      .poll(() => this.highlighted(words), { message: `tags seen under “${words}”` })
      .toEqual([...tags].map((tag) => tag.toLowerCase()).toSorted())
  }

  /** The tags that are drawn under all of the words, now. */
  async highlighted(words: string): Promise<readonly string[]> {
    return (await findWords(this.text, words)).tags
  }

  /** Waits until the words are in view. */
  async isAt(words: string): Promise<void> {
    await expect
      .poll(async () => (await findWords(this.text, words)).visible, { message: `“${words}” in view` })
      .toBe(true)
  }

  /** Every word that is shown, as one line. */
  async everything(): Promise<string> {
    return (await this.text.textContent()) ?? ''
  }

  async #drag(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    // A hand is slower than a program: the window draws a few times before it has moved.
    for (let frames = 0; frames < 3; frames++) {
      await this.page.evaluate(() => new Promise(requestAnimationFrame))
    }
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
    await this.page.mouse.move(to.x, to.y)
    await this.page.mouse.up()
  }

  /** How many steps the caret takes from the beginning to the words. */
  async #unitsBefore(words: string): Promise<number> {
    const lines = await this.text.locator('.block').allTextContents()
    const text = lines.join('\n')
    return [...new Intl.Segmenter().segment(text.slice(0, text.indexOf(words)))].length
  }
}
