import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { Host, SavedFile, Start } from './host'
import { ended, killGroup, lineOf, startGroup } from './processes'

const root = resolve(import.meta.dirname, '../..')

/** The browser host, and a browser on the address that it prints. */
export async function startInBrowser(
  browser: Browser,
  { workspace, files, scratch, watch }: Start,
): Promise<Host> {
  const child = startGroup(
    process.execPath,
    ['out/main/browser.js', '--workspace', workspace, '--port', '0', '--no-open', ...files],
    root,
  )
  const [, address] = await lineOf(child, /^Assay is open at (http:\/\/127\.0\.0\.1:\d+\/\S*)$/)
  const { origin, host } = new URL(address!)
  const context = await browser.newContext({ acceptDownloads: true })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  const open = async (url: string): Promise<Page> => {
    const opened = await context.newPage()
    watch(opened, (requested) => new URL(requested).host === host)
    await opened.goto(url)
    return opened
  }
  const page = await open(address!)

  const fileSavedBy = async (action: () => Promise<void>): Promise<SavedFile> => {
    const [download] = await Promise.all([page.waitForEvent('download'), action()])
    const path = resolve(scratch, download.suggestedFilename())
    await download.saveAs(path)
    return { name: download.suggestedFilename(), bytes: await readFile(path) }
  }

  return {
    page,
    // The printed address lets one browser in, once; from then on it is known.
    openAnother: () => open(origin),
    copy: (text) => page.evaluate((words) => navigator.clipboard.writeText(words), text),
    fileSavedBy,
    async stop() {
      // As a person closes tabs: each may still send what it holds back, which closing the context cuts off.
      for (const tab of context.pages()) await tab.close()
      await context.close()
      child.kill('SIGTERM')
      await ended(child)
    },
    async kill() {
      killGroup(child)
      await ended(child)
      await context.close()
    },
  }
}
