import { readFile } from 'node:fs/promises'
import { type App, expect, test } from '../app'
import { type Statement, statements, title } from '../markups/port-strike'

// The set that the marking up must lead to. After a change of it:
//   UPDATE_MARKUP=1 npx playwright test --config e2e/playwright.config.ts --project browser e2e/specs/mark-up.spec.ts
const expected = new URL('../markups/port-strike.expected.json', import.meta.url)

const KINDS = ['fact', 'forecast', 'opinion', 'policy']
const STATUSES = ['unchecked', 'supported', 'disputed', 'refuted']

/** Somebody who marks up an article and never touches the mouse. */
class Analyst {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  /** Has the search tell “The company” from “the company”. */
  async findsWordsAsTheyAreWritten(): Promise<void> {
    await this.#app.findBar.open()
    for (const _ of ['Place before', 'Next place', 'Match case']) await this.#app.press('Tab')
    await this.#app.press('Space')
    const matchCase = this.#app.findBar.bar.getByRole('button', { name: 'Match case' })
    await expect(matchCase).toHaveAttribute('aria-pressed', 'true')
    await this.#app.press('Escape')
    await expect(this.#app.findBar.bar).toBeHidden()
    await expect(this.#app.article.text).toBeFocused()
  }

  /** Goes to words and tags just these. */
  async tag(words: string, key: 'c' | 's'): Promise<void> {
    await this.#app.press('ControlOrMeta+Home')
    await this.#app.findBar.goTo(words)
    await this.#app.press(key)
    await this.#picked(key === 'c' ? 'Claim' : 'Source')
  }

  /** Goes to a number in a claim and has it taken as it stands there, with its unit and what qualifies it. */
  async tagNumber(claim: string, words: string): Promise<void> {
    await this.#app.press('ControlOrMeta+Home')
    for (const place of [claim, words]) {
      await this.#app.findBar.goTo(place)
      await this.#app.press('ArrowLeft')
    }
    await this.#app.press('f')
    await this.#picked('Figure')
  }

  /** Says what the picked claim is. */
  async judge({ kind, status }: Statement): Promise<void> {
    await this.#app.press('i')
    await this.#app.press(String(KINDS.indexOf(kind) + 1))
    if (status) {
      await this.#app.press('ArrowDown')
      await this.#app.press('ArrowDown')
      await this.#app.press(String(STATUSES.indexOf(status) + 1))
    }
    await this.#app.press('Escape')
    await expect(this.#app.article.text).toBeFocused()
  }

  /** Links the claim with these words to an annotation with those. */
  async link(claim: string, to: string): Promise<void> {
    await this.#app.press('g')
    await this.#app.page.getByRole('combobox', { name: 'Annotation' }).fill(`claim ${claim}`)
    await this.#app.press('Enter')
    await this.#app.press('l')
    await expect(this.#app.inspector.target).toBeFocused()
    await this.#app.page.keyboard.insertText(to)
    await expect(this.#app.inspector.offered()).toContainText(to.slice(0, 20))
    await this.#app.press('Enter')
    await this.#app.status.said(/attributed to|quantified by/)
  }

  async #picked(tag: string): Promise<void> {
    await expect(this.#app.annotations.panel.locator('[aria-current="true"]')).toHaveAccessibleName(
      new RegExp(`^${tag}: `),
    )
  }
}

/** What a file of Assay’s own format says, without what differs from one run to the next. */
function essence(json: string): unknown {
  const [document] = JSON.parse(json).documents
  const { annotations, links } = document as {
    annotations: { id: string; tag: string; span: { exact: string }[]; attributes: object }[]
    links: { type: string; from: string; to: string }[]
  }
  const quotes = new Map(annotations.map(({ id, span }) => [id, span.map(({ exact }) => exact).join(' … ')]))
  return {
    annotations: annotations.map(({ id, tag, attributes }) => ({ tag, quote: quotes.get(id), attributes })),
    links: links.map(({ type, from, to }) => `${quotes.get(from)} — ${type} → ${quotes.get(to)}`).toSorted(),
  }
}

test('an article is marked up completely with the keyboard: claims, sources, figures, attributes, links', async ({
  app,
}) => {
  test.setTimeout(300_000) // some hundred gestures, each waited for
  const analyst = new Analyst(app)
  await app.press('Alt+1')
  await app.page.keyboard.type(title.slice(0, 12))
  await app.press('Enter')
  await app.article.shows('Marrowgate dockers stay out')
  await app.article.focus()
  await analyst.findsWordsAsTheyAreWritten()
  for (const statement of statements) {
    await analyst.tag(statement.claim, 'c')
    await analyst.judge(statement)
    for (const figure of statement.with ?? []) await analyst.tagNumber(statement.claim, figure)
    if (statement.by !== undefined) await analyst.tag(statement.by, 's')
  }
  for (const { claim, by, with: figures = [] } of statements) {
    for (const end of [...(by === undefined ? [] : [by]), ...figures]) await analyst.link(claim, end)
  }
  await app.status.saved()
  const { bytes } = await app.exported(/Assay JSON/)
  const found = essence(new TextDecoder().decode(bytes))
  if (process.env['UPDATE_MARKUP']) {
    const { writeFile } = await import('node:fs/promises')
    await writeFile(expected, `${JSON.stringify(found, null, 2)}\n`)
  }
  expect(found).toEqual(JSON.parse(await readFile(expected, 'utf8')))
})
