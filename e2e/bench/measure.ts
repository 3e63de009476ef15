import type { Page } from '@playwright/test'

/** Milliseconds until the text stands on screen as plain paragraphs: what a browser needs at least. */
export const plainParagraphs = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (whole) => {
    const layer = document.createElement('div')
    Object.assign(layer.style, {
      position: 'fixed',
      inset: '0',
      overflow: 'auto',
      background: 'Canvas',
      zIndex: '99',
    })
    await new Promise(requestAnimationFrame)
    const began = performance.now()
    for (const line of whole.split('\n')) {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      layer.append(paragraph)
    }
    document.body.append(layer)
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    const took = performance.now() - began
    layer.remove()
    await new Promise(requestAnimationFrame)
    return took
  }, text)

/** Milliseconds from a click on a document until its text and, where there are any, its tags are painted. */
export const opening = (page: Page, title: string, tagged: boolean): Promise<number> =>
  page.evaluate(
    async ({ words, marks }) => {
      const began = performance.now()
      for (const link of document.querySelectorAll('a')) if (link.textContent?.startsWith(words)) link.click()
      for (;;) {
        const article = document.querySelector('[role=textbox][aria-label="Article text"]')
        const drawn = article?.textContent?.startsWith(words) && (!marks || article.querySelector('mark'))
        if (drawn) break
        await new Promise(requestAnimationFrame)
      }
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      return performance.now() - began
    },
    { words: title, marks: tagged },
  )

/** Milliseconds from a key to the next picture, without the wait for the screen's next refresh. */
export const keyToPicture = (page: Page, key: string): Promise<number> =>
  page.evaluate(async (pressed) => {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const began = performance.now()
    const code = `Key${pressed.toUpperCase()}`
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: pressed, code, bubbles: true, cancelable: true }),
    )
    // React draws in a microtask; asking for a box makes the browser lay out.
    await Promise.resolve()
    document.body.getBoundingClientRect()
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', resolve)
      port1.start()
      port2.postMessage(undefined)
    })
    document.body.getBoundingClientRect()
    return performance.now() - began
  }, key)

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
