import type { Page } from '@playwright/test'
import { Agreement } from './screens/agreement'
import { Annotations } from './screens/annotations'
import { Article } from './screens/article'
import { CodebookPanel } from './screens/codebook-panel'
import { ExportPanel } from './screens/export-panel'
import { ImportPanel } from './screens/import-panel'
import { Inspector } from './screens/inspector'
import { Inbox } from './screens/inbox'
import { KeysSheet } from './screens/keys-sheet'
import { History } from './screens/history'
import { FindBar } from './screens/find-bar'
import { Library } from './screens/library'
import { Review } from './screens/review'
import { Palette } from './screens/palette'
import { Status } from './screens/status'

/** One window and what is in it. */
export class Window {
  readonly page: Page
  readonly library: Library
  readonly article: Article
  readonly annotations: Annotations
  readonly status: Status
  readonly palette: Palette
  readonly exportPanel: ExportPanel
  readonly importPanel: ImportPanel
  readonly codebook: CodebookPanel
  readonly keys: KeysSheet
  readonly inspector: Inspector
  readonly history: History
  readonly findBar: FindBar
  readonly review: Review
  readonly inbox: Inbox
  readonly agreement: Agreement

  constructor(page: Page) {
    this.page = page
    this.library = new Library(page)
    this.article = new Article(page)
    this.annotations = new Annotations(page)
    this.status = new Status(page)
    this.palette = new Palette(page)
    this.exportPanel = new ExportPanel(page)
    this.importPanel = new ImportPanel(page)
    this.codebook = new CodebookPanel(page)
    this.keys = new KeysSheet(page)
    this.inspector = new Inspector(page)
    this.history = new History(page)
    this.findBar = new FindBar(page)
    this.review = new Review(page)
    this.inbox = new Inbox(page)
    this.agreement = new Agreement(page)
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys)
  }

  /** Tags words with the mouse and a key, and waits until the list shows it. */
  async tag(words: string, tag: 'Claim' | 'Source' | 'Figure'): Promise<void> {
    await this.article.selectWords(words)
    await this.press(tag[0]!.toLowerCase())
    await this.annotations.has(`${tag}: ${words}`)
  }
}
