import type { Page } from '@playwright/test'

/** How a host is to be started. */
export interface Start {
  readonly workspace: string
  /** Files named on the command line. */
  readonly files: readonly string[]
  /** A folder for what the host keeps outside the workspace, and for what it saves. */
  readonly scratch: string
  /** Whether to record what happens, for `keepTrace`. */
  readonly record: boolean
  /** Told of every page before anything is loaded into it, with which requests stay within the app. */
  readonly watch: (page: Page, isOwn: (url: string) => boolean) => void
}

/** A file that the app gave to a person. */
export interface SavedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** A running host with its window, as a person sees it; what differs between hosts is here and nowhere else. */
export interface Host {
  readonly page: Page
  /** One more window on the same workspace. */
  openAnother(): Promise<Page>
  /** Puts text on the clipboard, as another program would. */
  copy(text: string): Promise<void>
  /** Does what makes the app save a file, and gives that file. */
  fileSavedBy(action: () => Promise<void>): Promise<SavedFile>
  /** Writes what happened in the window so far to a file, where Playwright does not do so by itself. */
  readonly keepTrace?: (path: string) => Promise<void>
  /** Ends the host as a person does, and waits until it is gone. */
  stop(): Promise<void>
  /** Ends the host and everything it started at once, without a warning. */
  kill(): Promise<void>
}
